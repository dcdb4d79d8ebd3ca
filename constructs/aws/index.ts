/**
 * Constructs for AWS: base stacks, the identities behind their connectors, and patterns of authentication.
 * It needs @cdktf/provider-aws and knows no other cloud.
 */
export { ArtifactBucket, type ArtifactBucketProps, type IArtifactBucket } from './artifact-bucket';
export { AwsAuth } from './auth/aws-auth';
export type { AwsAuthPattern, AwsIdentity, AwsIdentityRequest } from './auth/aws-auth-pattern';
export type { ImplicitAuthOptions } from './auth/implicit-auth';
export { AWS_PROVIDER_VERSIONS, AwsBaseStack, type AwsBaseStackProps } from './aws-base-stack';
export { ImageRepository, type IImageRepository, type ImageRepositoryProps } from './image-repository';
export type { PolicyStatement } from './policy';
