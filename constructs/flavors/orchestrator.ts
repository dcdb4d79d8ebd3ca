// Generated from the flavors of ZenML 0.98.0 by `npm run flavors`: the next run overwrites it.
import type { IResolvable } from 'cdktf';
import type { Configuration } from '../configuration';
import type { FlavorRules } from '../flavor-rules';
import type {
  AzureMLComputeTypes,
  DatabricksAccessControlRequest,
  DatabricksAvailabilityType,
  KubernetesPodSettings,
  VertexCustomJobParameters,
} from './models';

/** Configuration for the Airflow orchestrator. */
export interface AirflowOrchestratorConfiguration {
  /** @default none */
  readonly dagOutputDir?: string;
  /** @default none */
  readonly dagId?: string;
  /** @default `[]` */
  readonly dagTags?: readonly string[];
  /** @default `{}` */
  readonly dagArgs?: Configuration;
  /** @default `"airflow.providers.docker.operators.docker.DockerOperator"` */
  readonly operator?: string;
  /** @default `{}` */
  readonly operatorArgs?: Configuration;
  /** @default none */
  readonly customDagGenerator?: string;
  /**
   * If the orchestrator is local or not. If this is True, will spin up a local Airflow server to run pipelines.
   * @default `true`
   */
  readonly local?: boolean | IResolvable;
}

/** Configuration for the AzureML orchestrator. */
export interface AzuremlOrchestratorConfiguration {
  /** @default `"serverless"` */
  readonly mode?: AzureMLComputeTypes;
  /** @default none */
  readonly computeName?: string;
  /** @default none */
  readonly size?: string;
  /** @default none */
  readonly idleTimeBeforeShutdownMinutes?: number;
  /** @default none */
  readonly idleTimeBeforeScaledownDown?: number;
  /** @default none */
  readonly location?: string;
  /** @default none */
  readonly minInstances?: number;
  /** @default none */
  readonly maxInstances?: number;
  /** @default none */
  readonly tier?: string;
  /**
   * Size of the shared memory block for the container. Must be specified in format supported by Docker (e.g., '2g',
   * '200g', '1024m'). Useful for PyTorch dataloaders with multiple workers, large model caching, and RAM-based operations.
   * Defaults to AzureML's default (typically 64MB)
   * @default none
   */
  readonly shmSize?: string;
  /**
   * Whether the orchestrator runs synchronously or not.
   * @default `true`
   */
  readonly synchronous?: boolean | IResolvable;
  /** Subscription ID that AzureML is running on. */
  readonly subscriptionId: string;
  /** Name of the resource group that AzureML is running on. */
  readonly resourceGroup: string;
  /** Name of the workspace that AzureML is running on. */
  readonly workspace: string;
}

/** Databricks orchestrator base config. */
export interface DatabricksOrchestratorConfiguration {
  /**
   * Apache Spark version for the Databricks cluster. Uses workspace default if not specified. Example: '16.4.x-scala2.12'
   * @default none
   */
  readonly sparkVersion?: string;
  /**
   * Fixed number of worker nodes for the cluster. Cannot be combined with `autoscale`. Example: 4
   * At least 0.
   * @default none
   */
  readonly numWorkers?: number;
  /**
   * Databricks node type identifier. Refer to Databricks documentation for available instance types. Example: 'i3.xlarge'
   * @default none
   */
  readonly nodeTypeId?: string;
  /**
   * Databricks cluster policy ID for governance and cost control. Example: '0123456789ABCDEF'
   * @default none
   */
  readonly policyId?: string;
  /**
   * Minutes of inactivity before automatic cluster termination. Helps control costs by shutting down idle clusters.
   * At least 0.
   * @default none
   */
  readonly autoterminationMinutes?: number;
  /**
   * Cluster autoscaling bounds as (min_workers, max_workers). The default (0, 1) intentionally permits driver-only
   * Databricks clusters while still allowing one worker when needed.
   * @default `[0,1]`
   */
  readonly autoscale?: readonly [number, number];
  /**
   * Databricks username for single-user cluster access mode. Example: 'user@company.com'
   * @default none
   */
  readonly singleUserName?: string;
  /**
   * Custom Spark configuration properties as key-value pairs. Example: {'spark.sql.adaptive.enabled': 'true',
   * 'spark.sql.adaptive.coalescePartitions.enabled': 'true'}
   * @default none
   */
  readonly sparkConf?: Readonly<Record<string, string>>;
  /**
   * Environment variables for the Spark driver and executors. Example: {'SPARK_WORKER_MEMORY': '4g',
   * 'SPARK_DRIVER_MEMORY': '2g'}
   * @default none
   */
  readonly sparkEnvVars?: Readonly<Record<string, string>>;
  /**
   * Instance availability type: ON_DEMAND (guaranteed), SPOT (cost-optimized), or SPOT_WITH_FALLBACK (spot with on-demand
   * backup).
   * @default none
   */
  readonly availabilityType?: DatabricksAvailabilityType;
  /**
   * Custom tags applied to Databricks cluster resources (e.g., AWS instances, EBS volumes). Useful for cost allocation and
   * governance. Maximum 45 tags. Example: {'cost_center': 'ml-team', 'environment': 'production'}
   * @default none
   */
  readonly customTags?: Readonly<Record<string, string>>;
  /**
   * Access control list for the Databricks job. Grants permissions to users, groups, or service principals. By default,
   * only the job creator can access the job. Example: [{'group_name': 'users', 'permission_level': 'CAN_VIEW'}]
   * @default none
   */
  readonly accessControlList?: readonly DatabricksAccessControlRequest[];
  /**
   * Timeout in seconds applied to each run of the job. Value of 0 means no timeout. Example: 3600 for a 1-hour timeout
   * At least 0.
   * @default none
   */
  readonly timeoutSeconds?: number;
  /**
   * Timeout in seconds for each task (step) in the job. Value of 0 means no timeout
   * At least 0.
   * @default none
   */
  readonly taskTimeoutSeconds?: number;
  /**
   * Databricks node type for the Spark driver. Defaults to the same type as worker nodes if not specified. Example:
   * 'i3.xlarge'
   * @default none
   */
  readonly driverNodeTypeId?: string;
  /**
   * DBFS paths to init scripts for cluster setup. Only `dbfs:/` paths are supported. Example:
   * ['dbfs:/scripts/install_dependencies.sh']
   * @default none
   */
  readonly initScripts?: readonly string[];
  /**
   * Docker image URL for the cluster. Must be accessible from the Databricks workspace. Example:
   * 'my-registry.com/my-image:latest'
   * @default none
   */
  readonly dockerImageUrl?: string;
  /**
   * Username for authenticating to the Docker registry. Must be provided together with `docker_image_password`.
   * @default none
   */
  readonly dockerImageUsername?: string;
  /**
   * Password for authenticating to the Docker registry. Must be provided together with `docker_image_username`.
   * A secret: give a `secretReference(...)` or a sensitive variable, never a literal.
   * @default none
   */
  readonly dockerImagePassword?: string;
  /**
   * IANA timezone for scheduled pipeline execution. Used only when a schedule with a cron expression is configured.
   * Example: 'America/New_York'.
   * @default none
   */
  readonly scheduleTimezone?: string;
  /**
   * Tags associated with the Databricks job, forwarded to the cluster as cluster tags. Maximum 25 tags. Example:
   * {'project': 'recommendation-engine', 'owner': 'data-team'}
   * @default none
   */
  readonly jobTags?: Readonly<Record<string, string>>;
  /**
   * Maximum number of concurrent runs for this job. Databricks defaults to 1 if not specified. Maximum is 1000
   * At least 1. At most 1000.
   * @default none
   */
  readonly maxConcurrentRuns?: number;
  /**
   * Maximum number of times to retry a failed task. Use -1 for unlimited retries.
   * At least -1.
   * @default none
   */
  readonly maxRetries?: number;
  /**
   * Minimum interval in milliseconds between retry attempts. Example: 60000 for 1 minute between retries
   * At least 0.
   * @default none
   */
  readonly minRetryIntervalMillis?: number;
  /**
   * Whether to retry a task when it times out. Requires max_retries to be set.
   * @default none
   */
  readonly retryOnTimeout?: boolean | IResolvable;
  /** Databricks host. */
  readonly host: string;
  /**
   * Databricks client id.
   * @default none
   */
  readonly clientId?: string;
  /**
   * Databricks client secret.
   * A secret: give a `secretReference(...)` or a sensitive variable, never a literal.
   * @default none
   */
  readonly clientSecret?: string;
}

