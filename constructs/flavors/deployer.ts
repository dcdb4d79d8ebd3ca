// Generated from the flavors of ZenML 0.98.0 by `npm run flavors`: the next run overwrites it.
import type { IResolvable } from 'cdktf';
import type { Configuration } from '../configuration';
import type { FlavorRules } from '../flavor-rules';
import type { KubernetesPodSettings, KubernetesServiceType } from './models';

/** Configuration for the AWS App Runner deployer. */
export interface AwsDeployerConfiguration {
  /** @default none */
  readonly authKey?: string;
  /** @default `false` */
  readonly generateAuthKey?: boolean | IResolvable;
  /** @default `600` */
  readonly lcmTimeout?: number;
  /**
   * AWS region where the App Runner service will be deployed. If not specified, the region will be determined from the
   * authenticated session (service connector or implicit credentials). App Runner is available in specific regions:
   * https://docs.aws.amazon.com/apprunner/latest/dg/regions.html
   * @default none
   */
  readonly region?: string;
  /**
   * Prefix for service names in App Runner to avoid naming conflicts.
   * @default `"zenml-"`
   */
  readonly serviceNamePrefix?: string;
  /**
   * Grace period for health checks in seconds. Range: 0-20.
   * At least 0. At most 20.
   * @default `20`
   */
  readonly healthCheckGracePeriodSeconds?: number;
  /**
   * Interval between health checks in seconds. Range: 1-20.
   * At least 1. At most 20.
   * @default `10`
   */
  readonly healthCheckIntervalSeconds?: number;
  /**
   * Health check protocol. Options: 'TCP', 'HTTP'.
   * Matches `^TCP|HTTP$`.
   * @default `"TCP"`
   */
  readonly healthCheckProtocol?: string;
  /**
   * Timeout for health checks in seconds. Range: 1-20.
   * At least 1. At most 20.
   * @default `2`
   */
  readonly healthCheckTimeoutSeconds?: number;
  /**
   * Number of consecutive successful health checks required.
   * At least 1. At most 20.
   * @default `1`
   */
  readonly healthCheckHealthyThreshold?: number;
  /**
   * Number of consecutive failed health checks before unhealthy.
   * At least 1. At most 20.
   * @default `5`
   */
  readonly healthCheckUnhealthyThreshold?: number;
  /**
   * Whether the App Runner service is publicly accessible.
   * @default `true`
   */
  readonly isPubliclyAccessible?: boolean | IResolvable;
  /**
   * VPC configuration for private App Runner services. JSON string with VpcId, VpcEndpointId, and
   * VpcIngressConnectionName.
   * @default none
   */
  readonly ingressVpcConfiguration?: string;
  /**
   * Environment variables to set in the App Runner service.
   * @default ZenML's own
   */
  readonly environmentVariables?: Readonly<Record<string, string>>;
  /**
   * Tags to apply to the App Runner service.
   * @default ZenML's own
   */
  readonly tags?: Readonly<Record<string, string>>;
  /**
   * Whether to store sensitive environment variables in AWS Secrets Manager instead of directly in the App Runner service
   * configuration.
   * @default `true`
   */
  readonly useSecretsManager?: boolean | IResolvable;
  /**
   * Prefix for secret names in Secrets Manager to avoid naming conflicts.
   * @default `"zenml-"`
   */
  readonly secretNamePrefix?: string;
  /**
   * ARN of the observability configuration to associate with the App Runner service.
   * @default none
   */
  readonly observabilityConfigurationArn?: string;
  /**
   * KMS key ARN for encrypting App Runner service data.
   * @default none
   */
  readonly encryptionKmsKey?: string;
  /**
   * ARN of the IAM role to assign to the App Runner service instances.
   * @default none
   */
  readonly instanceRoleArn?: string;
  /**
   * ARN of the IAM role that App Runner uses to access the image repository (ECR). Required for private ECR repositories.
   * If not specified, App Runner will attempt to use the default service role, which may not have ECR access permissions.
   * @default none
   */
  readonly accessRoleArn?: string;
  /**
   * Traffic allocation between revisions for A/B testing and gradual rollouts. Keys can be revision names, tags, or
   * 'LATEST' for the most recent revision. Values are percentages that must sum to 100. Example: {'LATEST': 80,
   * 'my-stable-revision': 20}
   * @default ZenML's own
   */
  readonly trafficAllocation?: Readonly<Record<string, number>>;
  /**
   * Whether to enforce strict matching of resource requirements to AWS App Runner supported CPU (vCPU) and memory (GB)
   * combinations. When True, raises an error if no exact match is found. When False, automatically selects the closest
   * matching supported combination. See
   * https://docs.aws.amazon.com/apprunner/latest/dg/architecture.html#architecture.vcpu-memory for more details.
   * @default `false`
   */
  readonly strictResourceMatching?: boolean | IResolvable;
  /**
   * AWS App Runner supported CPU (vCPU), memory (GB) combinations.
   * @default `[[0.25,0.5],[0.25,1],[0.5,1],[1,2],[1,3],[1,4],[2,4],[2,6],[4,8],[4,10],[4,12]]`
   */
  readonly resourceCombinations?: readonly (readonly [number, number])[];
}

