// Generated from the flavors of ZenML 0.98.0 by `npm run flavors`: the next run overwrites it.
import type { Configuration } from '../configuration';

/** Enum for different types of compute on AzureML. */
export type AzureMLComputeTypes = 'serverless' | 'compute-instance' | 'compute-cluster';

/** Compression types. */
export type Compression = 'none' | 'deflate' | 'gzip';

/** Databricks job access control entry. */
export interface DatabricksAccessControlRequest {
  /**
   * Databricks group name to grant permissions to. Example: 'data-science-team'
   * @default none
   */
  readonly group_name?: string;
  /**
   * Databricks user email to grant permissions to. Example: 'user@company.com'
   * @default none
   */
  readonly user_name?: string;
  /**
   * Application ID of a Databricks service principal to grant permissions to
   * @default none
   */
  readonly service_principal_name?: string;
  /** Permission level to grant. Valid values for jobs: CAN_VIEW, CAN_MANAGE_RUN, CAN_MANAGE, IS_OWNER */
  readonly permission_level: DatabricksPermissionLevel;
}

/** Databricks availability type. */
export type DatabricksAvailabilityType = 'ON_DEMAND' | 'SPOT' | 'SPOT_WITH_FALLBACK';

/** Databricks job permission levels. */
export type DatabricksPermissionLevel = 'CAN_VIEW' | 'CAN_MANAGE_RUN' | 'CAN_MANAGE' | 'IS_OWNER';

/** Docker sandbox image pull policy. */
export type DockerSandboxPullPolicy = 'always' | 'missing' | 'never';

/** Kubernetes Pod settings. */
export interface KubernetesPodSettings {
  /**
   * Node selectors to apply to the pod.
   * @default `{}`
   */
  readonly node_selectors?: Readonly<Record<string, string>>;
  /**
   * Affinity to apply to the pod.
   * @default `{}`
   */
  readonly affinity?: Configuration;
  /**
   * Tolerations to apply to the pod.
   * @default `[]`
   */
  readonly tolerations?: readonly Configuration[];
  /**
   * Resource requests and limits for the pod.
   * @default `{}`
   */
  readonly resources?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /**
   * Annotations to apply to the pod metadata.
   * @default `{}`
   */
  readonly annotations?: Readonly<Record<string, string>>;
  /**
   * Volumes to mount in the pod.
   * @default `[]`
   */
  readonly volumes?: readonly Configuration[];
  /**
   * Volume mounts to apply to the pod containers.
   * @default `[]`
   */
  readonly volume_mounts?: readonly Configuration[];
  /**
   * Whether to enable host IPC for the pod.
   * @default `false`
   */
  readonly host_ipc?: boolean;
  /**
   * The name of the scheduler to use for the pod.
   * @default none
   */
  readonly scheduler_name?: string;
  /**
   * Image pull secrets to use for the pod.
   * @default `[]`
   */
  readonly image_pull_secrets?: readonly string[];
  /**
   * Labels to apply to the pod.
   * @default `{}`
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Environment variables to apply to the container.
   * @default `[]`
   */
  readonly env?: readonly Configuration[];
  /**
   * Environment variables to apply to the container.
   * @default `[]`
   */
  readonly env_from?: readonly Configuration[];
  /**
   * Security context settings to apply to all containers in the pod. This allows specifying container-level security
   * attributes such as runAsUser, runAsNonRoot, allowPrivilegeEscalation, etc. Note: This is different from pod-level
   * security context (which can be set via additional_pod_spec_args) as some admission policies require container-level
   * security settings.
   * @default `{}`
   */
  readonly container_security_context?: Configuration;
  /**
   * Additional arguments to pass to the pod. These will be applied to the pod spec.
   * @default `{}`
   */
  readonly additional_pod_spec_args?: Configuration;
}

/** Kubernetes object that owns sandbox session pods. */
export type KubernetesSandboxOwner = 'none' | 'pod' | 'job';

/** Kubernetes Service types for the Kubernetes deployer. */
export type KubernetesServiceType = 'LoadBalancer' | 'NodePort' | 'ClusterIP';

