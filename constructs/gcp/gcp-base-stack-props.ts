import type { TerraformProvider } from 'cdktf';
import type { ArtifactRegistryContainerRegistryProps } from '../components/artifact-registry-container-registry';
import type { CloudBuildImageBuilderProps } from '../components/cloud-build-image-builder';
import type { CloudRunDeployerProps } from '../components/cloud-run-deployer';
import type { GcsArtifactStoreProps } from '../components/gcs-artifact-store';
import type { TypedComponentProps } from '../components/flavored-props';
import type { SkypilotGcpOrchestratorProps } from '../components/skypilot-gcp-orchestrator';
import type { VertexExperimentTrackerProps } from '../components/vertex-experiment-tracker';
import type { VertexOrchestratorProps } from '../components/vertex-orchestrator';
import type { VertexStepOperatorProps } from '../components/vertex-step-operator';
import type { Environment } from '../environment';
import type { IServiceConnector } from '../service-connector';
import type { IStackComponent } from '../stack-component';
import type { GcpAuth } from './auth/gcp-auth';
import type { GcpStorageProps } from './gcp-storage-props';
import type { IServiceAccount } from './service-account';
import type { GcpService } from './services/service-access';

/** Configuration of the components of a base stack beyond what the base stack sets. It wins over that. */
export interface GcpComponentConfiguration {
  readonly artifactStore?: Partial<GcsArtifactStoreProps>;
  readonly containerRegistry?: Partial<ArtifactRegistryContainerRegistryProps>;
  readonly imageBuilder?: Partial<CloudBuildImageBuilderProps>;
  readonly localOrchestrator?: TypedComponentProps;
  readonly vertexOrchestrator?: Partial<VertexOrchestratorProps>;
  readonly skypilotOrchestrator?: Partial<SkypilotGcpOrchestratorProps>;
  readonly stepOperator?: Partial<VertexStepOperatorProps>;
  readonly experimentTracker?: Partial<VertexExperimentTrackerProps>;
  readonly deployer?: Partial<CloudRunDeployerProps>;
}

/** Connectors that exist already, by the resource type that they are used for. One may serve several. */
export interface GcpConnectors {
  readonly 'gcs-bucket': IServiceConnector;
  readonly 'docker-registry': IServiceConnector;
  readonly 'gcp-generic': IServiceConnector;
}

/** What a GCP base stack is made from. */
export interface GcpBaseStackProps extends GcpStorageProps {
  readonly environment: Environment;
  /** Id of the Google project that everything is in: `acme-ml`. A change makes everything anew. */
  readonly projectId: string;
  /** Where everything is, `europe-west1`. A change moves everything, and so makes it anew. */
  readonly region: string;
  /**
   * How the connectors authenticate: `GcpAuth.serviceAccountKey()`, `GcpAuth.workloadIdentity({ ... })`. The pattern makes the
   * identity behind them.
   * @default none, where the `connectors` exist already
   */
  readonly auth?: GcpAuth;
  /**
   * One connector for each resource type, limited to the bucket and the repository, or a single one for all; or those that exist
   * already, whose identity must have the permissions. SkyPilot has one of its own in any case, since it needs the key.
   * @default 'per-resource'
   */
  readonly connectors?: 'per-resource' | 'single' | GcpConnectors;
  /**
   * What runs the pipelines: `local`, the process that starts them, `vertex`, `skypilot`, or a component that exists.
   * @default 'local'
   */
  readonly orchestrator?: 'local' | 'vertex' | 'skypilot' | IStackComponent;
  /**
   * What builds images: `cloud-build`, `none` (the machine that starts the pipeline), or a component that exists.
   * @default 'cloud-build'
   */
  readonly imageBuilder?: 'cloud-build' | 'none' | IStackComponent;
  /**
   * What runs single steps: `vertex`, or a component that exists.
   * @default 'none'
   */
  readonly stepOperator?: 'none' | 'vertex' | IStackComponent;
  /**
   * What records experiments: `vertex`, or a component that exists.
   * @default 'none'
   */
  readonly experimentTracker?: 'none' | 'vertex' | IStackComponent;
  /**
   * What deploys pipelines: `cloud-run`, or a component that exists.
   * @default 'none'
   */
  readonly deployer?: 'none' | 'cloud-run' | IStackComponent;
  /**
   * Services that team stacks on this one use, beside those of its own components: their APIs are enabled, and the
   * connectors' identity may use them.
   * @default none
   */
  readonly services?: readonly GcpService[];
  /**
   * Configuration of the components beyond what this stack sets. It wins over that.
   * @default none
   */
  readonly configuration?: GcpComponentConfiguration;
  /**
   * A service account that exists already, for the steps of pipelines on Vertex AI. It is used as it is.
   * @default a new one
   */
  readonly vertexServiceAccount?: IServiceAccount;
  /**
   * A service account that exists already, for deployed pipelines on Cloud Run. It is used as it is.
   * @default a new one
   */
  readonly cloudRunServiceAccount?: IServiceAccount;
  /**
   * The service account `skypilot-v1`, of which a project has one, where it exists already. It is used as it is.
   * @default a new one
   */
  readonly skypilotServiceAccount?: IServiceAccount;
  /**
   * Whom builds on Cloud Build run as, which Google decides: the default service account of Compute Engine, or Cloud Build's own
   * (`legacy`) in projects that had builds before May 2024 or whose organization chose it.
   * @default 'compute'
   */
  readonly buildServiceAccount?: 'compute' | 'legacy';
  /**
   * Whether the APIs are enabled here. Where they are not, whoever owns the project has enabled them.
   * @default true
   */
  readonly enableApis?: boolean;
  /**
   * Name of the ZenML stack, unique on the server. The names of its components and connectors begin with it.
   * @default `<environment>-base-stack`
   */
  readonly stackName?: string;
  /**
   * Any text, to tell apart several base stacks of one environment in the same project and region. A change renames, and so
   * replaces, everything that is made.
   * @default none
   */
  readonly nameSeed?: string;
  /**
   * Whether the server must be able to use the connectors before they are created or changed.
   * @default true
   */
  readonly verify?: boolean;
  /**
   * The Google provider of everything that is made, where the Terraform stack has several.
   * @default the one without an alias
   */
  readonly provider?: TerraformProvider;
  /**
   * A provider `google-beta`, by which Google is asked to make the service agents of Vertex AI and, for a key of your own, of
   * Artifact Registry.
   * @default the service agents are there, as in every project that has used these services
   */
  readonly googleBetaProvider?: TerraformProvider;
}