/** Configuration for the HyperAI orchestrator. */
export interface HyperaiOrchestratorConfiguration {
  /**
   * A dictionary mapping from paths on the HyperAI instance to paths within the Docker container. This allows users to
   * mount directories from the HyperAI instance into the Docker container.
   * @default ZenML's own
   */
  readonly mountsFromTo?: Readonly<Record<string, string>>;
  /**
   * If True, the orchestrator will attempt to automatically log in to the container registry specified in the stack
   * configuration on the HyperAI instance.
   * @default `false`
   */
  readonly containerRegistryAutologin?: boolean | IResolvable;
  /**
   * If True, the orchestrator will automatically clean up old pipeline files that are on the HyperAI instance. Pipeline
   * files will be cleaned up if they are 7 days old or older.
   * @default `true`
   */
  readonly automaticCleanupPipelineFiles?: boolean | IResolvable;
  /**
   * If True, the orchestrator will enable GPU support in the Docker container that runs on the HyperAI instance.
   * @default `true`
   */
  readonly gpuEnabledInContainer?: boolean | IResolvable;
}

/** Configuration for the Kubeflow orchestrator. */
export interface KubeflowOrchestratorConfiguration {
  /**
   * If `True`, the client running a pipeline using this orchestrator waits until all steps finish running. If `False`, the
   * client returns immediately and the pipeline is executed asynchronously.
   * @default `true`
   */
  readonly synchronous?: boolean | IResolvable;
  /**
   * How many seconds to wait for synchronous runs.
   * @default `1200`
   */
  readonly timeout?: number;
  /**
   * Arguments to pass when initializing the KFP client. Example: {'host': 'https://kubeflow.example.com', 'client_id':
   * 'kubeflow-oidc-authservice', 'existing_token': 'your-auth-token'}
   * @default ZenML's own
   */
  readonly clientArgs?: Configuration;
  /**
   * Username to generate a session cookie for the kubeflow client. Both `client_username` and `client_password` need to be
   * set together.
   * @default none
   */
  readonly clientUsername?: string;
  /**
   * Password to generate a session cookie for the kubeflow client. Both `client_username` and `client_password` need to be
   * set together.
   * A secret: give a `secretReference(...)` or a sensitive variable, never a literal.
   * @default none
   */
  readonly clientPassword?: string;
  /**
   * The user namespace to use when creating experiments and runs. Example: 'my-experiments' or 'team-alpha'
   * @default none
   */
  readonly userNamespace?: string;
  /**
   * Pod settings to apply to the orchestrator and step pods.
   * @default none
   */
  readonly podSettings?: KubernetesPodSettings;
  /**
   * The hostname to use to talk to the Kubeflow Pipelines API. If not set, the hostname will be derived from the
   * Kubernetes API proxy. Mandatory when connecting to a multi-tenant Kubeflow Pipelines deployment. Example:
   * 'https://kubeflow.example.com' or 'kubeflow.company.com'
   * @default none
   */
  readonly kubeflowHostname?: string;
  /**
   * The Kubernetes namespace in which Kubeflow Pipelines is deployed.
   * @default `"kubeflow"`
   */
  readonly kubeflowNamespace?: string;
  /**
   * Name of a kubernetes context to run pipelines in. Not applicable when connecting to a multi-tenant Kubeflow Pipelines
   * deployment (i.e. when `kubeflow_hostname` is set) or if the stack component is linked to a Kubernetes service
   * connector. Example: 'my-cluster' or 'production-cluster'
   * @default none
   */
  readonly kubernetesContext?: string;
}

