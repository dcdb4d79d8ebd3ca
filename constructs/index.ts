/**
 * The library: constructs that register stacks, components and connectors on a ZenML server, whatever the cloud.
 * It imports the bindings, cdktf and constructs; what belongs to one cloud has an entry of its own.
 */
export { addStateBackend } from './backends/add-state-backend';
export type { BackendPattern, StateOwner } from './backends/backend-pattern';
export type { GcsStateOptions } from './backends/gcs-state';
export type { HcpTerraformStateOptions } from './backends/hcp-terraform-state';
export type { LocalStateOptions } from './backends/local-state';
export type { S3StateOptions } from './backends/s3-state';
export { StateBackend } from './backends/state-backend';
export { BaseStack, baseStackLabels, type BaseStackFacts, type IBaseStack, type PlannedComponents } from './base-stack';
export { addChecks, type Check } from './checks';
export { Alerter, type AlerterProps } from './components/alerter';
export { Annotator, type AnnotatorProps } from './components/annotator';
export { AppRunnerDeployer, type AppRunnerDeployerProps } from './components/app-runner-deployer';
export {
  ArtifactRegistryContainerRegistry,
  type ArtifactRegistryContainerRegistryProps,
} from './components/artifact-registry-container-registry';
export { ArtifactStore, type ArtifactStoreProps } from './components/artifact-store';
export { AzureArtifactStore, type AzureArtifactStoreProps } from './components/azure-artifact-store';
export { AzureContainerRegistry, type AzureContainerRegistryProps } from './components/azure-container-registry';
export { BentomlModelDeployer, type BentomlModelDeployerProps } from './components/bentoml-model-deployer';
export { CloudBuildImageBuilder, type CloudBuildImageBuilderProps } from './components/cloud-build-image-builder';
export { CloudRunDeployer, type CloudRunDeployerProps } from './components/cloud-run-deployer';
export { CodeBuildImageBuilder, type CodeBuildImageBuilderProps } from './components/code-build-image-builder';
export { ContainerRegistry, type ContainerRegistryProps } from './components/container-registry';
export { DataValidator, type DataValidatorProps } from './components/data-validator';
export { DatabricksModelDeployer, type DatabricksModelDeployerProps } from './components/databricks-model-deployer';
export { DatadogLogStore, type DatadogLogStoreProps } from './components/datadog-log-store';
export { Deployer, type DeployerProps } from './components/deployer';
export { DiscordAlerter, type DiscordAlerterProps } from './components/discord-alerter';
export { DockerDeployer, type DockerDeployerProps } from './components/docker-deployer';
export { EcrContainerRegistry, type EcrContainerRegistryProps } from './components/ecr-container-registry';
export { ExperimentTracker, type ExperimentTrackerProps } from './components/experiment-tracker';
export { FeatureStore, type FeatureStoreProps } from './components/feature-store';
export { FlavoredComponent, type FlavoredComponentProps } from './components/flavored-component';
export {
  type CustomFlavoredProps,
  type FlavoredProps,
  type FlavorProps,
  type TypedComponentProps,
} from './components/flavored-props';
export { GcsArtifactStore, type GcsArtifactStoreProps } from './components/gcs-artifact-store';
export { HuggingfaceModelDeployer, type HuggingfaceModelDeployerProps } from './components/huggingface-model-deployer';
export { ImageBuilder, type ImageBuilderProps } from './components/image-builder';
export { KanikoImageBuilder, type KanikoImageBuilderProps } from './components/kaniko-image-builder';
export { KubeflowOrchestrator, type KubeflowOrchestratorProps } from './components/kubeflow-orchestrator';
export { KubernetesDeployer, type KubernetesDeployerProps } from './components/kubernetes-deployer';
export { KubernetesOrchestrator, type KubernetesOrchestratorProps } from './components/kubernetes-orchestrator';
export { KubernetesStepOperator, type KubernetesStepOperatorProps } from './components/kubernetes-step-operator';
export { LocalArtifactStore, type LocalArtifactStoreProps } from './components/local-artifact-store';
export { LocalDeployer, type LocalDeployerProps } from './components/local-deployer';
export { LocalDockerOrchestrator, type LocalDockerOrchestratorProps } from './components/local-docker-orchestrator';
export { LocalImageBuilder, type LocalImageBuilderProps } from './components/local-image-builder';
export { LocalOrchestrator } from './components/local-orchestrator';
export { LogStore, type LogStoreProps } from './components/log-store';
export { MlflowExperimentTracker, type MlflowExperimentTrackerProps } from './components/mlflow-experiment-tracker';
export { MlflowModelDeployer, type MlflowModelDeployerProps } from './components/mlflow-model-deployer';
export { MlflowModelRegistry } from './components/mlflow-model-registry';
export { ModelDeployer, type ModelDeployerProps } from './components/model-deployer';
export { ModelRegistry, type ModelRegistryProps } from './components/model-registry';
export { Orchestrator, type OrchestratorProps } from './components/orchestrator';
export { OtelLogStore, type OtelLogStoreProps } from './components/otel-log-store';
export { addFlavorRules } from './components/rules-of';
export { S3ArtifactStore, type S3ArtifactStoreProps } from './components/s3-artifact-store';
export { SagemakerOrchestrator, type SagemakerOrchestratorProps } from './components/sagemaker-orchestrator';
export { SagemakerStepOperator, type SagemakerStepOperatorProps } from './components/sagemaker-step-operator';
export { Sandbox, type SandboxProps } from './components/sandbox';
export { SeldonModelDeployer, type SeldonModelDeployerProps } from './components/seldon-model-deployer';
export { SkypilotAwsOrchestrator, type SkypilotAwsOrchestratorProps } from './components/skypilot-aws-orchestrator';
export { SkypilotGcpOrchestrator, type SkypilotGcpOrchestratorProps } from './components/skypilot-gcp-orchestrator';
export { SlackAlerter, type SlackAlerterProps } from './components/slack-alerter';
export { StepOperator, type StepOperatorProps } from './components/step-operator';
export { VertexExperimentTracker, type VertexExperimentTrackerProps } from './components/vertex-experiment-tracker';
export { VertexOrchestrator, type VertexOrchestratorProps } from './components/vertex-orchestrator';
export { VertexStepOperator, type VertexStepOperatorProps } from './components/vertex-step-operator';
export { VllmModelDeployer, type VllmModelDeployerProps } from './components/vllm-model-deployer';
export { WandbExperimentTracker, type WandbExperimentTrackerProps } from './components/wandb-experiment-tracker';
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
export {
  defineEnvironments,
  type ComplianceRule,
  type Environment,
  type EnvironmentSettings,
  type Overrides,
} from './environment';
export { fromVariable, type FromVariableOptions } from './from-variable';
export type { FlavorRules, KeyRule, KeyRules } from './flavor-rules';
export type {
  AirflowOrchestratorConfiguration,
  AlerterFlavors,
  AnnotatorFlavors,
  ArgillaAnnotatorConfiguration,
  ArtifactStoreFlavors,
  AwsContainerRegistryConfiguration,
  AwsDeployerConfiguration,
  AwsImageBuilderConfiguration,
  AzureArtifactStoreConfiguration,
  AzureContainerRegistryConfiguration,
  AzureMLComputeTypes,
  AzuremlOrchestratorConfiguration,
  AzuremlStepOperatorConfiguration,
  B2ArtifactStoreConfiguration,
  BasetenStepOperatorConfiguration,
  BentomlModelDeployerConfiguration,
  CometExperimentTrackerConfiguration,
  Compression,
  ContainerRegistryFlavors,
  DataValidatorFlavors,
  DatabricksAccessControlRequest,
  DatabricksAvailabilityType,
  DatabricksModelDeployerConfiguration,
  DatabricksOrchestratorConfiguration,
  DatabricksPermissionLevel,
  DatabricksStepOperatorConfiguration,
  DatadogLogStoreConfiguration,
  DeepchecksDataValidatorConfiguration,
  DefaultContainerRegistryConfiguration,
  DeployerFlavors,
  DigitaloceanArtifactStoreConfiguration,
  DigitaloceanContainerRegistryConfiguration,
  DiscordAlerterConfiguration,
  DockerDeployerConfiguration,
  DockerSandboxConfiguration,
  DockerSandboxPullPolicy,
  DockerhubContainerRegistryConfiguration,
  EvidentlyDataValidatorConfiguration,
  ExperimentTrackerFlavors,
  FeastFeatureStoreConfiguration,
  FeatureStoreFlavors,
  GcpArtifactStoreConfiguration,
  GcpContainerRegistryConfiguration,
  GcpDeployerConfiguration,
  GcpImageBuilderConfiguration,
  GithubContainerRegistryConfiguration,
  GreatExpectationsDataValidatorConfiguration,
  HuggingfaceDeployerConfiguration,
  HuggingfaceModelDeployerConfiguration,
  HyperaiOrchestratorConfiguration,
  ImageBuilderFlavors,
  KanikoImageBuilderConfiguration,
  KubeflowOrchestratorConfiguration,
  KubernetesDeployerConfiguration,
  KubernetesOrchestratorConfiguration,
  KubernetesPodSettings,
  KubernetesSandboxConfiguration,
  KubernetesSandboxOwner,
  KubernetesServiceType,
  KubernetesStepOperatorConfiguration,
  LabelStudioAnnotatorConfiguration,
  LightningOrchestratorConfiguration,
  LocalArtifactStoreConfiguration,
  LocalDeployerConfiguration,
  LocalDockerOrchestratorConfiguration,
  LocalImageBuilderConfiguration,
  LocalOrchestratorConfiguration,
  LocalSandboxConfiguration,
  LogStoreFlavors,
  MlflowExperimentTrackerConfiguration,
  MlflowModelDeployerConfiguration,
  MlflowModelRegistryConfiguration,
  ModalOrchestratorConfiguration,
  ModalSandboxConfiguration,
  ModalStepOperatorConfiguration,
  ModelDeployerFlavors,
  ModelRegistryFlavors,
  NeptuneExperimentTrackerConfiguration,
  OrchestratorFlavors,
  OtelLogStoreConfiguration,
  PigeonAnnotatorConfiguration,
  ProdigyAnnotatorConfiguration,
  RunAIConfigMapMountSettings,
  RunAIExternalURLSettings,
  RunAIHostPathMountSettings,
  RunAINFSMountSettings,
  RunAIPVCMountSettings,
  RunAIPortSettings,
  RunAIS3MountSettings,
  RunAISecretMountSettings,
  RunAISecurityContextSettings,
  RunAITolerationSettings,
  RunaiStepOperatorConfiguration,
  S3ArtifactStoreConfiguration,
  SagemakerOrchestratorConfiguration,
  SagemakerStepOperatorConfiguration,
  SandboxFlavors,
  SeldonModelDeployerConfiguration,
  SlackAlerterConfiguration,
  SparkKubernetesStepOperatorConfiguration,
  SshOrchestratorConfiguration,
  SshStepOperatorConfiguration,
  StepOperatorFlavors,
  TektonOrchestratorConfiguration,
  TrackioExperimentTrackerConfiguration,
  VertexCustomJobParameters,
  VertexExperimentTrackerConfiguration,
  VertexOrchestratorConfiguration,
  VertexStepOperatorConfiguration,
  VllmModelDeployerConfiguration,
  VmAwsOrchestratorConfiguration,
  VmAzureOrchestratorConfiguration,
  VmGcpOrchestratorConfiguration,
  VmKubernetesOrchestratorConfiguration,
  VmLambdaOrchestratorConfiguration,
  WandbExperimentTrackerConfiguration,
  WhylogsDataValidatorConfiguration,
} from './flavors';
export type { BaseStackLookUp } from './imported-base-stack';
export type { Json } from './json-text';
export { integrationsOf } from './integrations';
export { commonLabels } from './labels';
export { noLongLivedKeys } from './policies/no-long-lived-keys';
export { addPolicies, type Policy } from './policies/policy';
export { requireTags } from './policies/require-tags';
export type { ProjectCloud, ProjectIsolation, ProjectParts, ProjectRequest } from './project-cloud';
export { ProjectStack, type ProjectStackProps } from './project-stack';
export {
  Registrar,
  type ComponentSpec,
  type ConnectorSpec,
  type FlavorSpec,
  type Registered,
  type SecretSpec,
  type StackSpec,
} from './registration/registrar';
export { RestApiRegistration, type RestApiRegistrationProps } from './registration/rest-api-registration';
export { RESTAPI_PROVIDER_VERSIONS } from './registration/restapi-object';
export { Secret, secretReference, type ISecret, type SecretProps } from './secret';
export { isSecretReference, secretValueChecks, type SecretValueOptions } from './secret-values';
export { ServiceConnector, type IServiceConnector, type ServiceConnectorProps } from './service-connector';
export { SharedArtifactStore, type SharedArtifactStoreProps } from './shared-artifact-store';
export {
  StackComponent,
  type ComponentLookUp,
  type ComponentProps,
  type ComponentType,
  type IStackComponent,
  type StackComponentProps,
} from './stack-component';
export { addStackOutputs, type StackOutputs } from './stack-outputs';
export { TeamStack, type TeamStackProps } from './team-stack';
export {
  VersionedStack,
  type OwnVersionedStackProps,
  type TeamVersionedStackProps,
  type VersionedStackCommonProps,
  type VersionedStackProps,
} from './versioned-stack';
export type {
  ComponentMaker,
  ComponentVersions,
  StackVersion,
  TeamStackVersion,
  VersionedComponents,
} from './versions/stack-version';
export { ZenmlStack, type IZenmlStack, type ZenmlStackProps } from './zenml-stack';
