// Generated from the flavors of ZenML 0.98.0 by `npm run flavors`: the next run overwrites it.
import type { IResolvable } from 'cdktf';
import type { Configuration } from '../configuration';
import type { FlavorRules } from '../flavor-rules';
import type { DockerSandboxPullPolicy, KubernetesPodSettings, KubernetesSandboxOwner } from './models';

/** Docker sandbox configuration. */
export interface DockerSandboxConfiguration {
  /**
   * Environment variables to set in the sandbox.
   * @default ZenML's own
   */
  readonly sandboxEnvironment?: Readonly<Record<string, string>>;
  /**
   * Container image to run sandbox sessions in.
   * @default `"python:3.11-slim"`
   */
  readonly image?: string;
  /**
   * Working directory inside the session container.
   * @default `"/workspace"`
   */
  readonly workdir?: string;
  /**
   * Number of CPU cores a session container may use. Unlimited if unset.
   * @default none
   */
  readonly cpuLimit?: number;
  /**
   * Memory limit for a session container in Docker byte-unit syntax such as '2g'. Unlimited if unset.
   * @default none
   */
  readonly memoryLimit?: string;
  /**
   * When to pull the session image.
   * @default `"missing"`
   */
  readonly pullPolicy?: DockerSandboxPullPolicy;
  /**
   * Additional arguments to pass to the `docker run` call that starts a session container. (See
   * https://docker-py.readthedocs.io/en/stable/containers.html for a list of what can be passed)
   * @default ZenML's own
   */
  readonly runArgs?: Configuration;
}

/** Configuration for the Kubernetes sandbox. */
export interface KubernetesSandboxConfiguration {
  /**
   * Environment variables to set in the sandbox.
   * @default ZenML's own
   */
  readonly sandboxEnvironment?: Readonly<Record<string, string>>;
  /**
   * Container image to run sandbox sessions in.
   * @default `"python:3.11-slim"`
   */
  readonly image?: string;
  /**
   * Pod configuration overrides for sandbox session pods.
   * @default none
   */
  readonly podSettings?: KubernetesPodSettings;
  /**
   * Service account assigned to sandbox session pods.
   * @default none
   */
  readonly serviceAccountName?: string;
  /**
   * Whether to mount a Kubernetes API token into sandbox pods, which grants in-pod cluster API access.
   * @default `false`
   */
  readonly automountServiceAccountToken?: boolean | IResolvable;
  /**
   * Whether sandbox session containers run in privileged mode.
   * @default `false`
   */
  readonly privileged?: boolean | IResolvable;
  /**
   * Kubernetes object that owns sandbox session pods so they are garbage-collected with it, even if the step crashes
   * before destroying the session. `pod` and `job` require the step to run on Kubernetes in the sandbox namespace.
   * Example: 'job'
   * @default `"none"`
   */
  readonly owner?: KubernetesSandboxOwner;
  /**
   * Maximum number of seconds to wait for a sandbox pod to reach the running phase.
   * More than 0.
   * @default `120`
   */
  readonly podStartupTimeout?: number;
  /**
   * Timeout for Kubernetes API requests in seconds.
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
   * Kubernetes namespace where sandbox pods are created.
   * @default `"zenml"`
   */
  readonly kubernetesNamespace?: string;
  /**
   * Whether to load in-cluster Kubernetes credentials.
   * @default `false`
   */
  readonly incluster?: boolean | IResolvable;
  /**
   * Kubernetes context to use when running out-of-cluster.
   * @default none
   */
  readonly kubernetesContext?: string;
}

/** Local sandbox configuration. */
export interface LocalSandboxConfiguration {
  /**
   * Environment variables to set in the sandbox.
   * @default ZenML's own
   */
  readonly sandboxEnvironment?: Readonly<Record<string, string>>;
  /**
   * Selects which parent-process environment variables are forwarded into local sandbox sessions. True forwards the entire
   * parent environment, False forwards nothing, and a list forwards exactly the named variables.
   * @default ZenML's own
   */
  readonly forwardEnv?: boolean | readonly string[] | IResolvable;
}

/** Configuration for the Modal sandbox component. */
export interface ModalSandboxConfiguration {
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
   * Sandbox lifetime (TTL) in seconds. Modal terminates the sandbox once this elapses, regardless of running commands.
   * Note that closing a session does NOT terminate the sandbox; only destroy() or this TTL does, so unused sandboxes keep
   * billing until then. Examples: 600 (10 minutes), 3600 (1 hour, default)
   * At least 1. At most 86400.
   * @default `3600`
   */
  readonly timeout?: number;
  /**
   * Environment variables to set in the sandbox.
   * @default ZenML's own
   */
  readonly sandboxEnvironment?: Readonly<Record<string, string>>;
  /**
   * Container image to run sandbox sessions in.
   * @default `"python:3.11-slim"`
   */
  readonly image?: string;
  /**
   * Number of CPU cores requested for the sandbox. Must be a positive integer accepted by Modal. Examples: 1, 2, 4. If not
   * set, Modal's default CPU allocation applies
   * @default none
   */
  readonly cpu?: number;
  /**
   * Memory requested for the sandbox as a string with a byte unit. Examples: '512MB', '2GB'. If not set, Modal's default
   * memory allocation applies
   * @default none
   */
  readonly memory?: string;
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
  /**
   * Name of the Modal App that hosts Sessions created by this component. Looked up (or created) lazily.
   * @default `"zenml-sandbox"`
   */
  readonly appName?: string;
}

/** The configurations of the flavors of sandbox. Augment it with those of your own flavors. */
export interface SandboxFlavors {
  readonly docker: DockerSandboxConfiguration;
  readonly kubernetes: KubernetesSandboxConfiguration;
  readonly local: LocalSandboxConfiguration;
  readonly modal: ModalSandboxConfiguration;
}

/** What types cannot say of the keys, by flavor and by the server's own key. */
export const SANDBOX_RULES: FlavorRules = {
  docker: {
    pull_policy: { values: ['always', 'missing', 'never'] },
  },
  kubernetes: {
    owner: { values: ['none', 'pod', 'job'] },
    pod_startup_timeout: { integer: true, exclusiveMinimum: 0 },
    api_request_timeout: { integer: true, exclusiveMinimum: 0 },
    max_api_retries: { integer: true, minimum: 0 },
  },
  modal: {
    timeout: { integer: true, minimum: 1, maximum: 86400 },
    cpu: { integer: true },
    token_secret: { secret: true },
  },
};