/** Settings for a Run:AI ConfigMap storage mount. */
export interface RunAIConfigMapMountSettings {
  /**
   * Run:AI mount name.
   * @default none
   */
  readonly name?: string;
  /**
   * Whether to exclude this mount.
   * @default none
   */
  readonly exclude?: boolean;
  /** Name of the existing ConfigMap. */
  readonly config_map: string;
  /** Absolute container path for the ConfigMap mount. */
  readonly mount_path: string;
  /**
   * Optional sub-path within the ConfigMap.
   * @default none
   */
  readonly sub_path?: string;
  /**
   * Four-character octal default file mode for mounted ConfigMap files, e.g. '0644'.
   * @default none
   */
  readonly default_mode?: string;
}

/** Settings for exposing a Run:AI workload external URL. */
export interface RunAIExternalURLSettings {
  /** Container port to expose externally. Must be between 1 and 65535. */
  readonly container: number;
  /**
   * Optional explicit external URL to use instead of a generated one.
   * @default none
   */
  readonly url?: string;
  /**
   * External URL authorization mode. One of 'authenticatedUsers', 'authorizedUsers', or 'authorizedGroups'.
   * @default none
   */
  readonly authorization_type?: 'authenticatedUsers' | 'authorizedUsers' | 'authorizedGroups';
  /**
   * List of usernames authorized to access the external URL when authorization_type='authorizedUsers'.
   * @default none
   */
  readonly authorized_users?: readonly string[];
  /**
   * List of group names authorized to access the external URL when authorization_type='authorizedGroups'.
   * @default none
   */
  readonly authorized_groups?: readonly string[];
  /**
   * Optional Run:AI tool type associated with the URL.
   * @default none
   */
  readonly tool_type?: string;
  /**
   * Optional Run:AI tool name shown in the dashboard.
   * @default none
   */
  readonly tool_name?: string;
  /**
   * Optional name for the external URL declaration.
   * @default none
   */
  readonly name?: string;
  /**
   * Whether to exclude this external URL from the workload spec.
   * @default none
   */
  readonly exclude?: boolean;
}

/** Settings for a Run:AI HostPath storage mount. */
export interface RunAIHostPathMountSettings {
  /**
   * Run:AI mount name.
   * @default none
   */
  readonly name?: string;
  /**
   * Whether to exclude this mount.
   * @default none
   */
  readonly exclude?: boolean;
  /** Absolute path on the host node. */
  readonly path: string;
  /**
   * Whether the mount is read-only.
   * @default none
   */
  readonly read_only?: boolean;
  /** Absolute container path for the HostPath mount. */
  readonly mount_path: string;
  /**
   * Kubernetes mount propagation mode.
   * @default none
   */
  readonly mount_propagation?: string;
}

/** Settings for a Run:AI NFS storage mount. */
export interface RunAINFSMountSettings {
  /**
   * Run:AI mount name.
   * @default none
   */
  readonly name?: string;
  /**
   * Whether to exclude this mount.
   * @default none
   */
  readonly exclude?: boolean;
  /** Path exported by the NFS server. */
  readonly path: string;
  /**
   * Whether the mount is read-only.
   * @default none
   */
  readonly read_only?: boolean;
  /** NFS server hostname or address. */
  readonly server: string;
  /** Absolute container path for the NFS mount. */
  readonly mount_path: string;
}

/** Settings for a Run:AI PVC storage mount. */
export interface RunAIPVCMountSettings {
  /**
   * Run:AI mount name.
   * @default none
   */
  readonly name?: string;
  /**
   * Whether to exclude this mount.
   * @default none
   */
  readonly exclude?: boolean;
  /** Absolute container path for the PVC mount. */
  readonly path: string;
  /**
   * Whether to use an existing persistent volume claim.
   * @default `true`
   */
  readonly existing_pvc?: boolean;
  /**
   * Name of the existing persistent volume claim.
   * @default none
   */
  readonly claim_name?: string;
  /**
   * Whether the mount is read-only.
   * @default none
   */
  readonly read_only?: boolean;
  /**
   * Whether the PVC should be ephemeral.
   * @default none
   */
  readonly ephemeral?: boolean;
  /**
   * Run:AI claim information for dynamically created PVCs.
   * @default none
   */
  readonly claim_info?: Configuration;
  /**
   * Whether to enable Run:AI data sharing.
   * @default none
   */
  readonly data_sharing?: boolean;
}

