/**
 * The configuration of every flavor of ZenML 0.98.0, generated from that server's own schemas by `npm run flavors`.
 * Nothing here is written by hand: the next run overwrites the folder.
 */
export {
  ALERTER_RULES,
  type AlerterFlavors,
  type DiscordAlerterConfiguration,
  type SlackAlerterConfiguration,
} from './alerter';
export {
  ANNOTATOR_RULES,
  type AnnotatorFlavors,
  type ArgillaAnnotatorConfiguration,
  type LabelStudioAnnotatorConfiguration,
  type PigeonAnnotatorConfiguration,
  type ProdigyAnnotatorConfiguration,
} from './annotator';
export {
  ARTIFACT_STORE_RULES,
  type ArtifactStoreFlavors,
  type AzureArtifactStoreConfiguration,
  type B2ArtifactStoreConfiguration,
  type DigitaloceanArtifactStoreConfiguration,
  type GcpArtifactStoreConfiguration,
  type LocalArtifactStoreConfiguration,
  type S3ArtifactStoreConfiguration,
} from './artifact-store';
export {
  CONTAINER_REGISTRY_RULES,
  type AwsContainerRegistryConfiguration,
  type AzureContainerRegistryConfiguration,
  type ContainerRegistryFlavors,
  type DefaultContainerRegistryConfiguration,
  type DigitaloceanContainerRegistryConfiguration,
  type DockerhubContainerRegistryConfiguration,
  type GcpContainerRegistryConfiguration,
  type GithubContainerRegistryConfiguration,
} from './container-registry';
export {
  DATA_VALIDATOR_RULES,
  type DataValidatorFlavors,
  type DeepchecksDataValidatorConfiguration,
  type EvidentlyDataValidatorConfiguration,
  type GreatExpectationsDataValidatorConfiguration,
  type WhylogsDataValidatorConfiguration,
} from './data-validator';
export {
  DEPLOYER_RULES,
  type AwsDeployerConfiguration,
  type DeployerFlavors,
  type DockerDeployerConfiguration,
  type GcpDeployerConfiguration,
  type HuggingfaceDeployerConfiguration,
  type KubernetesDeployerConfiguration,
  type LocalDeployerConfiguration,
} from './deployer';
export {
  EXPERIMENT_TRACKER_RULES,
  type CometExperimentTrackerConfiguration,
  type ExperimentTrackerFlavors,
  type MlflowExperimentTrackerConfiguration,
  type NeptuneExperimentTrackerConfiguration,
  type TrackioExperimentTrackerConfiguration,
  type VertexExperimentTrackerConfiguration,
  type WandbExperimentTrackerConfiguration,
} from './experiment-tracker';
export { FEATURE_STORE_RULES, type FeastFeatureStoreConfiguration, type FeatureStoreFlavors } from './feature-store';
export {
  IMAGE_BUILDER_RULES,
  type AwsImageBuilderConfiguration,
  type GcpImageBuilderConfiguration,
  type ImageBuilderFlavors,
  type KanikoImageBuilderConfiguration,
  type LocalImageBuilderConfiguration,
} from './image-builder';
export {
  LOG_STORE_RULES,
  type DatadogLogStoreConfiguration,
  type LogStoreFlavors,
  type OtelLogStoreConfiguration,
} from './log-store';
export {
  MODEL_DEPLOYER_RULES,
  type BentomlModelDeployerConfiguration,
  type DatabricksModelDeployerConfiguration,
  type HuggingfaceModelDeployerConfiguration,
  type MlflowModelDeployerConfiguration,
  type ModelDeployerFlavors,
  type SeldonModelDeployerConfiguration,
  type VllmModelDeployerConfiguration,
} from './model-deployer';
export {
  MODEL_REGISTRY_RULES,
  type MlflowModelRegistryConfiguration,
  type ModelRegistryFlavors,
} from './model-registry';
export {
  ORCHESTRATOR_RULES,
  type AirflowOrchestratorConfiguration,
  type AzuremlOrchestratorConfiguration,
  type DatabricksOrchestratorConfiguration,
  type HyperaiOrchestratorConfiguration,
  type KubeflowOrchestratorConfiguration,
  type KubernetesOrchestratorConfiguration,
  type LightningOrchestratorConfiguration,
  type LocalDockerOrchestratorConfiguration,
  type LocalOrchestratorConfiguration,
  type ModalOrchestratorConfiguration,
  type OrchestratorFlavors,
  type SagemakerOrchestratorConfiguration,
  type SshOrchestratorConfiguration,
  type TektonOrchestratorConfiguration,
  type VertexOrchestratorConfiguration,
  type VmAwsOrchestratorConfiguration,
  type VmAzureOrchestratorConfiguration,
  type VmGcpOrchestratorConfiguration,
  type VmKubernetesOrchestratorConfiguration,
  type VmLambdaOrchestratorConfiguration,
} from './orchestrator';
export {
  SANDBOX_RULES,
  type DockerSandboxConfiguration,
  type KubernetesSandboxConfiguration,
  type LocalSandboxConfiguration,
  type ModalSandboxConfiguration,
  type SandboxFlavors,
} from './sandbox';
export {
  STEP_OPERATOR_RULES,
  type AzuremlStepOperatorConfiguration,
  type BasetenStepOperatorConfiguration,
  type DatabricksStepOperatorConfiguration,
  type KubernetesStepOperatorConfiguration,
  type ModalStepOperatorConfiguration,
  type RunaiStepOperatorConfiguration,
  type SagemakerStepOperatorConfiguration,
  type SparkKubernetesStepOperatorConfiguration,
  type SshStepOperatorConfiguration,
  type StepOperatorFlavors,
  type VertexStepOperatorConfiguration,
} from './step-operator';
export {
  type AzureMLComputeTypes,
  type Compression,
  type DatabricksAccessControlRequest,
  type DatabricksAvailabilityType,
  type DatabricksPermissionLevel,
  type DockerSandboxPullPolicy,
  type KubernetesPodSettings,
  type KubernetesSandboxOwner,
  type KubernetesServiceType,
  type RunAIConfigMapMountSettings,
  type RunAIExternalURLSettings,
  type RunAIHostPathMountSettings,
  type RunAINFSMountSettings,
  type RunAIPVCMountSettings,
  type RunAIPortSettings,
  type RunAIS3MountSettings,
  type RunAISecretMountSettings,
  type RunAISecurityContextSettings,
  type RunAITolerationSettings,
  type VertexCustomJobParameters,
} from './models';