/** Configuration for the Kubernetes orchestrator. */
export interface KubernetesOrchestratorConfiguration {
  /**
   * Whether to wait for all pipeline steps to complete. When `False`, the client returns immediately and execution
   * continues asynchronously.
   * @default `true`
   */
  readonly synchronous?: boolean | IResolvable;
  /**
   * Kubernetes service account for the orchestrator pod. If not specified, creates a new account with 'edit' permissions.
   * @default none
   */
  readonly serviceAccountName?: string;
  /**
   * Kubernetes service account for step execution pods. Uses the default service account if not specified.
   * @default none
   */
  readonly stepPodServiceAccountName?: string;
  /**
   * Whether to run containers in privileged mode with extended permissions.
   * @default `false`
   */
  readonly privileged?: boolean | IResolvable;
  /**
   * Pod configuration for step execution containers.
   * @default none
   */
  readonly podSettings?: KubernetesPodSettings;
  /**
   * Pod configuration for the orchestrator container that launches step pods.
   * @default none
   */
  readonly orchestratorPodSettings?: KubernetesPodSettings;
  /**
   * Prefix for the job name.
   * @default none
   */
  readonly jobNamePrefix?: string;
  /**
   * Maximum number of step pods to run concurrently. No limit if not specified.
   * More than 0.
   * @default none
   */
  readonly maxParallelism?: number;
  /**
   * Number of successful scheduled jobs to retain in history.
   * At least 0.
   * @default none
   */
  readonly successfulJobsHistoryLimit?: number;
  /**
   * Number of failed scheduled jobs to retain in history.
   * At least 0.
   * @default none
   */
  readonly failedJobsHistoryLimit?: number;
  /**
   * CronJob concurrency policy for scheduled pipelines. Controls whether concurrent job executions are allowed. Valid
   * values: 'Allow', 'Forbid', 'Replace'. Only applies when a pipeline has a cron schedule
   * @default none
   */
  readonly concurrencyPolicy?: string;
  /**
   * CronJob starting deadline in seconds for scheduled pipelines. If a scheduled run misses its trigger time, it can still
   * start within this window. Only applies when a pipeline has a cron schedule
   * At least 0.
   * @default none
   */
  readonly startingDeadlineSeconds?: number;
  /**
   * Seconds to keep finished jobs before automatic cleanup.
   * At least 0.
   * @default none
   */
  readonly ttlSecondsAfterFinished?: number;
  /**
   * Job deadline in seconds. If the job doesn't finish within this time, it will be terminated.
   * At least 0.
   * @default none
   */
  readonly activeDeadlineSeconds?: number;
  /**
   * The value to add to the backoff limit in addition to the step retries. The retry configuration defined on the step
   * defines the maximum number of retries that the server will accept for a step. For this orchestrator, this controls how
   * often the job running the step will try to start the step pod. There are some circumstances however where the job will
   * start the pod, but the pod doesn't actually get to the point of running the step. That means the server will not
   * receive the maximum amount of retry requests, which in turn causes other inconsistencies like wrong step statuses. To
   * mitigate this, this attribute allows to add a margin to the backoff limit. This means that the job will retry the pod
   * startup for the configured amount of times plus the margin, which increases the chance of the server receiving the
   * maximum amount of retry requests.
   * At least 0.
   * @default `0`
   */
  readonly backoffLimitMargin?: number;
  /**
   * The backoff limit for the orchestrator job.
   * At least 0.
   * @default `3`
   */
  readonly orchestratorJobBackoffLimit?: number;
  /**
   * List of container waiting reasons that should cause the job to fail immediately. This should be set to a list of
   * nonrecoverable reasons, which if found in any `pod.status.containerStatuses[*].state.waiting.reason` of a job pod,
   * should cause the job to fail immediately.
   * @default `["InvalidImageName","ErrImagePull","ImagePullBackOff","CreateContainerConfigError"]`
   */
  readonly failOnContainerWaitingReasons?: readonly string[];
  /**
   * The interval in seconds to monitor the job. Each interval is used to check for container issues for the job pods.
   * More than 0.
   * @default `3`
   */
  readonly jobMonitoringInterval?: number;
  /**
   * The delay in seconds to wait between monitoring active step jobs. This can be used to reduce load on the Kubernetes
   * API server.
   * More than 0.
   * @default `0`
   */
  readonly jobMonitoringDelay?: number;
  /**
   * The interval in seconds to check for run interruptions.
   * At least 0.5. More than 0.
   * @default `1`
   */
  readonly interruptCheckInterval?: number;
  /**
   * The pod failure policy to use for the job that is executing the step.
   * @default none
   */
  readonly podFailurePolicy?: Configuration;
  /**
   * Whether to disable caching optimization in the orchestrator pod.
   * @default `false`
   */
  readonly preventOrchestratorPodCaching?: boolean | IResolvable;
  /**
   * If `True`, the orchestrator will always build the pipeline image, even if all steps have a custom build.
   * @default `false`
   */
  readonly alwaysBuildPipelineImage?: boolean | IResolvable;
  /**
   * When stopping a pipeline run, the amount of seconds to wait for a step pod to shutdown gracefully.
   * More than 0.
   * @default `30`
   */
  readonly podStopGracePeriod?: number;
  /**
   * Timeout for API requests in seconds. If not specified, no explicit timeout will be set.
   * More than 0.
   * @default none
   */
  readonly apiRequestTimeout?: number;
  /**
   * Maximum number of retries for failed Kubernetes API requests. Set to 0 to disable retries.
   * At least 0.
   * @default `3`
   */
  readonly maxApiRetries?: number;
  /**
   * @default none
   * @deprecated ZenML no longer uses it.
   */
  readonly timeout?: number;
  /**
   * @default none
   * @deprecated ZenML no longer uses it.
   */
  readonly streamStepLogs?: boolean | IResolvable;
  /**
   * @default none
   * @deprecated ZenML no longer uses it.
   */
  readonly podStartupTimeout?: number;
  /**
   * @default none
   * @deprecated ZenML no longer uses it.
   */
  readonly podFailureMaxRetries?: number;
  /**
   * @default none
   * @deprecated ZenML no longer uses it.
   */
  readonly podFailureRetryDelay?: number;
  /**
   * @default none
   * @deprecated ZenML no longer uses it.
   */
  readonly podFailureBackoff?: number;
  /**
   * @default none
   * @deprecated ZenML no longer uses it.
   */
  readonly podNamePrefix?: string;
  /**
   * If `True`, the orchestrator will attempt to load the in-cluster Kubernetes configuration and run the pipeline inside
   * the same cluster in which it itself is running. This requires the client to run in a Kubernetes pod itself. If this
   * fails, the orchestrator will fall back to using the linked service connector or the configured `kubernetes_context`
   * configuration if provided, in that order.
   * @default `false`
   */
  readonly incluster?: boolean | IResolvable;
  /**
   * Name of a Kubernetes context to run pipelines in. If the stack component is linked to a Kubernetes service connector,
   * this field is ignored. Otherwise, it is mandatory.
   * @default none
   */
  readonly kubernetesContext?: string;
  /**
   * Name of the Kubernetes namespace to be used. If not provided, `zenml` namespace will be used.
   * @default `"zenml"`
   */
  readonly kubernetesNamespace?: string;
  /**
   * If `True`, the orchestrator will assume it is connected to a local kubernetes cluster and will perform additional
   * validations and operations to allow using the orchestrator in combination with other local stack components that store
   * data in the local filesystem (i.e. it will mount the local stores directory into the pipeline containers).
   * @default `false`
   */
  readonly local?: boolean | IResolvable;
  /**
   * If `True`, the local validations will be skipped.
   * @default `false`
   */
  readonly skipLocalValidations?: boolean | IResolvable;
  /**
   * How long to wait in between starting parallel steps. This can be used to distribute server load when running pipelines
   * with a huge amount of parallel steps.
   * @default none
   */
  readonly parallelStepStartupWaitingPeriod?: number;
  /**
   * If `True`, the ZenML token will be passed as a Kubernetes secret to the pods. For this to work, the Kubernetes client
   * must have permissions to create secrets in the namespace.
   * @default `false`
   */
  readonly passZenmlTokenAsSecret?: boolean | IResolvable;
  /**
   * If `True`, the orchestrator will not alter the owner references on the step jobs.
   * @default `false`
   */
  readonly skipOwnerReferences?: boolean | IResolvable;
}

/** Lightning orchestrator base config. */
export interface LightningOrchestratorConfiguration {
  /**
   * Lightning AI studio instance name where the pipeline will execute.
   * @default none
   */
  readonly mainStudioName?: string;
  /**
   * Compute instance type for pipeline execution. Refer to Lightning AI documentation for available options.
   * @default none
   */
  readonly machineType?: string;
  /**
   * Lightning AI user ID for authentication.
   * @default none
   */
  readonly userId?: string;
  /**
   * Lightning AI API key for platform authentication.
   * A secret: give a `secretReference(...)` or a sensitive variable, never a literal.
   * @default none
   */
  readonly apiKey?: string;
  /**
   * Lightning AI platform username.
   * @default none
   */
  readonly username?: string;
  /**
   * Lightning AI teamspace for collaborative pipeline execution.
   * @default none
   */
  readonly teamspace?: string;
  /**
   * Lightning AI organization name for enterprise accounts.
   * @default none
   */
  readonly organization?: string;
  /**
   * Additional shell commands to execute in the Lightning AI environment.
   * @default none
   */
  readonly customCommands?: readonly string[];
  /**
   * Whether to wait for pipeline completion. When `False`, execution continues asynchronously after submission.
   * @default `true`
   */
  readonly synchronous?: boolean | IResolvable;
}