/** Settings for exposing a container port on the Run:AI workload. */
export interface RunAIPortSettings {
  /** Container port to expose. Must be between 1 and 65535. */
  readonly container: number;
  /**
   * Kubernetes service type. One of 'LoadBalancer', 'NodePort', or 'ClusterIP'.
   * @default none
   */
  readonly service_type?: 'LoadBalancer' | 'NodePort' | 'ClusterIP';
  /**
   * External service port that maps to the container port.
   * @default none
   */
  readonly external?: number;
  /**
   * Optional Run:AI tool type for the exposed port (for example 'jupyter').
   * @default none
   */
  readonly tool_type?: string;
  /**
   * Optional Run:AI tool name shown in the dashboard.
   * @default none
   */
  readonly tool_name?: string;
  /**
   * Optional name for the port declaration.
   * @default none
   */
  readonly name?: string;
  /**
   * Whether to exclude this port from the workload spec.
   * @default none
   */
  readonly exclude?: boolean;
}

/** Settings for a Run:AI S3 storage mount. */
export interface RunAIS3MountSettings {
  /**
   * Run:AI mount name.
   * @default none
   */
  readonly name?: string;
  /**
   * Whether to exclude this mount.
   * @default none
   */
  readonly exclude?: boolean;
  /** S3 bucket name. */
  readonly bucket: string;
  /** Absolute container path for the S3 mount. */
  readonly path: string;
  /**
   * Optional S3 endpoint URL.
   * @default none
   */
  readonly url?: string;
  /**
   * Secret that stores S3 access credentials.
   * @default none
   */
  readonly access_key_secret?: string;
  /**
   * Secret key containing the S3 access key ID.
   * @default none
   */
  readonly secret_key_of_access_key_id?: string;
  /**
   * Secret key containing the S3 secret access key.
   * @default none
   */
  readonly secret_key_of_secret_key?: string;
}

/** Settings for a Run:AI Secret storage mount. */
export interface RunAISecretMountSettings {
  /**
   * Run:AI mount name.
   * @default none
   */
  readonly name?: string;
  /**
   * Whether to exclude this mount.
   * @default none
   */
  readonly exclude?: boolean;
  /** Absolute container path for the Secret mount. */
  readonly mount_path: string;
  /**
   * Four-character octal default file mode for mounted Secret files, e.g. '0644'.
   * @default none
   */
  readonly default_mode?: string;
  /** Name of the existing Secret. */
  readonly secret: string;
}

/** Settings for the Run:AI workload security context. */
export interface RunAISecurityContextSettings {
  /**
   * Whether the container can gain more privileges than its parent process.
   * @default none
   */
  readonly allow_privilege_escalation?: boolean;
  /**
   * Linux capabilities to add to the container, for example ['NET_ADMIN'].
   * @default none
   */
  readonly capabilities?: readonly string[];
  /**
   * Whether the workload shares the host IPC namespace.
   * @default none
   */
  readonly host_ipc?: boolean;
  /**
   * Whether the workload uses the host network namespace.
   * @default none
   */
  readonly host_network?: boolean;
  /**
   * Whether the container root filesystem is read-only.
   * @default none
   */
  readonly read_only_root_filesystem?: boolean;
  /**
   * GID to run the container as. Used together with uid_gid_source='custom'.
   * @default none
   */
  readonly run_as_gid?: number;
  /**
   * Whether the container must run as a non-root user.
   * @default none
   */
  readonly run_as_non_root?: boolean;
  /**
   * UID to run the container as. Used together with uid_gid_source='custom'.
   * @default none
   */
  readonly run_as_uid?: number;
  /**
   * Seccomp profile type. One of 'RuntimeDefault', 'Unconfined', or 'Localhost'.
   * @default none
   */
  readonly seccomp_profile_type?: 'RuntimeDefault' | 'Unconfined' | 'Localhost';
  /**
   * Supplemental group IDs. These are serialized as a semicolon-separated string for Run:AI.
   * @default none
   */
  readonly supplemental_groups?: readonly number[];
  /**
   * Source of the UID/GID. One of 'fromTheImage', 'fromIdpToken', or 'custom'.
   * @default none
   */
  readonly uid_gid_source?: 'fromTheImage' | 'fromIdpToken' | 'custom';
}