/** Docker deployer config. */
export interface DockerDeployerConfiguration {
  /** @default none */
  readonly authKey?: string;
  /** @default `false` */
  readonly generateAuthKey?: boolean | IResolvable;
  /** @default `600` */
  readonly lcmTimeout?: number;
  /** @default none */
  readonly port?: number;
  /** @default `true` */
  readonly allocatePortIfBusy?: boolean | IResolvable;
  /** @default `[8000,65535]` */
  readonly portRange?: readonly [number, number];
  /** @default `{}` */
  readonly runArgs?: Configuration;
}

/** Configuration for the GCP Cloud Run deployer. */
export interface GcpDeployerConfiguration {
  /** @default none */
  readonly authKey?: string;
  /** @default `false` */
  readonly generateAuthKey?: boolean | IResolvable;
  /** @default `600` */
  readonly lcmTimeout?: number;
  /**
   * Name of GCP region where the pipeline will be deployed. Cloud Run is available in specific regions:
   * https://cloud.google.com/run/docs/locations
   * @default `"europe-west3"`
   */
  readonly location?: string;
  /**
   * Prefix for service names in Cloud Run to avoid naming conflicts.
   * @default `"zenml-"`
   */
  readonly serviceNamePrefix?: string;
  /**
   * Request timeout in seconds. Maximum is 3600 (1 hour).
   * At least 1. At most 3600.
   * @default `300`
   */
  readonly timeoutSeconds?: number;
  /**
   * Ingress settings for the service. Options: 'all', 'internal', 'internal-and-cloud-load-balancing'.
   * @default `"all"`
   */
  readonly ingress?: string;
  /**
   * VPC connector for private networking. Format: projects/PROJECT_ID/locations/LOCATION/connectors/CONNECTOR_NAME
   * @default none
   */
  readonly vpcConnector?: string;
  /**
   * Service account email to run the Cloud Run service. If not specified, uses the default Compute Engine service account.
   * @default none
   */
  readonly serviceAccount?: string;
  /**
   * Environment variables to set in the Cloud Run service.
   * @default ZenML's own
   */
  readonly environmentVariables?: Readonly<Record<string, string>>;
  /**
   * Labels to apply to the Cloud Run service.
   * @default ZenML's own
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Annotations to apply to the Cloud Run service.
   * @default ZenML's own
   */
  readonly annotations?: Readonly<Record<string, string>>;
  /**
   * Execution environment generation. Options: 'gen1', 'gen2'.
   * @default `"gen2"`
   */
  readonly executionEnvironment?: string;
  /**
   * Traffic allocation between revisions. Keys are revision names or 'LATEST', values are percentages.
   * @default ZenML's own
   */
  readonly trafficAllocation?: Readonly<Record<string, number>>;
  /**
   * Whether to allow unauthenticated requests to the service.
   * @default `true`
   */
  readonly allowUnauthenticated?: boolean | IResolvable;
  /**
   * Whether to store sensitive environment variables in GCP Secret Manager instead of directly in the Cloud Run service
   * configuration.
   * @default `true`
   */
  readonly useSecretManager?: boolean | IResolvable;
  /**
   * Prefix for secret names in Secret Manager to avoid naming conflicts.
   * @default `"zenml-"`
   */
  readonly secretNamePrefix?: string;
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
}