/** Local orchestrator config. */
export interface LocalOrchestratorConfiguration {
  readonly [key: string]: never;
}

/** Local Docker orchestrator config. */
export interface LocalDockerOrchestratorConfiguration {
  /**
   * Whether to run pipelines synchronously or asynchronously.
   * @default `true`
   */
  readonly synchronous?: boolean | IResolvable;
  /**
   * Arguments to pass to the `docker run` call. (See https://docker-py.readthedocs.io/en/stable/containers.html for a list
   * of what can be passed)
   * @default `{}`
   */
  readonly runArgs?: Configuration;
}

/** Configuration for the Modal orchestrator. */
export interface ModalOrchestratorConfiguration {
  /**
   * GPU type for execution. Must be a valid Modal GPU type. Examples: 'T4' (cost-effective), 'A100' (high-performance),
   * 'V100' (training workloads). Use ResourceSettings.gpu_count to specify number of GPUs. If not specified, uses CPU-only
   * execution
   * @default none
   */
  readonly gpu?: string;
  /**
   * Cloud region for execution. Must be a valid region for the selected cloud provider. Examples: 'us-east-1',
   * 'us-west-2', 'eu-west-1'. If not specified, Modal uses default region based on cloud provider and availability. Only
   * available on Modal Enterprise and Team plans
   * @default none
   */
  readonly region?: string;
  /**
   * Cloud provider for execution. Must be a valid Modal-supported cloud provider. Examples: 'aws', 'gcp'. If not
   * specified, Modal uses default cloud provider based on workspace configuration. Only available on Modal Enterprise and
   * Team plans
   * @default none
   */
  readonly cloud?: string;
  /**
   * Modal environment name for app lookup. Must be a valid environment configured in Modal. ZenML passes it as the Modal
   * SDK App.lookup environment_name argument. Examples: 'main', 'staging', 'production'. If not specified, Modal uses the
   * default environment.
   * @default none
   */
  readonly modalEnvironment?: string;
  /**
   * Maximum execution time in seconds. Must be between 1 and 86400 seconds. Examples: 3600 (1 hour), 7200 (2 hours), 86400
   * (24 hours maximum). Execution will be terminated if it exceeds this timeout
   * At least 1. At most 86400.
   * @default `86400`
   */
  readonly timeout?: number;
  /**
   * Whether to wait for the orchestration Modal Sandbox to finish after submission. When enabled, controller failures are
   * surfaced to the submitting process.
   * @default `true`
   */
  readonly synchronous?: boolean | IResolvable;
  /**
   * Modal API token ID for authentication. Must be configured together with token_secret. When token_id and token_secret
   * are both provided, ZenML creates an explicit Modal SDK client from those credentials. If not provided, Modal falls
   * back to its default authentication from environment variables or ~/.modal.toml.
   * @default none
   */
  readonly tokenId?: string;
  /**
   * Modal API token secret for authentication. Must be configured together with token_id. When token_id and token_secret
   * are both provided, ZenML creates an explicit Modal SDK client from those credentials. If not provided, Modal falls
   * back to its default authentication from environment variables or ~/.modal.toml.
   * A secret: give a `secretReference(...)` or a sensitive variable, never a literal.
   * @default none
   */
  readonly tokenSecret?: string;
}

/** Config for the Sagemaker orchestrator. */
export interface SagemakerOrchestratorConfiguration {
  /**
   * Controls whether pipeline execution blocks the client. If True, the client waits until all steps complete before
   * returning. If False, returns immediately and executes asynchronously. Useful for long-running production pipelines
   * where you don't want to maintain a connection
   * @default `true`
   */
  readonly synchronous?: boolean | IResolvable;
  /**
   * AWS EC2 instance type for step execution. Must be a valid SageMaker-supported instance type. Examples: 'ml.t3.medium'
   * (2 vCPU, 4GB RAM), 'ml.m5.xlarge' (4 vCPU, 16GB RAM), 'ml.p3.2xlarge' (8 vCPU, 61GB RAM, 1 GPU). Defaults to
   * ml.m5.xlarge for training steps or ml.t3.medium for processing steps
   * @default none
   */
  readonly instanceType?: string;
  /** The IAM role ARN to use for the pipeline. */
  readonly executionRole: string;
  /**
   * EBS volume size in GB for step execution storage. Must be between 1-16384 GB. Used for temporary files, model
   * artifacts, and data processing. Larger volumes needed for big datasets or model training. Example: 30 for small jobs,
   * 100+ for large ML training jobs
   * @default `30`
   */
  readonly volumeSizeInGb?: number;
  /**
   * Maximum execution time in seconds before job termination. Must be between 1-432000 seconds (5 days). Used to prevent
   * runaway jobs and control costs. Examples: 3600 (1 hour), 86400 (24 hours), 259200 (3 days). Consider your longest
   * expected step duration
   * @default `86400`
   */
  readonly maxRuntimeInSeconds?: number;
  /**
   * Tags to apply to the Processor/Estimator assigned to the step. Example: {'Environment': 'Production', 'Project':
   * 'MLOps'}
   * @default ZenML's own
   */
  readonly tags?: Readonly<Record<string, string>>;
  /**
   * Tags to apply to the pipeline via the sagemaker.workflow.pipeline.Pipeline.create method. Example: {'Environment':
   * 'Production', 'Project': 'MLOps'}
   * @default ZenML's own
   */
  readonly pipelineTags?: Readonly<Record<string, string>>;
  /**
   * The time in seconds after which the provisioned instance will be terminated if not used. This is only applicable for
   * TrainingStep type.
   * @default `300`
   */
  readonly keepAlivePeriodInSeconds?: number;
  /**
   * Whether to use the TrainingStep type. It is not possible to use TrainingStep type if the `output_data_s3_uri` is set
   * to Dict[str, str] or if the `output_data_s3_mode` != 'EndOfJob'.
   * @default none
   */
  readonly useTrainingStep?: boolean | IResolvable;
  /**
   * Arguments that are directly passed to the SageMaker Processor for a specific step, allowing for overriding the default
   * settings provided when configuring the component. Example: {'instance_count': 2, 'base_job_name': 'my-processing-job'}
   * @default ZenML's own
   */
  readonly processorArgs?: Configuration;
  /**
   * Arguments that are directly passed to the SageMaker Estimator for a specific step, allowing for overriding the default
   * settings provided when configuring the component. Example: {'train_instance_count': 2, 'train_max_run': 3600}
   * @default ZenML's own
   */
  readonly estimatorArgs?: Configuration;
  /**
   * Environment variables to pass to the container. Example: {'LOG_LEVEL': 'INFO', 'DEBUG_MODE': 'False'}
   * @default ZenML's own
   */
  readonly environment?: Readonly<Record<string, string>>;
  /**
   * How data is made available to the container. Two possible input modes: File, Pipe.
   * @default `"File"`
   */
  readonly inputDataS3Mode?: string;
  /**
   * S3 URI where data is located if not locally. Example string: 's3://my-bucket/my-data/train'. Example dict:
   * {'training': 's3://bucket/train', 'validation': 's3://bucket/val'}
   * @default none
   */
  readonly inputDataS3Uri?: string | Readonly<Record<string, string>>;
  /**
   * How data is uploaded to the S3 bucket. Two possible output modes: EndOfJob, Continuous.
   * @default `"EndOfJob"`
   */
  readonly outputDataS3Mode?: string;
  /**
   * S3 URI where data is uploaded after or during processing run. Example string: 's3://my-bucket/my-data/output'. Example
   * dict: {'output_one': 's3://bucket/out1', 'output_two': 's3://bucket/out2'}
   * @default none
   */
  readonly outputDataS3Uri?: string | Readonly<Record<string, string>>;
  /**
   * @default none
   * @deprecated use `execution_role` instead. The IAM role to use for the step execution.
   */
  readonly processorRole?: string;
  /**
   * @default none
   * @deprecated use `tags` instead. Tags to apply to the Processor assigned to the step.
   */
  readonly processorTags?: Readonly<Record<string, string>>;
  /**
   * The ARN of the IAM role that will be assumed by the EventBridge service to launch Sagemaker pipelines. Required for
   * scheduled pipelines.
   * @default none
   */
  readonly schedulerRole?: string;
  /**
   * The AWS access key ID to use to authenticate to AWS. If not provided, the value from the default AWS config will be
   * used.
   * @default none
   */
  readonly awsAccessKeyId?: string;
  /**
   * The AWS secret access key to use to authenticate to AWS. If not provided, the value from the default AWS config will
   * be used.
   * A secret: give a `secretReference(...)` or a sensitive variable, never a literal.
   * @default none
   */
  readonly awsSecretAccessKey?: string;
  /**
   * The AWS profile to use for authentication if not using service connectors or explicit credentials. If not provided,
   * the default profile will be used.
   * @default none
   */
  readonly awsProfile?: string;
  /**
   * The ARN of an intermediate IAM role to assume when authenticating to AWS.
   * @default none
   */
  readonly awsAuthRoleArn?: string;
  /**
   * The AWS region where the processing job will be run. If not provided, the value from the default AWS config will be
   * used.
   * @default none
   */
  readonly region?: string;
  /**
   * Name of the S3 bucket to use for storing artifacts from the job run. If not provided, a default bucket will be created
   * based on the following format: 'sagemaker-{region}-{aws-account-id}'.
   * @default none
   */
  readonly bucket?: string;
}