/** Settings for a Kubernetes toleration on a Run:AI workload. */
export interface RunAITolerationSettings {
  /**
   * Taint key that the toleration applies to.
   * @default none
   */
  readonly key?: string;
  /**
   * Toleration operator. One of 'Equal' or 'Exists'.
   * @default none
   */
  readonly operator?: 'Equal' | 'Exists';
  /**
   * Taint value tolerated when operator='Equal'.
   * @default none
   */
  readonly value?: string;
  /**
   * Taint effect tolerated by the workload.
   * @default none
   */
  readonly effect?: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
  /**
   * Optional name for the toleration.
   * @default none
   */
  readonly name?: string;
  /**
   * Whether to exclude this toleration from the workload spec.
   * @default none
   */
  readonly exclude?: boolean;
}

/** Settings for the Vertex custom job parameters. */
export interface VertexCustomJobParameters {
  /**
   * Defines which accelerator (GPU, TPU) is used for the job. Check out out this table to see which accelerator type and
   * count are compatible with your chosen machine type:
   * https://cloud.google.com/vertex-ai/docs/training/configure-compute#gpu-compatibility-table.
   * @default none
   */
  readonly accelerator_type?: string;
  /**
   * Defines number of accelerators to be used for the job. Check out out this table to see which accelerator type and
   * count are compatible with your chosen machine type:
   * https://cloud.google.com/vertex-ai/docs/training/configure-compute#gpu-compatibility-table.
   * @default `0`
   */
  readonly accelerator_count?: number;
  /**
   * Machine type specified here https://cloud.google.com/vertex-ai/docs/training/configure-compute#machine-types.
   * @default `"n1-standard-4"`
   */
  readonly machine_type?: string;
  /**
   * Size of the boot disk in GB. (Default: 100)
   * https://cloud.google.com/vertex-ai/docs/training/configure-compute#boot_disk_options
   * @default `100`
   */
  readonly boot_disk_size_gb?: number;
  /**
   * Type of the boot disk. (Default: pd-ssd)
   * https://cloud.google.com/vertex-ai/docs/training/configure-compute#boot_disk_options
   * @default `"pd-ssd"`
   */
  readonly boot_disk_type?: string;
  /**
   * The ID of the persistent resource to use for the job. If empty (default), the job will not use a persistent resource.
   * When using a persistent resource, you must also specify a service_account. Conversely, when explicitly setting this to
   * an empty string, you should not specify a service_account (ZenML will handle this automatically).
   * https://cloud.google.com/vertex-ai/docs/training/persistent-resource-overview
   * @default none
   */
  readonly persistent_resource_id?: string;
  /**
   * Specifies the service account to be used. This is required when using a persistent_resource_id, and should not be set
   * when persistent_resource_id="".
   * @default none
   */
  readonly service_account?: string;
  /**
   * Additional arguments to pass to the create_custom_training_job_from_component function. This allows passing any
   * additional parameters supported by the Google Cloud Pipeline Components library without requiring ZenML to update its
   * API. Note: If you specify parameters in this dictionary that are also defined as explicit attributes (like
   * machine_type or boot_disk_size_gb), the values in this dictionary will override the explicit values. See:
   * https://google-cloud-pipeline-components.readthedocs.io/en/google-cloud-pipeline-components-2.19.0/api/v1/custom_job.html
   * @default `{}`
   */
  readonly additional_training_job_args?: Configuration;
}
