import { Annotations } from 'cdktf';
import type { Construct } from 'constructs';
import { bucketIn, prefixIn } from '../artifact-address';
import { addChecks, type Check } from '../checks';
import { ImportedBaseStack, type BaseStackLookUp } from '../imported-base-stack';
import { ENCRYPTION_KEY_LABEL } from '../label-names';
import type { ProjectCloud, ProjectRequest } from '../project-cloud';
import type { IArtifactBucket } from './artifact-bucket';
import type { AwsAuth } from './auth/aws-auth';
import { lookUpAccount } from './base/account';
import type { AwsBaseStackProps } from './base/aws-base-stack-props';
import { identityChecks } from './base/base-stack-checks';
import type { ReplicateImages } from './base/replicate-images';
import { replicaChecks, switchesOf } from './base/switches';
import type { IEncryptionKey } from './encryption-key';
import { partOf } from './part-of';
import type { AwsProjectSettings } from './project-base';
import { makeAwsProject } from './project-parts';

/** By what an AWS base stack is found, and what its projects have like it. */
export interface AwsBaseStackLookUp
  extends
    BaseStackLookUp,
    Omit<
      AwsProjectSettings,
      'auth' | 'connectors' | 'encryptionKey' | 'environment' | 'region' | 'registryReplication'
    >,
    Pick<AwsBaseStackProps, 'accountId'> {
  /**
   * How the connectors of its projects authenticate, with an identity for each project.
   * @default none: each project gives its own
   */
  readonly auth?: AwsAuth;
  /**
   * The KMS key of its bucket. Projects with a part of that bucket may use it then, and bucket or repository of a project's own is
   * encrypted with it, too. Needed where the environment is not strict and the base stack was given an `encryptionKey`.
   * @default in a strict environment the one that the base stack names in its labels, and for a project with a bucket of its own a new
   * one; otherwise keys of AWS's own
   */
  readonly encryptionKey?: IEncryptionKey;
  /**
   * With `highAvailability`: whether synth warns that the registry does not copy the images of the projects, since that is told where its
   * one configuration is made. Switch it off when that names their repositories.
   * @default true
   */
  readonly registryReplication?: boolean;
}

/**
 * An AWS base stack that exists, for team and project stacks. Of the base stack itself all is read from the ZenML server; what projects have
 * of their own is made in AWS, as the switches say: give those that the base stack was given.
 */
export class ImportedAwsBaseStack extends ImportedBaseStack {
  readonly projects: ProjectCloud<AwsAuth>;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: AwsBaseStackLookUp,
  ) {
    super(scope, id, props);
    // The connectors are for teams; projects have their own.
    const settings = { ...props, connectors: undefined };
    addChecks(this, identityChecks(settings));
    const account = once(() => lookUpAccount(this, props));
    this.projects = {
      provide: (project, request) => {
        const { accountId, arn } = account();
        const partition = partOf(arn, ':', 1);
        addChecks(project, this.replicaChecks(settings));
        return makeAwsProject(project, request, {
          settings,
          basePrefix: this.resourcePrefix,
          bucket: this.bucketFor(request, partition),
          replicateImages: this.replicateImagesOf(project),
          accountId,
          partition,
        });
      },
    };
  }

  private replicaChecks(settings: AwsProjectSettings): readonly Check[] {
    return replicaChecks(settings).map(({ holds, message }) => ({
      holds,
      message: `its base is looked up, and has what ${this.node.path} was given: ${message}`,
    }));
  }

  private bucketFor({ isolation }: ProjectRequest<AwsAuth>, partition: string): IArtifactBucket {
    const bucket = bucketIn(this.artifactStorePath);
    return {
      bucket,
      arn: `arn:${partition}:s3:::${bucket}`,
      prefix: prefixIn(this.artifactStorePath),
      encryptionKey: isolation === 'prefix' ? this.bucketKey() : undefined,
    };
  }

  private bucketKey(): IEncryptionKey | undefined {
    const { encryptionKey } = this.props;
    if (encryptionKey || !switchesOf(this.props).strict) return encryptionKey;
    return {
      arn: this.factIn(ENCRYPTION_KEY_LABEL, {
        missing: 'what its bucket is encrypted with, which its projects must be allowed to use',
        remedy:
          'Deploy it again with a version of cdktf-zenml that says so, or give its KMS key to AwsBaseStack.fromName as encryptionKey.',
      }),
    };
  }

  private replicateImagesOf(project: Construct): ReplicateImages | undefined {
    const { registryReplication = true, region, replicaRegion } = this.props;
    if (!registryReplication) return undefined;
    return ({ name }) => {
      Annotations.of(project).addWarning(
        `highAvailability: the registry of ${region} has one configuration of what it copies, and ${this.node.path} is only looked up, so that nothing copies the images of ${name} to ${replicaRegion} yet: name the repository in the RegistryReplication of the account, and set registryReplication: false here`,
      );
    };
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