/** Configuration for the SSH orchestrator. */
export interface SshOrchestratorConfiguration {
  /**
   * Host-path to container-path bind mounts applied to every container. Keys are absolute paths on the remote host, values
   * are absolute paths inside the container. Example: {'/data/datasets': '/datasets'}
   * @default ZenML's own
   */
  readonly mounts?: Readonly<Record<string, string>>;
  /**
   * GPU device indices to expose inside the container via the Docker --gpus flag, or None for CPU-only execution. Give
   * concurrent workloads on the same host distinct indices to avoid oversubscribing a GPU
   * @default none
   */
  readonly gpuIndices?: readonly number[];
  /**
   * Additional arguments for the docker run command, inserted before the image name.
   * @default none
   */
  readonly dockerRunArgs?: readonly string[];
  /**
   * Hostname or IP address of the remote SSH server. Must be reachable from the machine submitting the pipeline
   * At least 1 characters.
   */
  readonly hostname: string;
  /** SSH username for authentication on the remote host */
  readonly username: string;
  /**
   * SSH port on the remote host. Standard SSH port is 22
   * At least 1. At most 65535.
   * @default `22`
   */
  readonly port?: number;
  /**
   * Path to the SSH private key file on the submitting machine. Supports RSA, Ed25519, and ECDSA keys
   * @default none
   */
  readonly sshKeyPath?: string;
  /**
   * SSH private key content, used instead of ssh_key_path when the key is stored in a ZenML secret. Supports
   * {{secret.key}} references
   * A secret: give a `secretReference(...)` or a sensitive variable, never a literal.
   * @default none
   */
  readonly sshPrivateKey?: string;
  /**
   * Passphrase for an encrypted SSH private key. Leave unset if the key is not encrypted
   * A secret: give a `secretReference(...)` or a sensitive variable, never a literal.
   * @default none
   */
  readonly sshKeyPassphrase?: string;
  /**
   * Require the remote host key to be present in known_hosts (paramiko RejectPolicy). Set to False to auto-accept unknown
   * host keys (less secure, convenient for ephemeral hosts)
   * @default `true`
   */
  readonly verifyHostKey?: boolean | IResolvable;
  /**
   * Path to a known_hosts file for host-key verification. Defaults to ~/.ssh/known_hosts. Only used when verify_host_key
   * is True
   * @default none
   */
  readonly knownHostsPath?: string;
  /**
   * Timeout in seconds for establishing the SSH connection. Increase for high-latency links
   * More than 0.
   * @default `10`
   */
  readonly connectionTimeout?: number;
  /**
   * Interval in seconds between SSH keepalive packets, so long-running launches survive idle timeouts. Set to 0 to disable
   * At least 0.
   * @default `30`
   */
  readonly keepaliveInterval?: number;
  /**
   * Base directory on the remote host's filesystem for per-run files. Created automatically
   * @default `"/tmp/zenml-ssh"`
   */
  readonly remoteWorkdir?: string;
  /**
   * Path to the Docker binary on the remote host. Override if Docker is installed in a non-standard location
   * @default `"docker"`
   */
  readonly dockerBinary?: string;
  /**
   * Run `docker login` on the remote host using the active stack's container registry credentials before pulling images,
   * so private images can be pulled
   * @default `false`
   */
  readonly authenticateDocker?: boolean | IResolvable;
  /**
   * Remove files left in remote_workdir that are older than 7 days. These accumulate when launches crash before cleanup
   * runs
   * @default `true`
   */
  readonly cleanupOldFiles?: boolean | IResolvable;
  /**
   * Pre-flight guard that fails a submission if the remote_workdir filesystem has less free disk than this (in GB). Set to
   * 0 to disable the check. Example: 10.0 for image-heavy pipelines
   * At least 0.
   * @default `5`
   */
  readonly minimumFreeDiskGb?: number;
}

/** Configuration for the Tekton orchestrator. */
export interface TektonOrchestratorConfiguration {
  /** @default `true` */
  readonly synchronous?: boolean | IResolvable;
  /** @default `1200` */
  readonly timeout?: number;
  /** @default `{}` */
  readonly clientArgs?: Configuration;
  /** @default none */
  readonly clientUsername?: string;
  /**
   * A secret: give a `secretReference(...)` or a sensitive variable, never a literal.
   * @default none
   */
  readonly clientPassword?: string;
  /** @default none */
  readonly userNamespace?: string;
  /** @default `{}` */
  readonly nodeSelectors?: Readonly<Record<string, string>>;
  /** @default `{}` */
  readonly nodeAffinity?: Readonly<Record<string, readonly string[]>>;
  /** @default none */
  readonly podSettings?: KubernetesPodSettings;
  /**
   * Hostname of the Tekton server.
   * @default none
   */
  readonly tektonHostname?: string;
  /**
   * Name of a kubernetes context to run pipelines in. If the stack component is linked to a Kubernetes service connector,
   * this field is ignored. Otherwise, it is mandatory.
   * @default none
   */
  readonly kubernetesContext?: string;
  /**
   * Name of the kubernetes namespace in which the pods that run the pipeline steps should be running.
   * @default `"kubeflow"`
   */
  readonly kubernetesNamespace?: string;
}

