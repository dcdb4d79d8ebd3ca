/**
 * Constructs for AWS: base stacks, the identities behind their connectors, and patterns of authentication.
 * It needs @cdktf/provider-aws and knows no other cloud.
 */
export { AccessLogBucket, type AccessLogBucketProps, type IAccessLogBucket } from './access-log-bucket';
export { ArtifactBucket, type ArtifactBucketProps, type IArtifactBucket } from './artifact-bucket';
export { AwsAuth } from './auth/aws-auth';
export type { AwsAuthPattern, AwsIdentity, AwsIdentityRequest } from './auth/aws-auth-pattern';
export type { AssumedRoleOptions, ImplicitAuthOptions, ServerRoleOptions } from './auth/implicit-auth';
export type { FederationTokenAuthOptions } from './auth/federation-token-auth';
export type { IamRoleAuthOptions } from './auth/iam-role-auth';
export type { SessionTokenAuthOptions } from './auth/session-token-auth';
export type { StsTokenAuthOptions } from './auth/sts-token-auth';
export type { AwsAccessKey, KeyAuthOptions } from './auth/access-key';
export type { IRole } from './auth/role';
export type { SessionOptions } from './auth/session-length';
export { AwsBaseStack } from './aws-base-stack';
export { AWS_PROVIDER_VERSIONS } from './aws-provider-versions';
export type {
  AwsBaseStackProps,
  AwsComponentConfiguration,
  AwsConnectors,
  AwsService,
} from './base/aws-base-stack-props';
export { BucketReplication, type BucketReplicationProps } from './bucket-replication';
export type { BucketLifeCycleProps } from './bucket-life-cycle';
export { EncryptionKey, type EncryptionKeyProps, type IEncryptionKey } from './encryption-key';
export { artifactKeyGrants, bucketGrants } from './grants/bucket-grants';
export type { CloudScope } from './grants/cloud-scope';
export { registryConnectorGrants } from './grants/image-grants';
export { ImageBuildProject, type IImageBuildProject, type ImageBuildProjectProps } from './image-build-project';
export type { AwsBaseStackLookUp } from './imported-aws-base-stack';
export { ImageRepository, type IImageRepository, type ImageRepositoryProps } from './image-repository';
export type { PolicyStatement } from './policy';
export { RegistryReplication, type RegistryReplicationProps } from './registry-replication';
export { SkypilotInstanceRole, type SkypilotInstanceRoleProps } from './skypilot-instance-role';