/** Configuration for the Hugging Face deployer. */
export interface HuggingfaceDeployerConfiguration {
  /** @default none */
  readonly authKey?: string;
  /** @default `false` */
  readonly generateAuthKey?: boolean | IResolvable;
  /** @default `600` */
  readonly lcmTimeout?: number;
  /**
   * Hardware tier for Space execution. Controls compute resources available to the deployed pipeline. Options: 'cpu-basic'
   * (2 vCPU, 16GB RAM), 'cpu-upgrade' (8 vCPU, 32GB RAM), 't4-small' (4 vCPU, 15GB RAM, NVIDIA T4), 't4-medium' (8 vCPU,
   * 30GB RAM, NVIDIA T4). See https://huggingface.co/docs/hub/spaces-gpus for full list. Defaults to cpu-basic if not
   * specified
   * @default none
   */
  readonly spaceHardware?: string;
  /**
   * Persistent storage tier for Space data. Determines available disk space for artifacts and logs. Options: 'small'
   * (20GB), 'medium' (150GB), 'large' (1TB). Storage persists across Space restarts. If not specified, uses ephemeral
   * storage that resets on restart
   * @default none
   */
  readonly spaceStorage?: string;
  /**
   * Controls whether the deployed Space is private or public. Private Spaces are only accessible to the owner and
   * authorized users. Public Spaces are visible to anyone with the URL. Defaults to True for security
   * @default `true`
   */
  readonly private?: boolean | IResolvable;
  /**
   * Hugging Face API token for authentication with write permissions. Can reference a ZenML secret using
   * {{secret_name.key}} syntax or provide the token directly. Create tokens at https://huggingface.co/settings/tokens with
   * 'write' access enabled. Example: '{{hf_token.token}}' references the 'token' key in the 'hf_token' secret
   * A secret: give a `secretReference(...)` or a sensitive variable, never a literal.
   * @default none
   */
  readonly token?: string;
  /**
   * Hugging Face organization name to deploy Spaces under. If not specified, Spaces are created under the authenticated
   * user's account. Example: 'zenml' deploys to https://huggingface.co/spaces/zenml/. Requires organization membership
   * with appropriate permissions
   * @default none
   */
  readonly organization?: string;
  /**
   * Prefix for Space names to organize deployments and avoid naming conflicts. Combined with deployment name to form the
   * full Space ID. Example: prefix 'zenml' with deployment 'my-pipeline' creates Space 'zenml-my-pipeline'. Maximum
   * combined length is 96 characters
   * @default `"zenml"`
   */
  readonly spacePrefix?: string;
}

