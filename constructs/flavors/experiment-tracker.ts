// Generated from the flavors of ZenML 0.98.0 by `npm run flavors`: the next run overwrites it.
import type { IResolvable } from 'cdktf';
import type { Configuration } from '../configuration';
import type { FlavorRules } from '../flavor-rules';

/** Config for the Comet experiment tracker. */
export interface CometExperimentTrackerConfiguration {
  /** @default none */
  readonly runName?: string;
  /** @default `[]` */
  readonly tags?: readonly string[];
  /** @default `{}` */
  readonly settings?: Configuration;
  /**
   * API key that should be authorized to log to the configured Comet workspace and project.
   * A secret: give a `secretReference(...)` or a sensitive variable, never a literal.
   */
  readonly apiKey: string;
  /**
   * Name of an existing Comet workspace.
   * @default none
   */
  readonly workspace?: string;
  /**
   * Name of an existing Comet project to log to.
   * @default none
   */
  readonly projectName?: string;
}

/** Config for the MLflow experiment tracker. */
export interface MlflowExperimentTrackerConfiguration {
  /**
   * The MLflow experiment name to use for tracking runs.
   * @default none
   */
  readonly experimentName?: string;
  /**
   * If `True`, will create a nested sub-run for the step.
   * @default `false`
   */
  readonly nested?: boolean | IResolvable;
  /**
   * Tags to attach to the MLflow run for categorization and filtering.
   * @default ZenML's own
   */
  readonly tags?: Configuration;
  /**
   * The URI of the MLflow tracking server. If no URI is set, your stack must contain a LocalArtifactStore and ZenML will
   * point MLflow to a subdirectory of your artifact store instead.
   * @default none
   */
  readonly trackingUri?: string;
  /**
   * Username for authenticating with the MLflow tracking server. Required when using a remote tracking URI along with
   * tracking_password.
   * @default none
   */
  readonly trackingUsername?: string;
  /**
   * Password for authenticating with the MLflow tracking server. Required when using a remote tracking URI along with
   * tracking_username.
   * A secret: give a `secretReference(...)` or a sensitive variable, never a literal.
   * @default none
   */
  readonly trackingPassword?: string;
  /**
   * Token for authenticating with the MLflow tracking server. Alternative to username/password authentication for remote
   * tracking URIs.
   * A secret: give a `secretReference(...)` or a sensitive variable, never a literal.
   * @default none
   */
  readonly trackingToken?: string;
  /**
   * Client ID of the Databricks service principal to use for OAuth M2M authentication. Only applies when tracking_uri is
   * set to 'databricks'.
   * @default none
   */
  readonly databricksClientId?: string;
  /**
   * Client secret of the Databricks service principal to use for OAuth M2M authentication. Only applies when tracking_uri
   * is set to 'databricks'.
   * A secret: give a `secretReference(...)` or a sensitive variable, never a literal.
   * @default none
   */
  readonly databricksClientSecret?: string;
  /**
   * Skips verification of TLS connection to the MLflow tracking server if set to `True`. Use with caution in production
   * environments.
   * @default `false`
   */
  readonly trackingInsecureTls?: boolean | IResolvable;
  /**
   * The host of the Databricks workspace with the MLflow managed server to connect to. Required when tracking_uri is set
   * to 'databricks'.
   * @default none
   */
  readonly databricksHost?: string;
  /**
   * If `True`, will enable the Databricks Unity Catalog for logging and registering models.
   * @default `false`
   */
  readonly enableUnityCatalog?: boolean | IResolvable;
}

/** Config for the Neptune experiment tracker. */
export interface NeptuneExperimentTrackerConfiguration {
  /**
   * Name of the Neptune project you want to log the metadata to.
   * @default none
   */
  readonly project?: string;
  /**
   * Your Neptune API token for authentication.
   * A secret: give a `secretReference(...)` or a sensitive variable, never a literal.
   * @default none
   */
  readonly apiToken?: string;
}

/** Config for the Trackio experiment tracker. */
export interface TrackioExperimentTrackerConfiguration {
  /**
   * Trackio run name.
   * @default none
   */
  readonly runName?: string;
  /**
   * Tags associated with the Trackio run.
   * @default ZenML's own
   */
  readonly tags?: readonly string[];
  /**
   * Run resume behavior. Supported values are 'allow', 'must', and 'never'.
   * @default `"allow"`
   */
  readonly resume?: 'allow' | 'must' | 'never';
  /**
   * Automatically sync Trackio runs after completion.
   * @default `false`
   */
  readonly autoSync?: boolean | IResolvable;
  /**
   * Automatically freeze Trackio dashboards after completion.
   * @default `false`
   */
  readonly autoFreeze?: boolean | IResolvable;
  /**
   * Whether GPU telemetry should be logged automatically.
   * @default `true`
   */
  readonly logGpuMetrics?: boolean | IResolvable;
  /**
   * Whether Trackio dashboards should automatically be published to a Hugging Face Space.
   * @default `false`
   */
  readonly publishToSpace?: boolean | IResolvable;
  /**
   * Whether Trackio logs should automatically be published to a Hugging Face Dataset repository.
   * @default `false`
   */
  readonly publishToDataset?: boolean | IResolvable;
  /**
   * Trackio project name.
   * @default `"zenml"`
   */
  readonly projectName?: string;
  /**
   * Optional Trackio server URL. Can point to a self-hosted Trackio backend or remote server.
   * @default none
   */
  readonly serverUrl?: string;
  /**
   * Optional Hugging Face token used for syncing runs, datasets, buckets, or Spaces.
   * A secret: give a `secretReference(...)` or a sensitive variable, never a literal.
   * @default none
   */
  readonly hfToken?: string;
  /**
   * Optional Hugging Face Space ID used by Trackio.
   * @default none
   */
  readonly spaceId?: string;
  /**
   * Optional Hugging Face Dataset ID used for Trackio run synchronization.
   * @default none
   */
  readonly datasetId?: string;
  /**
   * Optional Hugging Face bucket ID used for artifact and dashboard storage.
   * @default none
   */
  readonly bucketId?: string;
}

