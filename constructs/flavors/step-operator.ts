// Generated from the flavors of ZenML 0.98.0 by `npm run flavors`: the next run overwrites it.
import type { IResolvable } from 'cdktf';
import type { Configuration } from '../configuration';
import type { FlavorRules } from '../flavor-rules';
import type {
  AzureMLComputeTypes,
  DatabricksAccessControlRequest,
  DatabricksAvailabilityType,
  KubernetesPodSettings,
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
} from './models';

/** Config for the AzureML step operator. */
export interface AzuremlStepOperatorConfiguration {
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
   * Name of the configured ComputeTarget. Deprecated in favor of `compute_name`.
   * @default none
   */
  readonly computeTargetName?: string;
  /** Subscription ID that AzureML is running on. */
  readonly subscriptionId: string;
  /** Name of the resource group that AzureML is running on. */
  readonly resourceGroup: string;
  /** Name of the workspace that AzureML is running on. */
  readonly workspaceName: string;
  /**
   * The Azure Tenant ID.
   * @default none
   */
  readonly tenantId?: string;
  /**
   * The ID for the service principal that is created to allow apps to access secure resources.
   * @default none
   */
  readonly servicePrincipalId?: string;
  /**
   * Password for the service principal.
   * A secret: give a `secretReference(...)` or a sensitive variable, never a literal.
   * @default none
   */
  readonly servicePrincipalPassword?: string;
}

/** Configuration for the Baseten step operator. */
export interface BasetenStepOperatorConfiguration {
  /**
   * Baseten API key used to submit and manage training jobs, created in the Baseten workspace settings
   * A secret: give a `secretReference(...)` or a sensitive variable, never a literal.
   */
  readonly apiKey: string;
  /** Baseten training project name that submitted jobs are grouped under. Created automatically if it does not exist */
  readonly project: string;
  /**
   * Name of a pre-existing Baseten secret holding container registry credentials in 'username:password' format, used to
   * pull the step image from a private registry. Leave unset for public registries
   * @default none
   */
  readonly registryAuthSecret?: string;
}

/** Databricks step operator config. */
export interface DatabricksStepOperatorConfiguration {
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
  readonly host: string;
  /** @default none */
  readonly clientId?: string;
  /**
   * A secret: give a `secretReference(...)` or a sensitive variable, never a literal.
   * @default none
   */
  readonly clientSecret?: string;
}

/** Configuration for the Kubernetes step operator. */
export interface KubernetesStepOperatorConfiguration {
  /**
   * Pod configuration for step execution containers.
   * @default none
   */
  readonly podSettings?: KubernetesPodSettings;
  /**
   * Number of pods the step runs on. Values above 1 are only allowed for command steps.
   * More than 0.
   * @default `1`
   */
  readonly podCount?: number;
  /**
   * Kubernetes service account for step pods. Uses default account if not specified.
   * @default none
   */
  readonly serviceAccountName?: string;
  /**
   * Whether to run step containers in privileged mode with extended permissions.
   * @default `false`
   */
  readonly privileged?: boolean | IResolvable;
  /**
   * Prefix for the job name.
   * @default none
   */
  readonly jobNamePrefix?: string;
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
   * List of container waiting reasons that should cause the job to fail immediately. This should be set to a list of
   * nonrecoverable reasons, which if found in any `pod.status.containerStatuses[*].state.waiting.reason` of a job pod,
   * should cause the job to fail immediately.
   * @default `["InvalidImageName","ErrImagePull","ImagePullBackOff","CreateContainerConfigError"]`
   */
  readonly failOnContainerWaitingReasons?: readonly string[];
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
   * Kubernetes namespace for step execution. Must be a valid namespace name.
   * @default `"zenml"`
   */
  readonly kubernetesNamespace?: string;
  /**
   * Whether to execute within the same cluster as the orchestrator. Requires appropriate pod creation permissions.
   * @default `false`
   */
  readonly incluster?: boolean | IResolvable;
  /**
   * Kubernetes context name for cluster connection. Ignored when using service connectors or in-cluster execution.
   * @default none
   */
  readonly kubernetesContext?: string;
}