/** Configuration for the Kubernetes deployer. */
export interface KubernetesDeployerConfiguration {
  /** @default none */
  readonly authKey?: string;
  /** @default `false` */
  readonly generateAuthKey?: boolean | IResolvable;
  /** @default `600` */
  readonly lcmTimeout?: number;
  /**
   * Default Kubernetes namespace for deployments. Can be overridden per-deployment using the `namespace` setting. Defaults
   * to 'zenml-deployments'.
   * @default `"zenml-deployments"`
   */
  readonly namespace?: string;
  /**
   * Type of Kubernetes Service: LoadBalancer, NodePort, or ClusterIP. LoadBalancer is recommended for production (requires
   * cloud provider support). For production with custom domains and TLS, consider using ClusterIP with an Ingress.
   * @default `"LoadBalancer"`
   */
  readonly serviceType?: KubernetesServiceType;
  /**
   * Port to expose on the service.
   * More than 0.
   * @default `8000`
   */
  readonly servicePort?: number;
  /**
   * Kubernetes image pull policy: Always, IfNotPresent, or Never.
   * @default `"IfNotPresent"`
   */
  readonly imagePullPolicy?: string;
  /**
   * Additional labels to apply to all Kubernetes resources.
   * @default ZenML's own
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Annotations to add to Pod resources. Example: {'prometheus.io/scrape': 'true', 'prometheus.io/port': '8000'}
   * @default ZenML's own
   */
  readonly annotations?: Readonly<Record<string, string>>;
  /**
   * Override container command (entrypoint). If not set, uses the image's default or ZenML's deployment server.
   * @default none
   */
  readonly command?: readonly string[];
  /**
   * Override container args. If not set, uses defaults appropriate for the deployment.
   * @default none
   */
  readonly args?: readonly string[];
  /**
   * Kubernetes service account for the deployment pods. If not set, uses the default service account in the namespace.
   * @default none
   */
  readonly serviceAccountName?: string;
  /**
   * Names of Kubernetes secrets for pulling private images. Example: ['my-registry-secret', 'dockerhub-secret']
   * @default ZenML's own
   */
  readonly imagePullSecrets?: readonly string[];
  /**
   * HTTP path for readiness probe.
   * @default `"/api/health"`
   */
  readonly readinessProbePath?: string;
  /**
   * Initial delay in seconds before starting readiness probe.
   * More than 0.
   * @default `10`
   */
  readonly readinessProbeInitialDelay?: number;
  /**
   * How often (in seconds) to perform readiness probe.
   * More than 0.
   * @default `10`
   */
  readonly readinessProbePeriod?: number;
  /**
   * Timeout in seconds for readiness probe.
   * More than 0.
   * @default `5`
   */
  readonly readinessProbeTimeout?: number;
  /**
   * Number of failures before marking pod as not ready.
   * More than 0.
   * @default `3`
   */
  readonly readinessProbeFailureThreshold?: number;
  /**
   * HTTP path for liveness probe.
   * @default `"/api/health"`
   */
  readonly livenessProbePath?: string;
  /**
   * Initial delay in seconds before starting liveness probe.
   * More than 0.
   * @default `30`
   */
  readonly livenessProbeInitialDelay?: number;
  /**
   * How often (in seconds) to perform liveness probe.
   * More than 0.
   * @default `10`
   */
  readonly livenessProbePeriod?: number;
  /**
   * Timeout in seconds for liveness probe.
   * More than 0.
   * @default `5`
   */
  readonly livenessProbeTimeout?: number;
  /**
   * Number of failures before restarting pod.
   * More than 0.
   * @default `3`
   */
  readonly livenessProbeFailureThreshold?: number;
  /**
   * Advanced pod configuration: volumes, affinity, tolerations, node selectors, etc. Use this for advanced scheduling and
   * resource requirements.
   * @default none
   */
  readonly podSettings?: KubernetesPodSettings;
  /**
   * If True (default), fail the deployment if any additional resource fails to apply. If False, log warnings for failed
   * resources but continue with core deployment. Recommended: True for production to ensure all critical resources (HPA,
   * NetworkPolicy, etc.) are applied.
   * @default `true`
   */
  readonly strictAdditionalResources?: boolean | IResolvable;
  /**
   * Paths to YAML files with additional Kubernetes resources (Ingress, HPA, etc.). Supports Jinja2 templating with
   * deployment context variables like {{namespace}}, {{service_name}}, and {{labels}}. Use `---` to separate multiple
   * resources in one file. See docs for available template variables and examples.
   * @default ZenML's own
   */
  readonly additionalResources?: readonly string[];
  /**
   * If True, attempt to rollback (delete) all provisioned resources if deployment fails. Mimics Helm's --atomic flag
   * behavior. This is best-effort cleanup, not a true transaction. If False (default), partial resources remain on failure
   * for inspection and manual cleanup. The resource inventory is always tracked regardless of this setting.
   * @default `false`
   */
  readonly atomicProvision?: boolean | IResolvable;
  /**
   * Path to custom Jinja2 template file for Kubernetes Deployment. Overrides the built-in deployment.yaml.j2 template. Can
   * be a local path or remote URL. Example: '~/.zenml/k8s-templates/my-deployment.yaml.j2'
   * @default none
   */
  readonly customDeploymentTemplateFile?: string;
  /**
   * Path to custom Jinja2 template file for Kubernetes Service. Overrides the built-in service.yaml.j2 template. Can be a
   * local path or remote URL. Example: '~/.zenml/k8s-templates/my-service.yaml.j2'
   * @default none
   */
  readonly customServiceTemplateFile?: string;
  /**
   * Timeout in seconds for LoadBalancer IP assignment. Set to 0 to skip waiting. Only applies to LoadBalancer service
   * type.
   * At least 0.
   * @default `150`
   */
  readonly waitForLoadBalancerTimeout?: number;
  /**
   * Interval in seconds between deployment readiness checks.
   * More than 0.
   * @default `2`
   */
  readonly deploymentReadyCheckInterval?: number;
  /**
   * If `True`, the deployer will run inside the same cluster in which it itself is running. This requires the client to
   * run in a Kubernetes pod itself. If set, the `kubernetes_context` config option is ignored. If the stack component is
   * linked to a Kubernetes service connector, this field is ignored.
   * @default `false`
   */
  readonly incluster?: boolean | IResolvable;
  /**
   * Name of a Kubernetes context to run deployments in. If the stack component is linked to a Kubernetes service
   * connector, this field is ignored. Otherwise, it is mandatory.
   * @default none
   */
  readonly kubernetesContext?: string;
  /**
   * If `True`, the deployer will assume it is connected to a local kubernetes cluster and will perform additional
   * validations.
   * @default `false`
   */
  readonly local?: boolean | IResolvable;
  /**
   * If `True`, the local validations will be skipped.
   * @default `false`
   */
  readonly skipLocalValidations?: boolean | IResolvable;
}