/** Configuration for the Vertex orchestrator. */
export interface VertexOrchestratorConfiguration {
  /**
   * Labels to assign to the pipeline job. Example: {'environment': 'production', 'team': 'ml-ops'}
   * @default ZenML's own
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * If `True`, the client running a pipeline using this orchestrator waits until all steps finish running. If `False`, the
   * client returns immediately and the pipeline is executed asynchronously.
   * @default `true`
   */
  readonly synchronous?: boolean | IResolvable;
  /**
   * Each constraint is a key-value pair label. For the container to be eligible to run on a node, the node must have each
   * of the constraints appeared as labels. For example, a GPU type can be provided by ('cloud.google.com/gke-accelerator',
   * 'NVIDIA_TESLA_T4').Hint: the selected region (location) must provide the requested accelerator(see
   * https://cloud.google.com/compute/docs/gpus/gpu-regions-zones).
   * @default none
   */
  readonly nodeSelectorConstraint?: readonly [string, string];
  /**
   * Pod settings to apply to the orchestrator and step pods.
   * @default none
   */
  readonly podSettings?: KubernetesPodSettings;
  /**
   * Custom parameters for the Vertex AI custom job.
   * @default none
   */
  readonly customJobParameters?: VertexCustomJobParameters;
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
  /**
   * Name of GCP region where the pipeline job will be executed. Vertex AI Pipelines is available in specific regions:
   * https://cloud.google.com/vertex-ai/docs/general/locations#feature-availability
   */
  readonly location: string;
  /**
   * A Cloud Storage URI that will be used by the Vertex AI Pipelines. If not provided but the artifact store in the stack
   * is a GCPArtifactStore, then a subdirectory of the artifact store will be used.
   * @default none
   */
  readonly pipelineRoot?: string;
  /**
   * The Cloud KMS resource identifier of the customer managed encryption key used to protect the job. Has the form:
   * projects/<PROJECT>/locations/<REGION>/keyRings/<KR>/cryptoKeys/<KEY>. The key needs to be in the same region as where
   * the compute resource is created.
   * @default none
   */
  readonly encryptionSpecKeyName?: string;
  /**
   * The service account for workload run-as account. Users submitting jobs must have act-as permission on this run-as
   * account. If not provided, the Compute Engine default service account for the GCP project is used.
   * @default none
   */
  readonly workloadServiceAccount?: string;
  /**
   * The full name of the Compute Engine Network to which the job should be peered. For example,
   * 'projects/12345/global/networks/myVPC'. If not provided, the job will not be peered with any network.
   * @default none
   */
  readonly network?: string;
  /**
   * The full name of a Private Service Connect endpoint to which the job should be peered. For example,
   * 'projects/12345/regions/us-central1/networkAttachments/NETWORK_ATTACHMENT_NAME'. If not provided, the job will not be
   * peered with any private service connect endpoint.
   * @default none
   */
  readonly privateServiceConnect?: string;
  /**
   * @default none
   * @deprecated The maximum CPU limit for this operator. Use custom_job_parameters or pod_settings instead.
   */
  readonly cpuLimit?: string;
  /**
   * @default none
   * @deprecated The maximum memory limit for this operator. Use custom_job_parameters or pod_settings instead.
   */
  readonly memoryLimit?: string;
  /**
   * @default none
   * @deprecated The GPU limit for the operator. Use custom_job_parameters or pod_settings instead.
   */
  readonly gpuLimit?: number;
  /**
   * @default none
   * @deprecated The service account for cloud function run-as account, for scheduled pipelines. This functionality is no
   * longer supported.
   */
  readonly functionServiceAccount?: string;
  /**
   * @default none
   * @deprecated The service account used by the Google Cloud Scheduler to trigger and authenticate to the pipeline Cloud
   * Function on a schedule. This functionality is no longer supported.
   */
  readonly schedulerServiceAccount?: string;
}

/** Skypilot orchestrator config. */
export interface VmAwsOrchestratorConfiguration {
  /** @default none */
  readonly instanceType?: string;
  /** @default none */
  readonly cpus?: number | string;
  /** @default none */
  readonly memory?: number | string;
  /** @default none */
  readonly accelerators?: string | Readonly<Record<string, number>>;
  /** @default none */
  readonly acceleratorArgs?: Readonly<Record<string, string>>;
  /** @default none */
  readonly useSpot?: boolean | IResolvable;
  /** @default none */
  readonly jobRecovery?: string | Configuration;
  /** @default none */
  readonly region?: string;
  /** @default none */
  readonly zone?: string;
  /** @default none */
  readonly imageId?: Readonly<Record<string, string>> | string;
  /** @default none */
  readonly diskSize?: number;
  /** @default none */
  readonly diskTier?: 'high' | 'medium' | 'low' | 'ultra' | 'best';
  /** @default none */
  readonly networkTier?: string;
  /** @default none */
  readonly infra?: string;
  /** @default none */
  readonly numNodes?: number;
  /** @default none */
  readonly clusterName?: string;
  /** @default `false` */
  readonly retryUntilUp?: boolean | IResolvable;
  /** @default `30` */
  readonly idleMinutesToAutostop?: number;
  /** @default `true` */
  readonly down?: boolean | IResolvable;
  /** @default `true` */
  readonly streamLogs?: boolean | IResolvable;
  /** @default ZenML's own */
  readonly dockerRunArgs?: readonly string[];
  /** @default none */
  readonly ports?: number | string | readonly (number | string)[];
  /** @default none */
  readonly labels?: Readonly<Record<string, string>>;
  /** @default none */
  readonly anyOf?: readonly Configuration[];
  /** @default none */
  readonly ordered?: readonly Configuration[];
  /** @default none */
  readonly workdir?: string;
  /** @default none */
  readonly taskName?: string;
  /** @default none */
  readonly fileMounts?: Configuration;
  /** @default none */
  readonly envs?: Readonly<Record<string, string>>;
  /** @default ZenML's own */
  readonly taskSettings?: Configuration;
  /** @default ZenML's own */
  readonly resourcesSettings?: Configuration;
  /** @default ZenML's own */
  readonly launchSettings?: Configuration;
  /** @default `false` */
  readonly disableStepBasedSettings?: boolean | IResolvable;
}