/** Configuration for the Modal step operator. */
export interface ModalStepOperatorConfiguration {
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

/** Configuration for the Run:AI step operator. */
export interface RunaiStepOperatorConfiguration {
  /**
   * Number of GPUs to request for the workload. Default 1 requests a whole device; set to 0 for CPU-only or keep 1 with
   * gpu_portion_request < 1.0 to request a fractional share. Examples: 1 for single GPU, 2 for dual GPU, 0 for CPU-only.
   * Pair with gpu_request_type='portion' to control fractional allocation.
   * At least 0.
   * @default `1`
   */
  readonly gpuDevicesRequest?: number;
  /**
   * Fractional GPU allocation as a decimal (0.0-1.0). Default 1.0 requests a full device; lower values (e.g., 0.5 or 0.25)
   * share a GPU across workloads. Used when gpu_request_type='portion'.
   * At least 0. At most 1.
   * @default `1`
   */
  readonly gpuPortionRequest?: number;
  /**
   * GPU allocation method. 'portion' for fractional GPU sharing (use gpu_portion_request: 1.0 for full GPU, 0.5 for half).
   * 'memory' for exact memory allocation (gpu_memory_request)
   * @default `"portion"`
   */
  readonly gpuRequestType?: 'portion' | 'memory';
  /**
   * GPU memory to request (e.g., '20Gi'). Used when gpu_request_type='memory'. Provides consistent memory allocation
   * across heterogeneous GPU types
   * @default none
   */
  readonly gpuMemoryRequest?: string;
  /**
   * Maximum GPU portion limit for dynamic fractions. Enables burst: workload gets gpu_portion_request guaranteed, can use
   * up to this limit when available
   * At least 0. At most 1.
   * @default none
   */
  readonly gpuPortionLimit?: number;
  /**
   * Maximum GPU memory limit for dynamic fractions (e.g., '40Gi'). Used with gpu_memory_request for burst capacity
   * @default none
   */
  readonly gpuMemoryLimit?: string;
  /**
   * Number of CPU cores to request. Examples: 1.0 for one core, 2.5 for two and a half cores, 0.5 for half a core
   * At least 0.1.
   * @default `1`
   */
  readonly cpuCoreRequest?: number;
  /**
   * Maximum CPU cores limit. If set, allows bursting from cpu_core_request to this limit
   * At least 0.1.
   * @default none
   */
  readonly cpuCoreLimit?: number;
  /**
   * RAM to request for the workload container. Must use Kubernetes format with valid units: K, M, G, T, Ki, Mi, Gi, Ti.
   * Examples: '4G' for 4 gigabytes, '512M' for 512 megabytes, '8Gi' for 8 gibibytes. Default is sufficient for most
   * training jobs.
   * @default `"4G"`
   */
  readonly cpuMemoryRequest?: string;
  /**
   * Maximum memory limit (e.g., '16Gi'). If set, allows bursting from cpu_memory_request
   * @default none
   */
  readonly cpuMemoryLimit?: string;
  /**
   * Ordered list of node pool names for scheduling. Scheduler tries pools in order. Node pools group nodes by GPU type,
   * InfiniBand, etc. Example: ['a100-pool', 'v100-pool']
   * @default none
   */
  readonly nodePools?: readonly string[];
  /**
   * Node type label for GPU selection (e.g., 'A100', 'V100'). Alternative to node_pools for simpler GPU type selection
   * @default none
   */
  readonly nodeType?: string;
  /**
   * Workload preemption policy. 'preemptible' allows over-quota usage but may be preempted by higher priority workloads.
   * 'non-preemptible' guarantees resources within quota
   * @default none
   */
  readonly preemptibility?: 'preemptible' | 'non-preemptible';
  /**
   * Kubernetes PriorityClass name for scheduling priority within project queue. Run:AI presets: 'train' (50), 'build'
   * (50), 'interactive-preemptible' (100), 'inference' (125)
   * @default none
   */
  readonly priorityClass?: string;
  /**
   * Kubernetes tolerations for scheduling on tainted nodes. Each item is a RunAITolerationSettings with optional key,
   * operator, value, and effect. Example: [RunAITolerationSettings(key='nvidia.com/gpu', operator='Exists',
   * effect='NoSchedule')]
   * @default none
   */
  readonly tolerations?: readonly RunAITolerationSettings[];
  /**
   * Extended Kubernetes resources (InfiniBand, FPGAs, etc). Format: {resource_name: quantity}. Example:
   * {'nvidia.com/mlnx-nic': '1', 'rdma/hca': '1'}
   * @default none
   */
  readonly extendedResources?: Readonly<Record<string, string>>;
  /**
   * Request large /dev/shm (shared memory). Required for PyTorch DataLoader with num_workers > 0, or multi-process
   * training that uses shared memory
   * @default `false`
   */
  readonly largeShmRequest?: boolean | IResolvable;
  /**
   * Number of retries before marking workload as failed. Default is 6 in Kubernetes. Set to 0 for no retries
   * At least 0.
   * @default none
   */
  readonly backoffLimit?: number;
  /**
   * Seconds to wait for graceful termination before force killing. Default is 30 seconds. Increase for workloads needing
   * cleanup time
   * At least 0.
   * @default none
   */
  readonly terminationGracePeriodSeconds?: number;
  /**
   * If True, terminate workload after preemption instead of requeuing. Default is False (workload gets rescheduled)
   * @default none
   */
  readonly terminateAfterPreemption?: boolean | IResolvable;
  /**
   * Working directory inside container. If not set, uses container's default
   * @default none
   */
  readonly workingDir?: string;
  /**
   * Kubernetes labels to add to the workload pod. Example: {'team': 'ml-research', 'cost-center': 'ai-division'}
   * @default none
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Kubernetes annotations to add to the workload pod. Example: {'prometheus.io/scrape': 'true'}
   * @default none
   */
  readonly annotations?: Readonly<Record<string, string>>;
  /**
   * PVC mounts attached to the workload. Each entry is a RunAIPVCMountSettings with claim_name and absolute container
   * path. Example: [RunAIPVCMountSettings(claim_name='datasets', path='/mnt/data')]
   * @default none
   */
  readonly pvcMounts?: readonly RunAIPVCMountSettings[];
  /**
   * ConfigMap mounts attached to the workload. Each entry is a RunAIConfigMapMountSettings with config_map name and
   * absolute mount_path. Example: [RunAIConfigMapMountSettings(config_map='train-cfg', mount_path='/etc/train')]
   * @default none
   */
  readonly configMapMounts?: readonly RunAIConfigMapMountSettings[];
  /**
   * Secret mounts attached to the workload. Each entry is a RunAISecretMountSettings with secret name and absolute
   * mount_path. Example: [RunAISecretMountSettings(secret='hf-token', mount_path='/etc/secrets')]
   * @default none
   */
  readonly secretMounts?: readonly RunAISecretMountSettings[];
  /**
   * NFS mounts attached to the workload. Each entry is a RunAINFSMountSettings with server, exported path, and container
   * mount_path. Example: [RunAINFSMountSettings(server='nfs.example.com', path='/exports', mount_path='/mnt/nfs')]
   * @default none
   */
  readonly nfsMounts?: readonly RunAINFSMountSettings[];
  /**
   * S3 mounts attached to the workload. Each entry is a RunAIS3MountSettings with bucket and absolute container path.
   * Example: [RunAIS3MountSettings(bucket='my-bucket', path='/mnt/s3')]
   * @default none
   */
  readonly s3Mounts?: readonly RunAIS3MountSettings[];
  /**
   * HostPath mounts attached to the workload. Each entry is a RunAIHostPathMountSettings with absolute host path and
   * absolute mount_path. Example: [RunAIHostPathMountSettings(path='/var/data', mount_path='/mnt/host')]
   * @default none
   */
  readonly hostPathMounts?: readonly RunAIHostPathMountSettings[];
  /**
   * Run:AI workload template ID to apply when creating the workload. Must be the UUID of an existing template; ZenML does
   * not resolve template names. Example: '550e8400-e29b-41d4-a716-446655440000'
   * @default none
   */
  readonly workloadTemplateId?: string;
  /**
   * Container security context. Accepts a RunAISecurityContextSettings with UID/GID, seccomp, capabilities, and related
   * fields. Example: RunAISecurityContextSettings(uid_gid_source='custom', run_as_uid=1000, run_as_gid=1000)
   * @default none
   */
  readonly securityContext?: RunAISecurityContextSettings;
  /**
   * Container ports to expose on the workload. Each entry is a RunAIPortSettings with container port (1-65535) and
   * optional service_type. Example: [RunAIPortSettings(container=8888, service_type='ClusterIP', external=30088)]
   * @default none
   */
  readonly ports?: readonly RunAIPortSettings[];
  /**
   * External URL exposure for the workload. Each entry is a RunAIExternalURLSettings with container port and
   * authorization_type. Example: [RunAIExternalURLSettings(container=8888, authorization_type='authenticatedUsers')]
   * @default none
   */
  readonly externalUrls?: readonly RunAIExternalURLSettings[];
  /**
   * Run:AI training workload parallelism. Number of pods that run the same step in parallel for one step run. Must be <=
   * completions. Use only for explicitly idempotent workloads. Example: 2
   * More than 0.
   * @default none
   */
  readonly parallelism?: number;
  /**
   * Run:AI training workload completions. Total number of successful pod completions required for the workload to be
   * considered complete. Must be >= parallelism. Example: 4
   * More than 0.
   * @default none
   */
  readonly completions?: number;
  /**
   * Maximum time in seconds to wait for workload completion. If the workload doesn't finish within this time, it will be
   * marked as failed. If not set, workloads can run indefinitely. Example: 3600 for 1 hour
   * More than 0.
   * @default none
   */
  readonly workloadTimeout?: number;
  /**
   * Maximum time in seconds a workload may remain in the pending state before it is stopped. If not set, workloads can
   * remain pending indefinitely. Example: 600 for 10 minutes
   * More than 0.
   * @default none
   */
  readonly pendingTimeout?: number;
  /**
   * Run:AI client ID for API authentication. Obtain from Run:AI control plane under Settings > Application > Applications.
   * Required for API access
   * A secret: give a `secretReference(...)` or a sensitive variable, never a literal.
   */
  readonly clientId: string;
  /**
   * Run:AI client secret for API authentication. Obtain from Run:AI control plane under Settings > Application >
   * Applications.
   * A secret: give a `secretReference(...)` or a sensitive variable, never a literal.
   */
  readonly clientSecret: string;
  /**
   * Run:AI control plane base URL. For Run:AI SaaS, use format 'https://<organization>.run.ai'. For self-hosted Run:AI
   * deployments, use your control plane URL. Example: 'https://my-org.run.ai'
   */
  readonly runaiBaseUrl: string;
  /**
   * Run:AI project name for workload submission. The project must exist in the Run:AI control plane and have sufficient
   * quota. Workloads are billed against this project's resources
   */
  readonly projectName: string;
  /**
   * Run:AI cluster name for workload execution. If not specified, uses the cluster associated with the project or the
   * first available cluster
   * @default none
   */
  readonly clusterName?: string;
  /**
   * Name of an existing Run:AI image pull secret for private registries. Create the secret in Run:AI UI under Credentials
   * > Docker Registry. If not specified, assumes the container registry is public or credentials are pre-configured in the
   * Run:AI project
   * @default none
   */
  readonly imagePullSecretName?: string;
  /**
   * Interval in seconds to poll Run:AI API for workload status. Lower values provide faster status updates but increase
   * API load. Recommended: 30-60 seconds for production
   * More than 0.
   * @default `30`
   */
  readonly monitoringInterval?: number;
  /**
   * Whether to delete Run:AI workloads after they fail or timeout. Workloads are always stopped on failure to halt
   * resource usage; set this to True to delete them afterward. Defaults to False to preserve failed workloads for
   * traceability in the Run:AI UI.
   * @default `false`
   */
  readonly deleteOnFailure?: boolean | IResolvable;
}

/** Config for the Sagemaker step operator. */
export interface SagemakerStepOperatorConfiguration {
  /**
   * @default none
   * @deprecated The instance type to use for the step execution. Use estimator_args instead. Example: 'ml.m5.xlarge'
   */
  readonly instanceType?: string;
  /**
   * The name for the experiment to which the job will be associated. If not provided, the job runs would be independent.
   * Example: 'my-training-experiment'
   * @default none
   */
  readonly experimentName?: string;
  /**
   * S3 URI where training data is located if not locally. Example string: 's3://my-bucket/my-data/train'. Example dict:
   * {'training': 's3://bucket/train', 'validation': 's3://bucket/val'}
   * @default none
   */
  readonly inputDataS3Uri?: string | Readonly<Record<string, string>>;
  /**
   * Arguments that are directly passed to the SageMaker Estimator. See SageMaker documentation for available arguments and
   * instance types. Example: {'instance_type': 'ml.m5.xlarge', 'instance_count': 1, 'train_max_run': 3600, 'input_mode':
   * 'File'}
   * @default ZenML's own
   */
  readonly estimatorArgs?: Configuration;
  /**
   * Environment variables to pass to the container during execution. Example: {'LOG_LEVEL': 'INFO', 'DEBUG_MODE': 'False'}
   * @default ZenML's own
   */
  readonly environment?: Readonly<Record<string, string>>;
  /**
   * The IAM role ARN that has to be assigned to the jobs running in SageMaker. This role must have the necessary
   * permissions to access SageMaker and S3 resources.
   */
  readonly role: string;
  /**
   * Name of the S3 bucket to use for storing artifacts from the job run. If not provided, a default bucket will be created
   * based on the format: 'sagemaker-{region}-{aws-account-id}'.
   * @default none
   */
  readonly bucket?: string;
}

/** Config for the Kubernetes Spark step operator. */
export interface SparkKubernetesStepOperatorConfiguration {
  /** @default `"cluster"` */
  readonly deployMode?: string;
  /** @default none */
  readonly submitKwargs?: Configuration;
  readonly master: string;
  /**
   * the namespace under which the driver and executor pods will run.
   * @default none
   */
  readonly namespace?: string;
  /**
   * the service account that will be used by various Spark components (to create and watch the pods).
   * @default none
   */
  readonly serviceAccount?: string;
}

/** Configuration for the SSH step operator. */
export interface SshStepOperatorConfiguration {
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

/** Configuration for the Vertex step operator. */
export interface VertexStepOperatorConfiguration {
  /** @default none */
  readonly acceleratorType?: string;
  /** @default `0` */
  readonly acceleratorCount?: number;
  /** @default `"n1-standard-4"` */
  readonly machineType?: string;
  /** @default `100` */
  readonly bootDiskSizeGb?: number;
  /** @default `"pd-ssd"` */
  readonly bootDiskType?: string;
  /** @default none */
  readonly persistentResourceId?: string;
  /**
   * Specifies the service account for workload run-as account. Users submitting jobs must have act-as permission on this
   * run-as account.
   * @default none
   */
  readonly serviceAccount?: string;
  /** @default `{}` */
  readonly additionalTrainingJobArgs?: Configuration;
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
  /** Region name, e.g., `europe-west1`. */
  readonly region: string;
  /**
   * Encryption spec key name.
   * @default none
   */
  readonly encryptionSpecKeyName?: string;
  /**
   * The full name of the Compute Engine network to which the Job should be peered. For example,
   * projects/12345/global/networks/myVPC
   * @default none
   */
  readonly network?: string;
  /**
   * A list of names for the reserved ip ranges under the VPC network that can be used for this job. If set, we will deploy
   * the job within the provided ip ranges. Otherwise, the job will be deployed to any ip ranges under the provided VPC
   * network.
   * @default none
   */
  readonly reservedIpRanges?: string;
}

/** The configurations of the flavors of step_operator. Augment it with those of your own flavors. */
export interface StepOperatorFlavors {
  readonly azureml: AzuremlStepOperatorConfiguration;
  readonly baseten: BasetenStepOperatorConfiguration;
  readonly databricks: DatabricksStepOperatorConfiguration;
  readonly kubernetes: KubernetesStepOperatorConfiguration;
  readonly modal: ModalStepOperatorConfiguration;
  readonly runai: RunaiStepOperatorConfiguration;
  readonly sagemaker: SagemakerStepOperatorConfiguration;
  readonly 'spark-kubernetes': SparkKubernetesStepOperatorConfiguration;
  readonly ssh: SshStepOperatorConfiguration;
  readonly vertex: VertexStepOperatorConfiguration;
}

/** What types cannot say of the keys, by flavor and by the server's own key. */
export const STEP_OPERATOR_RULES: FlavorRules = {
  azureml: {
    mode: { values: ['serverless', 'compute-instance', 'compute-cluster'] },
    idle_time_before_shutdown_minutes: { integer: true },
    idle_time_before_scaledown_down: { integer: true },
    min_instances: { integer: true },
    max_instances: { integer: true },
    service_principal_password: { secret: true },
  },
  baseten: {
    api_key: { secret: true },
  },
  databricks: {
    num_workers: { integer: true, minimum: 0 },
    autotermination_minutes: { integer: true, minimum: 0 },
    availability_type: { values: ['ON_DEMAND', 'SPOT', 'SPOT_WITH_FALLBACK'] },
    timeout_seconds: { integer: true, minimum: 0 },
    task_timeout_seconds: { integer: true, minimum: 0 },
    docker_image_password: { secret: true },
    client_secret: { secret: true },
  },
  kubernetes: {
    pod_count: { integer: true, exclusiveMinimum: 0 },
    ttl_seconds_after_finished: { integer: true, minimum: 0 },
    active_deadline_seconds: { integer: true, minimum: 0 },
    api_request_timeout: { integer: true, exclusiveMinimum: 0 },
    max_api_retries: { integer: true, minimum: 0 },
    pod_startup_timeout: { integer: true },
    pod_failure_max_retries: { integer: true },
    pod_failure_retry_delay: { integer: true },
  },
  modal: {
    timeout: { integer: true, minimum: 1, maximum: 86400 },
    token_secret: { secret: true },
  },
  runai: {
    gpu_devices_request: { integer: true, minimum: 0 },
    gpu_portion_request: { minimum: 0, maximum: 1 },
    gpu_request_type: { values: ['portion', 'memory'] },
    gpu_portion_limit: { minimum: 0, maximum: 1 },
    cpu_core_request: { minimum: 0.1 },
    cpu_core_limit: { minimum: 0.1 },
    preemptibility: { values: ['preemptible', 'non-preemptible'] },
    backoff_limit: { integer: true, minimum: 0 },
    termination_grace_period_seconds: { integer: true, minimum: 0 },
    parallelism: { integer: true, exclusiveMinimum: 0 },
    completions: { integer: true, exclusiveMinimum: 0 },
    workload_timeout: { integer: true, exclusiveMinimum: 0 },
    pending_timeout: { integer: true, exclusiveMinimum: 0 },
    client_id: { secret: true },
    client_secret: { secret: true },
    monitoring_interval: { exclusiveMinimum: 0 },
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
  vertex: {
    accelerator_count: { integer: true },
    boot_disk_size_gb: { integer: true },
  },
};