/** Local deployer config. */
export interface LocalDeployerConfiguration {
  /** @default none */
  readonly authKey?: string;
  /** @default `false` */
  readonly generateAuthKey?: boolean | IResolvable;
  /** @default `600` */
  readonly lcmTimeout?: number;
  /** @default none */
  readonly port?: number;
  /** @default `true` */
  readonly allocatePortIfBusy?: boolean | IResolvable;
  /** @default `[8000,65535]` */
  readonly portRange?: readonly [number, number];
  /** @default `"127.0.0.1"` */
  readonly address?: string;
  /** @default `false` */
  readonly blocking?: boolean | IResolvable;
  /** @default `false` */
  readonly autoReload?: boolean | IResolvable;
}

/** The configurations of the flavors of deployer. Augment it with those of your own flavors. */
export interface DeployerFlavors {
  readonly aws: AwsDeployerConfiguration;
  readonly docker: DockerDeployerConfiguration;
  readonly gcp: GcpDeployerConfiguration;
  readonly huggingface: HuggingfaceDeployerConfiguration;
  readonly kubernetes: KubernetesDeployerConfiguration;
  readonly local: LocalDeployerConfiguration;
}

/** What types cannot say of the keys, by flavor and by the server's own key. */
export const DEPLOYER_RULES: FlavorRules = {
  aws: {
    lcm_timeout: { integer: true },
    health_check_grace_period_seconds: { integer: true, minimum: 0, maximum: 20 },
    health_check_interval_seconds: { integer: true, minimum: 1, maximum: 20 },
    health_check_protocol: { pattern: '^TCP|HTTP$' },
    health_check_timeout_seconds: { integer: true, minimum: 1, maximum: 20 },
    health_check_healthy_threshold: { integer: true, minimum: 1, maximum: 20 },
    health_check_unhealthy_threshold: { integer: true, minimum: 1, maximum: 20 },
  },
  docker: {
    lcm_timeout: { integer: true },
    port: { integer: true },
  },
  gcp: {
    lcm_timeout: { integer: true },
    timeout_seconds: { integer: true, minimum: 1, maximum: 3600 },
  },
  huggingface: {
    lcm_timeout: { integer: true },
    token: { secret: true },
  },
  kubernetes: {
    lcm_timeout: { integer: true },
    service_type: { values: ['LoadBalancer', 'NodePort', 'ClusterIP'] },
    service_port: { integer: true, exclusiveMinimum: 0 },
    readiness_probe_initial_delay: { integer: true, exclusiveMinimum: 0 },
    readiness_probe_period: { integer: true, exclusiveMinimum: 0 },
    readiness_probe_timeout: { integer: true, exclusiveMinimum: 0 },
    readiness_probe_failure_threshold: { integer: true, exclusiveMinimum: 0 },
    liveness_probe_initial_delay: { integer: true, exclusiveMinimum: 0 },
    liveness_probe_period: { integer: true, exclusiveMinimum: 0 },
    liveness_probe_timeout: { integer: true, exclusiveMinimum: 0 },
    liveness_probe_failure_threshold: { integer: true, exclusiveMinimum: 0 },
    wait_for_load_balancer_timeout: { integer: true, minimum: 0 },
    deployment_ready_check_interval: { integer: true, exclusiveMinimum: 0 },
  },
  local: {
    lcm_timeout: { integer: true },
    port: { integer: true },
  },
};