/** Skypilot orchestrator config for Azure. */
export interface VmAzureOrchestratorConfiguration {
  /** @default none */
  readonly instanceType?: string;
  /** @default none */
  readonly cpus?: number | string;
  /** @default none */
  readonly memory?: number | string;
  /** @default none */
  readonly accelerators?: string | Readonly<Record<string, number>>;
  /** @default none */
  readonly acceleratorArgs?: Readonly<Record<string, string>>;
  /** @default none */
  readonly useSpot?: boolean | IResolvable;
  /** @default none */
  readonly jobRecovery?: string | Configuration;
  /** @default none */
  readonly region?: string;
  /** @default none */
  readonly zone?: string;
  /** @default none */
  readonly imageId?: Readonly<Record<string, string>> | string;
  /** @default none */
  readonly diskSize?: number;
  /** @default none */
  readonly diskTier?: 'high' | 'medium' | 'low' | 'ultra' | 'best';
  /** @default none */
  readonly networkTier?: string;
  /** @default none */
  readonly infra?: string;
  /** @default none */
  readonly numNodes?: number;
  /** @default none */
  readonly clusterName?: string;
  /** @default `false` */
  readonly retryUntilUp?: boolean | IResolvable;
  /** @default `30` */
  readonly idleMinutesToAutostop?: number;
  /** @default `true` */
  readonly down?: boolean | IResolvable;
  /** @default `true` */
  readonly streamLogs?: boolean | IResolvable;
  /** @default ZenML's own */
  readonly dockerRunArgs?: readonly string[];
  /** @default none */
  readonly ports?: number | string | readonly (number | string)[];
  /** @default none */
  readonly labels?: Readonly<Record<string, string>>;
  /** @default none */
  readonly anyOf?: readonly Configuration[];
  /** @default none */
  readonly ordered?: readonly Configuration[];
  /** @default none */
  readonly workdir?: string;
  /** @default none */
  readonly taskName?: string;
  /** @default none */
  readonly fileMounts?: Configuration;
  /** @default none */
  readonly envs?: Readonly<Record<string, string>>;
  /** @default ZenML's own */
  readonly taskSettings?: Configuration;
  /** @default ZenML's own */
  readonly resourcesSettings?: Configuration;
  /** @default ZenML's own */
  readonly launchSettings?: Configuration;
  /** @default `false` */
  readonly disableStepBasedSettings?: boolean | IResolvable;
}

/** Skypilot orchestrator config for GCP. */
export interface VmGcpOrchestratorConfiguration {
  /** @default none */
  readonly instanceType?: string;
  /** @default none */
  readonly cpus?: number | string;
  /** @default none */
  readonly memory?: number | string;
  /** @default none */
  readonly accelerators?: string | Readonly<Record<string, number>>;
  /** @default none */
  readonly acceleratorArgs?: Readonly<Record<string, string>>;
  /** @default none */
  readonly useSpot?: boolean | IResolvable;
  /** @default none */
  readonly jobRecovery?: string | Configuration;
  /** @default none */
  readonly region?: string;
  /** @default none */
  readonly zone?: string;
  /** @default none */
  readonly imageId?: Readonly<Record<string, string>> | string;
  /** @default none */
  readonly diskSize?: number;
  /** @default none */
  readonly diskTier?: 'high' | 'medium' | 'low' | 'ultra' | 'best';
  /** @default none */
  readonly networkTier?: string;
  /** @default none */
  readonly infra?: string;
  /** @default none */
  readonly numNodes?: number;
  /** @default none */
  readonly clusterName?: string;
  /** @default `false` */
  readonly retryUntilUp?: boolean | IResolvable;
  /** @default `30` */
  readonly idleMinutesToAutostop?: number;
  /** @default `true` */
  readonly down?: boolean | IResolvable;
  /** @default `true` */
  readonly streamLogs?: boolean | IResolvable;
  /** @default ZenML's own */
  readonly dockerRunArgs?: readonly string[];
  /** @default none */
  readonly ports?: number | string | readonly (number | string)[];
  /** @default none */
  readonly labels?: Readonly<Record<string, string>>;
  /** @default none */
  readonly anyOf?: readonly Configuration[];
  /** @default none */
  readonly ordered?: readonly Configuration[];
  /** @default none */
  readonly workdir?: string;
  /** @default none */
  readonly taskName?: string;
  /** @default none */
  readonly fileMounts?: Configuration;
  /** @default none */
  readonly envs?: Readonly<Record<string, string>>;
  /** @default ZenML's own */
  readonly taskSettings?: Configuration;
  /** @default ZenML's own */
  readonly resourcesSettings?: Configuration;
  /** @default ZenML's own */
  readonly launchSettings?: Configuration;
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
  /** @default `false` */
  readonly disableStepBasedSettings?: boolean | IResolvable;
}

/** Skypilot orchestrator config. */
export interface VmKubernetesOrchestratorConfiguration {
  /** @default none */
  readonly instanceType?: string;
  /** @default none */
  readonly cpus?: number | string;
  /** @default none */
  readonly memory?: number | string;
  /** @default none */
  readonly accelerators?: string | Readonly<Record<string, number>>;
  /** @default none */
  readonly acceleratorArgs?: Readonly<Record<string, string>>;
  /** @default none */
  readonly useSpot?: boolean | IResolvable;
  /** @default none */
  readonly jobRecovery?: string | Configuration;
  /** @default none */
  readonly region?: string;
  /** @default none */
  readonly zone?: string;
  /** @default none */
  readonly imageId?: Readonly<Record<string, string>> | string;
  /** @default none */
  readonly diskSize?: number;
  /** @default none */
  readonly diskTier?: 'high' | 'medium' | 'low' | 'ultra' | 'best';
  /** @default none */
  readonly networkTier?: string;
  /** @default none */
  readonly infra?: string;
  /** @default none */
  readonly numNodes?: number;
  /** @default none */
  readonly clusterName?: string;
  /** @default `false` */
  readonly retryUntilUp?: boolean | IResolvable;
  /** @default `30` */
  readonly idleMinutesToAutostop?: number;
  /** @default `true` */
  readonly down?: boolean | IResolvable;
  /** @default `true` */
  readonly streamLogs?: boolean | IResolvable;
  /** @default ZenML's own */
  readonly dockerRunArgs?: readonly string[];
  /** @default none */
  readonly ports?: number | string | readonly (number | string)[];
  /** @default none */
  readonly labels?: Readonly<Record<string, string>>;
  /** @default none */
  readonly anyOf?: readonly Configuration[];
  /** @default none */
  readonly ordered?: readonly Configuration[];
  /** @default none */
  readonly workdir?: string;
  /** @default none */
  readonly taskName?: string;
  /** @default none */
  readonly fileMounts?: Configuration;
  /** @default none */
  readonly envs?: Readonly<Record<string, string>>;
  /** @default ZenML's own */
  readonly taskSettings?: Configuration;
  /** @default ZenML's own */
  readonly resourcesSettings?: Configuration;
  /** @default ZenML's own */
  readonly launchSettings?: Configuration;
  /** @default `false` */
  readonly disableStepBasedSettings?: boolean | IResolvable;
}

