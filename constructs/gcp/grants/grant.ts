import { ArtifactRegistryRepositoryIamMember } from '@cdktf/provider-google/lib/artifact-registry-repository-iam-member';
import { KmsCryptoKeyIamMember } from '@cdktf/provider-google/lib/kms-crypto-key-iam-member';
import { ProjectIamMember } from '@cdktf/provider-google/lib/project-iam-member';
import { ServiceAccountIamMember } from '@cdktf/provider-google/lib/service-account-iam-member';
import { StorageBucketIamMember } from '@cdktf/provider-google/lib/storage-bucket-iam-member';
import { StorageManagedFolderIamMember } from '@cdktf/provider-google/lib/storage-managed-folder-iam-member';
import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import type { IEncryptionKey } from '../encryption-key';
import type { IArtifactFolder, IGcsArtifactBucket } from '../gcs-artifact-bucket';
import type { IGarImageRepository } from '../gar-image-repository';
import type { IServiceAccount } from '../service-account';

/** One role on one thing. Whoever else has access to it keeps it. */
export type Grant = RoleGrant & GrantTarget;

interface RoleGrant {
  /** What it is for, in kebab-case: the id of its construct. */
  readonly use: string;
  /** `roles/storage.objectUser`, or the name of a custom role. */
  readonly role: string;
  /**
   * What must hold of a request, where the role is on a project and not all of it is needed.
   * @default nothing
   */
  readonly condition?: GrantCondition;
  /** Where the role is wider than one would expect: the reason. */
  readonly why?: string;
  /**
   * What must exist before it.
   * @default only what it refers to
   */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/** A condition of IAM. */
export interface GrantCondition {
  readonly title: string;
  /** In the Common Expression Language. */
  readonly expression: string;
}

/** Where a role holds. */
export type GrantTarget =
  | { readonly on: 'bucket'; readonly bucket: IGcsArtifactBucket }
  | { readonly on: 'folder'; readonly bucket: IGcsArtifactBucket; readonly folder: IArtifactFolder }
  | { readonly on: 'repository'; readonly repository: IGarImageRepository }
  | { readonly on: 'service account'; readonly serviceAccount: Pick<IServiceAccount, 'name'> }
  | { readonly on: 'key'; readonly key: IEncryptionKey }
  | { readonly on: 'project'; readonly projectId: string };

/** Gives a member a role. @returns what must exist before the member can use it */
export function grant(scope: Construct, member: string, { use, ...given }: Grant): ITerraformDependable {
  const { role, condition, dependsOn } = given;
  const common = { role, member, condition, dependsOn: dependsOn && [...dependsOn] };
  switch (given.on) {
    case 'bucket':
      return new StorageBucketIamMember(scope, use, { bucket: given.bucket.name, ...common });
    case 'folder':
      return new StorageManagedFolderIamMember(scope, use, {
        bucket: given.bucket.name,
        managedFolder: given.folder.managedFolder,
        ...common,
      });
    case 'repository': {
      const { project, location, repositoryId } = given.repository;
      return new ArtifactRegistryRepositoryIamMember(scope, use, {
        project,
        location,
        repository: repositoryId,
        ...common,
      });
    }
    case 'service account':
      return new ServiceAccountIamMember(scope, use, { serviceAccountId: given.serviceAccount.name, ...common });
    case 'key':
      return new KmsCryptoKeyIamMember(scope, use, { cryptoKeyId: given.key.id, ...common });
    case 'project':
      return new ProjectIamMember(scope, use, { project: given.projectId, ...common });
  }
}
