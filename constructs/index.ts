/**
 * The library: constructs that register stacks, components and connectors on a ZenML server, whatever the cloud.
 * It imports the bindings, cdktf and constructs; what belongs to one cloud has an entry of its own.
 */
export { addChecks, type Check } from './checks';
export { EcrContainerRegistry, type EcrContainerRegistryProps } from './components/ecr-container-registry';
export { LocalArtifactStore, type LocalArtifactStoreProps } from './components/local-artifact-store';
export { LocalOrchestrator } from './components/local-orchestrator';
export { S3ArtifactStore, type S3ArtifactStoreProps } from './components/s3-artifact-store';
export { SagemakerOrchestrator, type SagemakerOrchestratorProps } from './components/sagemaker-orchestrator';
export { configurationText, type Configuration, type ConfigurationValue } from './configuration';
export { defineEnvironments, type Environment, type EnvironmentSettings, type Overrides } from './environment';
export { commonLabels } from './labels';
export { ServiceConnector, type IServiceConnector, type ServiceConnectorProps } from './service-connector';
export {
  StackComponent,
  type ComponentProps,
  type ComponentType,
  type IStackComponent,
  type StackComponentProps,
} from './stack-component';
export { ZenmlStack, type IZenmlStack, type ZenmlStackProps } from './zenml-stack';