/** Skypilot orchestrator config. */
export interface VmLambdaOrchestratorConfiguration {
  /** @default none */
  readonly instanceType?: string;
  /** @default none */
  readonly cpus?: number | string;
  /** @default none */
  readonly memory?: number | string;
  /** @default none */
  readonly accelerators?: string | Readonly<Record<string, number>>;
  /** @default none */
  readonly acceleratorArgs?: Readonly<Record<string, string>>;
  /** @default none */
  readonly useSpot?: boolean | IResolvable;
  /** @default none */
  readonly jobRecovery?: string | Configuration;
  /** @default none */
  readonly region?: string;
  /** @default none */
  readonly zone?: string;
  /** @default none */
  readonly imageId?: Readonly<Record<string, string>> | string;
  /** @default none */
  readonly diskSize?: number;
  /** @default none */
  readonly diskTier?: 'high' | 'medium' | 'low' | 'ultra' | 'best';
  /** @default none */
  readonly networkTier?: string;
  /** @default none */
  readonly infra?: string;
  /** @default none */
  readonly numNodes?: number;
  /** @default none */
  readonly clusterName?: string;
  /** @default `false` */
  readonly retryUntilUp?: boolean | IResolvable;
  /** @default `30` */
  readonly idleMinutesToAutostop?: number;
  /** @default `true` */
  readonly down?: boolean | IResolvable;
  /** @default `true` */
  readonly streamLogs?: boolean | IResolvable;
  /** @default ZenML's own */
  readonly dockerRunArgs?: readonly string[];
  /** @default none */
  readonly ports?: number | string | readonly (number | string)[];
  /** @default none */
  readonly labels?: Readonly<Record<string, string>>;
  /** @default none */
  readonly anyOf?: readonly Configuration[];
  /** @default none */
  readonly ordered?: readonly Configuration[];
  /** @default none */
  readonly workdir?: string;
  /** @default none */
  readonly taskName?: string;
  /** @default none */
  readonly fileMounts?: Configuration;
  /** @default none */
  readonly envs?: Readonly<Record<string, string>>;
  /** @default ZenML's own */
  readonly taskSettings?: Configuration;
  /** @default ZenML's own */
  readonly resourcesSettings?: Configuration;
  /** @default ZenML's own */
  readonly launchSettings?: Configuration;
  /** @default `false` */
  readonly disableStepBasedSettings?: boolean | IResolvable;
  /**
   * A secret: give a `secretReference(...)` or a sensitive variable, never a literal.
   * @default none
   */
  readonly apiKey?: string;
}

/** The configurations of the flavors of orchestrator. Augment it with those of your own flavors. */
export interface OrchestratorFlavors {
  readonly airflow: AirflowOrchestratorConfiguration;
  readonly azureml: AzuremlOrchestratorConfiguration;
  readonly databricks: DatabricksOrchestratorConfiguration;
  readonly hyperai: HyperaiOrchestratorConfiguration;
  readonly kubeflow: KubeflowOrchestratorConfiguration;
  readonly kubernetes: KubernetesOrchestratorConfiguration;
  readonly lightning: LightningOrchestratorConfiguration;
  readonly local: LocalOrchestratorConfiguration;
  readonly local_docker: LocalDockerOrchestratorConfiguration;
  readonly modal: ModalOrchestratorConfiguration;
  readonly sagemaker: SagemakerOrchestratorConfiguration;
  readonly ssh: SshOrchestratorConfiguration;
  readonly tekton: TektonOrchestratorConfiguration;
  readonly vertex: VertexOrchestratorConfiguration;
  readonly vm_aws: VmAwsOrchestratorConfiguration;
  readonly vm_azure: VmAzureOrchestratorConfiguration;
  readonly vm_gcp: VmGcpOrchestratorConfiguration;
  readonly vm_kubernetes: VmKubernetesOrchestratorConfiguration;
  readonly vm_lambda: VmLambdaOrchestratorConfiguration;
}

/** What types cannot say of the keys, by flavor and by the server's own key. */
export const ORCHESTRATOR_RULES: FlavorRules = {
  azureml: {
    mode: { values: ['serverless', 'compute-instance', 'compute-cluster'] },
    idle_time_before_shutdown_minutes: { integer: true },
    idle_time_before_scaledown_down: { integer: true },
    min_instances: { integer: true },
    max_instances: { integer: true },
  },
  databricks: {
    num_workers: { integer: true, minimum: 0 },
    autotermination_minutes: { integer: true, minimum: 0 },
    availability_type: { values: ['ON_DEMAND', 'SPOT', 'SPOT_WITH_FALLBACK'] },
    timeout_seconds: { integer: true, minimum: 0 },
    task_timeout_seconds: { integer: true, minimum: 0 },
    docker_image_password: { secret: true },
    max_concurrent_runs: { integer: true, minimum: 1, maximum: 1000 },
    max_retries: { integer: true, minimum: -1 },
    min_retry_interval_millis: { integer: true, minimum: 0 },
    client_secret: { secret: true },
  },
  kubeflow: {
    timeout: { integer: true },
    client_password: { secret: true },
  },
  kubernetes: {
    max_parallelism: { integer: true, exclusiveMinimum: 0 },
    successful_jobs_history_limit: { integer: true, minimum: 0 },
    failed_jobs_history_limit: { integer: true, minimum: 0 },
    starting_deadline_seconds: { integer: true, minimum: 0 },
    ttl_seconds_after_finished: { integer: true, minimum: 0 },
    active_deadline_seconds: { integer: true, minimum: 0 },
    backoff_limit_margin: { integer: true, minimum: 0 },
    orchestrator_job_backoff_limit: { integer: true, minimum: 0 },
    job_monitoring_interval: { exclusiveMinimum: 0 },
    job_monitoring_delay: { exclusiveMinimum: 0 },
    interrupt_check_interval: { minimum: 0.5, exclusiveMinimum: 0 },
    pod_stop_grace_period: { integer: true, exclusiveMinimum: 0 },
    api_request_timeout: { integer: true, exclusiveMinimum: 0 },
    max_api_retries: { integer: true, minimum: 0 },
    timeout: { integer: true },
    pod_startup_timeout: { integer: true },
    pod_failure_max_retries: { integer: true },
    pod_failure_retry_delay: { integer: true },
  },
  lightning: {
    api_key: { secret: true },
  },
  modal: {
    timeout: { integer: true, minimum: 1, maximum: 86400 },
    token_secret: { secret: true },
  },
  sagemaker: {
    volume_size_in_gb: { integer: true },
    max_runtime_in_seconds: { integer: true },
    keep_alive_period_in_seconds: { integer: true },
    aws_secret_access_key: { secret: true },
  },
  ssh: {
    hostname: { minLength: 1 },
    port: { integer: true, minimum: 1, maximum: 65535 },
    ssh_private_key: { secret: true },
    ssh_key_passphrase: { secret: true },
    connection_timeout: { exclusiveMinimum: 0 },
    keepalive_interval: { integer: true, minimum: 0 },
    minimum_free_disk_gb: { minimum: 0 },
  },
  tekton: {
    timeout: { integer: true },
    client_password: { secret: true },
  },
  vertex: {
    gpu_limit: { integer: true },
  },
  vm_aws: {
    disk_size: { integer: true },
    disk_tier: { values: ['high', 'medium', 'low', 'ultra', 'best'] },
    num_nodes: { integer: true },
    idle_minutes_to_autostop: { integer: true },
  },
  vm_azure: {
    disk_size: { integer: true },
    disk_tier: { values: ['high', 'medium', 'low', 'ultra', 'best'] },
    num_nodes: { integer: true },
    idle_minutes_to_autostop: { integer: true },
  },
  vm_gcp: {
    disk_size: { integer: true },
    disk_tier: { values: ['high', 'medium', 'low', 'ultra', 'best'] },
    num_nodes: { integer: true },
    idle_minutes_to_autostop: { integer: true },
  },
  vm_kubernetes: {
    disk_size: { integer: true },
    disk_tier: { values: ['high', 'medium', 'low', 'ultra', 'best'] },
    num_nodes: { integer: true },
    idle_minutes_to_autostop: { integer: true },
  },
  vm_lambda: {
    disk_size: { integer: true },
    disk_tier: { values: ['high', 'medium', 'low', 'ultra', 'best'] },
    num_nodes: { integer: true },
    idle_minutes_to_autostop: { integer: true },
    api_key: { secret: true },
  },
};