/** Config for the VertexAI experiment tracker. */
export interface VertexExperimentTrackerConfiguration {
  /**
   * The VertexAI experiment name.
   * @default none
   */
  readonly experiment?: string;
  /**
   * The VertexAI experiment tensorboard instance to use.
   * @default none
   */
  readonly experimentTensorboard?: string | boolean | IResolvable;
  /**
   * Google Cloud Project ID. Auto-detected from environment if not specified.
   * @default none
   */
  readonly project?: string;
  /**
   * Path to service account JSON key file for authentication. Uses Application Default Credentials if not provided.
   * @default none
   */
  readonly serviceAccountPath?: string;
  /** @default none */
  readonly location?: string;
  /** @default none */
  readonly stagingBucket?: string;
  /** @default none */
  readonly network?: string;
  /** @default none */
  readonly encryptionSpecKeyName?: string;
  /** @default none */
  readonly apiEndpoint?: string;
  /**
   * A secret: give a `secretReference(...)` or a sensitive variable, never a literal.
   * @default none
   */
  readonly apiKey?: string;
  /** @default none */
  readonly apiTransport?: string;
  /** @default none */
  readonly requestMetadata?: Configuration;
}

/** Config for the Wandb experiment tracker. */
export interface WandbExperimentTrackerConfiguration {
  /**
   * The Wandb run name to use for tracking experiments.
   * @default none
   */
  readonly runName?: string;
  /**
   * Explicit Wandb run ID to use for advanced resume flows.
   * @default none
   */
  readonly runId?: string;
  /**
   * Strategy used to derive Wandb run IDs. The default leaves IDs to Wandb, 'reuse_on_retry' resumes the same run for
   * retries, and 'new_on_retry' creates a new deterministic run for retries.
   * @default `"wandb_generated"`
   */
  readonly runIdStrategy?: 'wandb_generated' | 'new_on_retry' | 'reuse_on_retry';
  /**
   * Wandb resume policy. Defaults to 'allow' when ZenML sets a run ID.
   * @default none
   */
  readonly resume?: 'allow' | 'must' | 'never' | 'auto';
  /**
   * Wandb group to use for the run.
   * @default none
   */
  readonly group?: string;
  /**
   * Optional Wandb job type for the run.
   * @default none
   */
  readonly jobType?: string;
  /**
   * Tags to attach to the Wandb run for categorization and filtering.
   * @default ZenML's own
   */
  readonly tags?: readonly string[];
  /**
   * User-provided Wandb config values to attach to the run.
   * @default ZenML's own
   */
  readonly runConfig?: Configuration;
  /**
   * Advanced Wandb init keyword arguments not managed by ZenML.
   * @default ZenML's own
   */
  readonly initKwargs?: Configuration;
  /**
   * Additional settings for the Wandb run configuration.
   * @default ZenML's own
   */
  readonly settings?: Configuration;
  /**
   * Whether to add ZenML context to Wandb tags and config.
   * @default `true`
   */
  readonly enableZenmlMetadata?: boolean | IResolvable;
  /**
   * Whether to add ZenML dashboard links to Wandb config when available.
   * @default `true`
   */
  readonly enableZenmlDashboardLinks?: boolean | IResolvable;
  /**
   * Whether to enable Weave integration for enhanced experiment tracking.
   * @default `false`
   */
  readonly enableWeave?: boolean | IResolvable;
  /**
   * API key that should be authorized to log to the configured Wandb entity and project. Required for authentication.
   * A secret: give a `secretReference(...)` or a sensitive variable, never a literal.
   */
  readonly apiKey: string;
  /**
   * Name of an existing Wandb entity (team or user account) to log experiments to.
   * @default none
   */
  readonly entity?: string;
  /**
   * Name of an existing Wandb project to log experiments to. If not specified, a default project will be used.
   * @default none
   */
  readonly projectName?: string;
}

/** The configurations of the flavors of experiment_tracker. Augment it with those of your own flavors. */
export interface ExperimentTrackerFlavors {
  readonly comet: CometExperimentTrackerConfiguration;
  readonly mlflow: MlflowExperimentTrackerConfiguration;
  readonly neptune: NeptuneExperimentTrackerConfiguration;
  readonly trackio: TrackioExperimentTrackerConfiguration;
  readonly vertex: VertexExperimentTrackerConfiguration;
  readonly wandb: WandbExperimentTrackerConfiguration;
}

/** What types cannot say of the keys, by flavor and by the server's own key. */
export const EXPERIMENT_TRACKER_RULES: FlavorRules = {
  comet: {
    api_key: { secret: true },
  },
  mlflow: {
    tracking_password: { secret: true },
    tracking_token: { secret: true },
    databricks_client_secret: { secret: true },
  },
  neptune: {
    api_token: { secret: true },
  },
  trackio: {
    resume: { values: ['allow', 'must', 'never'] },
    hf_token: { secret: true },
  },
  vertex: {
    api_key: { secret: true },
  },
  wandb: {
    run_id_strategy: { values: ['wandb_generated', 'new_on_retry', 'reuse_on_retry'] },
    resume: { values: ['allow', 'must', 'never', 'auto'] },
    api_key: { secret: true },
  },
};
