/**
 * Constructs for Google Cloud: base stacks, the identities behind their connectors, and patterns of authentication.
 * It needs @cdktf/provider-google and knows no other cloud.
 */
export { AccessLogBucket, type AccessLogBucketProps, type IAccessLogBucket } from './access-log-bucket';
export {
  GcsArtifactBucket,
  type GcsArtifactBucketProps,
  type IArtifactFolder,
  type IGcsArtifactBucket,
} from './gcs-artifact-bucket';
export type { AccountKeyOptions, GivenAccountKey } from './auth/account-key';
export type { TokenFormat, TokenSource } from './auth/external-account';
export { GcpAuth } from './auth/gcp-auth';
export type { GcpAuthPattern, GcpIdentity, GcpIdentityRequest } from './auth/gcp-auth-pattern';
export type { ImplicitAuthOptions } from './auth/implicit-auth';
export type { Oauth2TokenAuthOptions } from './auth/oauth2-token-auth';
export type { UserAccountAuthOptions } from './auth/user-account-auth';
export type { OidcServer, WorkloadIdentityAuthOptions } from './auth/workload-identity-auth';
export type { AwsWorkload, OidcWorkload } from './auth/workload-identity-pool';
export { GcpBaseStack } from './gcp-base-stack';
export type { GcpBaseStackProps, GcpComponentConfiguration, GcpConnectors } from './gcp-base-stack-props';
export type { GcpStorageProps } from './gcp-storage-props';
export type { IEncryptionKey } from './encryption-key';
export type { GcsLifeCycle } from './gcs-life-cycle-rules';
export type { PrivateBucketProps } from './private-bucket';
export type { GcpProject } from './gcp-project';
export type { Grant, GrantCondition, GrantTarget } from './grants/grant';
export {
  GarImageRepository,
  repositoryUri,
  type IGarImageRepository,
  type GarImageRepositoryProps,
  type ImageCleanUp,
} from './gar-image-repository';
export type { GcpBaseStackLookUp } from './imported-gcp-base-stack';
export { resourceLabels } from './resource-labels';
export type { IServiceAccount } from './service-account';
export type { GcpService } from './services/service-access';
