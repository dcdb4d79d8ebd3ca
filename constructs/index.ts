/**
 * The library: constructs that register stacks, components and connectors on a ZenML server, whatever the cloud.
 * It imports the bindings, cdktf and constructs; what belongs to one cloud has an entry of its own.
 */
export type { IBaseStack } from './base-stack';
export { addChecks, type Check } from './checks';
export { EcrContainerRegistry, type EcrContainerRegistryProps } from './components/ecr-container-registry';
export { LocalArtifactStore, type LocalArtifactStoreProps } from './components/local-artifact-store';
export { LocalOrchestrator } from './components/local-orchestrator';
export { S3ArtifactStore, type S3ArtifactStoreProps } from './components/s3-artifact-store';
export { SagemakerOrchestrator, type SagemakerOrchestratorProps } from './components/sagemaker-orchestrator';
export { configurationText, type Configuration, type ConfigurationValue } from './configuration';
export type { ConnectorAuth } from './connectors/connector-auth';
export {
  AwsConnectorAuth,
  type AwsFederationTokenConnectorAuthProps,
  type AwsIamRoleConnectorAuthProps,
  type AwsImplicitConnectorAuthProps,
  type AwsSecretKeyConnectorAuthProps,
  type AwsSessionTokenConnectorAuthProps,
  type AwsStsTokenConnectorAuthProps,
} from './connectors/generated/aws';
export {
  AzureConnectorAuth,
  type AzureAccessTokenConnectorAuthProps,
  type AzureImplicitConnectorAuthProps,
  type AzureServicePrincipalConnectorAuthProps,
} from './connectors/generated/azure';
export { DockerConnectorAuth, type DockerPasswordConnectorAuthProps } from './connectors/generated/docker';
export {
  GcpConnectorAuth,
  type GcpExternalAccountConnectorAuthProps,
  type GcpImpersonationConnectorAuthProps,
  type GcpImplicitConnectorAuthProps,
  type GcpOauth2TokenConnectorAuthProps,
  type GcpServiceAccountConnectorAuthProps,
  type GcpUserAccountConnectorAuthProps,
} from './connectors/generated/gcp';
export {
  HyperaiConnectorAuth,
  type HyperaiDsaKeyConnectorAuthProps,
  type HyperaiEcdsaKeyConnectorAuthProps,
  type HyperaiEd25519KeyConnectorAuthProps,
  type HyperaiRsaKeyConnectorAuthProps,
} from './connectors/generated/hyperai';
export {
  KubernetesConnectorAuth,
  type KubernetesPasswordConnectorAuthProps,
  type KubernetesTokenConnectorAuthProps,
} from './connectors/generated/kubernetes';
export {
  Oauth2ConnectorAuth,
  type Oauth2ClientCredentialsConnectorAuthProps,
  type Oauth2RefreshTokenConnectorAuthProps,
  type Oauth2TokenConnectorAuthProps,
} from './connectors/generated/oauth2';
export type {
  ConnectorAuthProps,
  ExpirationBounds,
  SecretConnectorAuthProps,
  TypedConnectorAuth,
} from './connectors/typed-connector-auth';
export { CustomFlavor, type CustomFlavorProps, type FlavorLookUp, type ICustomFlavor } from './custom-flavor';
export { defineEnvironments, type Environment, type EnvironmentSettings, type Overrides } from './environment';
export { commonLabels } from './labels';
export {
  Registrar,
  type ComponentSpec,
  type ConnectorSpec,
  type FlavorSpec,
  type Registered,
  type SecretSpec,
  type StackSpec,
} from './registration/registrar';
export { Secret, secretReference, type ISecret, type SecretProps } from './secret';
export { isSecretReference, secretValueChecks, type SecretValueOptions } from './secret-values';
export { ServiceConnector, type IServiceConnector, type ServiceConnectorProps } from './service-connector';
export {
  StackComponent,
  type ComponentLookUp,
  type ComponentProps,
  type ComponentType,
  type IStackComponent,
  type StackComponentProps,
} from './stack-component';
export { ZenmlStack, type IZenmlStack, type ZenmlStackProps } from './zenml-stack';
