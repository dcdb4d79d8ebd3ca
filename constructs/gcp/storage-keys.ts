import { DataGoogleStorageProjectServiceAccount } from '@cdktf/provider-google/lib/data-google-storage-project-service-account';
import { Construct } from 'constructs';
import { forgetResources } from '../forget-resources';
import { keepsRule } from '../keeps-rule';
import { EncryptionKey, type IEncryptionKey, type KeyUser } from './encryption-key';
import type { GcpProject } from './gcp-project';
import type { GcpBaseStackProps } from './gcp-base-stack-props';
import { bucketPlace, repositoryPlace } from './places';
import { ServiceAgent } from './service-agent';

/** What bucket and repository of a base stack are made from. */
export interface GcpStorageContext {
  readonly props: GcpBaseStackProps;
  readonly project: GcpProject;
  readonly labels: Readonly<Record<string, string>>;
  /**
   * Name of a new repository.
   * @default the one that begins all names
   */
  readonly repositoryName?: string;
}

/** What bucket and repository of a base stack are encrypted by; undefined for keys of Google's. */
export interface StorageKeys {
  readonly bucket?: IEncryptionKey;
  readonly repository?: IEncryptionKey;
}

/**
 * The key that is given, or in the strict mode a new one, for each of bucket and repository where Cloud KMS has no place for both.
 * One that was made before one was given is left as it is: it may be the same, and what it has encrypted needs it.
 */
export function storageKeys(scope: Construct, context: GcpStorageContext): StorageKeys {
  const { environment, encryptionKey } = context.props;
  const strict = environment.complianceMode === 'strict';
  const withRegistry = !strict || keepsRule(environment, 'registry-key');
  if (encryptionKey !== undefined) {
    forgetResources(scope, 'encryption', () => makeKeys(scope, context, true));
    return { bucket: encryptionKey, ...(withRegistry && { repository: encryptionKey }) };
  }
  return strict ? makeKeys(scope, context, withRegistry) : {};
}

/** Those of bucket and repository, where they are made here, as `encryption` in the scope. */
function makeKeys(scope: Construct, { props, project, labels }: GcpStorageContext, withRegistry: boolean): StorageKeys {
  const parent = new Construct(scope, 'encryption');
  const ofBucket = props.bucket ? [] : [storageAgent(parent, project)];
  const ofRepository = props.repository || !withRegistry ? [] : [registryAgent(parent, project, props)];
  const make = (id: string, location: string, users: readonly KeyUser[]): IEncryptionKey | undefined =>
    users.length === 0
      ? undefined
      : new EncryptionKey(parent, id, {
          keyName: project.names.prefix,
          projectId: project.projectId,
          location,
          users,
          preventDestroy: keepsRule(props.environment, 'prevent-destroy'),
          labels,
          dependsOn: project.apis.use('cloudkms'),
        });
  const { keyLocation } = bucketPlace(props);
  const registryLocation = repositoryPlace(props);
  if (keyLocation !== registryLocation) {
    return {
      bucket: make('key', keyLocation, ofBucket),
      repository: make('repository-key', registryLocation, ofRepository),
    };
  }
  const key = make('key', keyLocation, [...ofBucket, ...ofRepository]);
  return { bucket: key, ...(withRegistry && { repository: key }) };
}

/** Google makes it when it is first asked for. */
function storageAgent(scope: Construct, { projectId, apis }: GcpProject): KeyUser {
  const { member } = new DataGoogleStorageProjectServiceAccount(scope, 'storage-agent', {
    project: projectId,
    dependsOn: apis.use('storage'),
  });
  return { use: 'storage', member, dependsOn: [] };
}

/** Google makes it with the first repository of a project, and that one cannot be encrypted by this key unless it is there. */
function registryAgent(
  scope: Construct,
  project: GcpProject,
  { googleBetaProvider }: Pick<GcpBaseStackProps, 'googleBetaProvider'>,
): KeyUser {
  const { member, dependencies } = new ServiceAgent(scope, 'registry-agent', {
    service: 'artifactregistry',
    use: 'artifact-registry',
    project,
    googleBetaProvider,
    dependsOn: project.apis.use('artifactregistry'),
  });
  return { use: 'artifact-registry', member, dependsOn: dependencies };
}
