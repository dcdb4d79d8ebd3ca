import type { IArtifactBucket } from './artifact-bucket';
import type { AwsBaseStackProps } from './base/aws-base-stack-props';
import type { ReplicateImages } from './base/replicate-images';

/** What an AWS base stack was given, as far as its projects have the same. */
export type AwsProjectSettings = Pick<
  AwsBaseStackProps,
  | 'accessLogDays'
  | 'auth'
  | 'configuration'
  | 'connectors'
  | 'deployer'
  | 'encryptionKey'
  | 'endpointUrl'
  | 'environment'
  | 'imageBuilder'
  | 'noncurrentVersionDays'
  | 'orchestrator'
  | 'provider'
  | 'region'
  | 'registryReplication'
  | 'replicaEncryptionKey'
  | 'replicaProvider'
  | 'replicaRegion'
  | 'services'
  | 'stepOperator'
  | 'temporaryPrefixes'
  | 'untaggedImageDays'
>;

/** What projects on an AWS base stack need of it. */
export interface AwsProjectBase {
  readonly settings: AwsProjectSettings;
  /** Begins the names of its resources, as one expression. */
  readonly basePrefix: string;
  /** Its bucket, or the part of it that the base uses. */
  readonly bucket: IArtifactBucket;
  /** Has the registry copy images as those of the base. Undefined where it is told elsewhere what it copies. */
  readonly replicateImages: ReplicateImages | undefined;
  readonly accountId: string;
  /** `aws`, `aws-cn`. */
  readonly partition: string;
}
