import type { EnabledApis } from './enabled-apis';
import type { GcpBaseStackProps } from './gcp-base-stack-props';
import type { IGcsArtifactBucket } from './gcs-artifact-bucket';
import type { IServiceAccount } from './service-account';

/** What a GCP base stack was given, as far as its projects have the same. */
export type GcpProjectSettings = Pick<
  GcpBaseStackProps,
  | 'accessLogDays'
  | 'auth'
  | 'cleanUpDryRun'
  | 'configuration'
  | 'connectors'
  | 'deployer'
  | 'enableApis'
  | 'encryptionKey'
  | 'environment'
  | 'experimentTracker'
  | 'googleBetaProvider'
  | 'keptImages'
  | 'noncurrentVersionDays'
  | 'orchestrator'
  | 'projectId'
  | 'provider'
  | 'region'
  | 'secondRegion'
  | 'services'
  | 'softDeleteDays'
  | 'stepOperator'
  | 'temporaryPrefixes'
  | 'turboReplication'
  | 'untaggedImageDays'
  | 'verify'
>;

/** What projects on a GCP base stack need of it. */
export interface GcpProjectBase {
  readonly settings: GcpProjectSettings;
  /** Begins the names of its resources, as one expression where terraform knows it first. */
  readonly basePrefix: string;
  readonly bucket: Pick<IGcsArtifactBucket, 'name'>;
  /**
   * The part of the bucket that the base uses.
   * @default all of it
   */
  readonly prefix?: string;
  /**
   * The APIs that it has enabled, where it is in the same Terraform stack.
   * @default projects enable their own
   */
  readonly apis?: EnabledApis;
  /** The service account of SkyPilot, of which a Google project has one. */
  readonly skypilotServiceAccount?: IServiceAccount;
}
