// Generated from the flavors of ZenML 0.98.0 by `npm run flavors`: the next run overwrites it.
import type { Configuration } from '../configuration';
import type { FlavorRules } from '../flavor-rules';

/** Configuration for the BentoMLModelDeployer. */
export interface BentomlModelDeployerConfiguration {
  /**
   * Path to the BentoML service directory. If not provided, a default service path will be used.
   * @default `""`
   */
  readonly servicePath?: string;
}

/** Configuration for the Databricks model deployer. */
export interface DatabricksModelDeployerConfiguration {
  /** Databricks host. */
  readonly host: string;
  /**
   * Secret name to use for authentication.
   * @default none
   */
  readonly secretName?: string;
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

/** Configuration for the Hugging Face model deployer. */
export interface HuggingfaceModelDeployerConfiguration {
  /** @default none */
  readonly repository?: string;
  /** @default none */
  readonly framework?: string;
  /** @default none */
  readonly accelerator?: string;
  /** @default none */
  readonly instanceSize?: string;
  /** @default none */
  readonly instanceType?: string;
  /** @default none */
  readonly region?: string;
  /** @default none */
  readonly vendor?: string;
  /** @default none */
  readonly accountId?: string;
  /** @default `0` */
  readonly minReplica?: number;
  /** @default `1` */
  readonly maxReplica?: number;
  /** @default none */
  readonly revision?: string;
  /** @default none */
  readonly task?: string;
  /** @default none */
  readonly customImage?: Configuration;
  /** @default `"public"` */
  readonly endpointType?: string;
  /** @default none */
  readonly secretName?: string;
  /** Hugging Face namespace used to list endpoints */
  readonly namespace: string;
  /**
   * Hugging Face token used for authentication
   * A secret: give a `secretReference(...)` or a sensitive variable, never a literal.
   * @default none
   */
  readonly token?: string;
}

/** Configuration for the MLflow model deployer. */
export interface MlflowModelDeployerConfiguration {
  /**
   * Local directory for MLflow deployment service files (configuration, PID, and logs). Uses temp directory if empty.
   * @default `""`
   */
  readonly servicePath?: string;
}

/** Config for the Seldon Model Deployer. */
export interface SeldonModelDeployerConfiguration {
  /**
   * the Kubernetes context to use to contact the remote Seldon Core installation. If not specified, the current
   * configuration is used. Depending on where the Seldon model deployer is being used, this can be either a locally active
   * context or an in-cluster Kubernetes configuration (if running inside a pod). If the model deployer stack component is
   * linked to a Kubernetes service connector, this field is ignored.
   * @default none
   */
  readonly kubernetesContext?: string;
  /**
   * the Kubernetes namespace where the Seldon Core deployment servers are provisioned and managed by ZenML. If not
   * specified, the namespace set in the current configuration is used. Depending on where the Seldon model deployer is
   * being used, this can be either the current namespace configured in the locally active context or the namespace in the
   * context of which the pod is running (if running inside a pod). If the model deployer stack component is linked to a
   * Kubernetes service connector, this field is mandatory.
   * @default none
   */
  readonly kubernetesNamespace?: string;
  /** the base URL of the Kubernetes ingress used to expose the Seldon Core deployment servers. */
  readonly baseUrl: string;
  /**
   * the name of a ZenML secret containing the credentials used by Seldon Core storage initializers to authenticate to the
   * Artifact Store (i.e. the storage backend where models are stored - see
   * https://docs.seldon.io/projects/seldon-core/en/latest/servers/overview.html#handling-credentials).
   */
  readonly secret: string;
  /**
   * the name of the Kubernetes secret containing the credentials used by Seldon Core storage initializers to authenticate
   * to the Artifact Store (i.e. the storage backend where models are stored) - This is used when the secret is not managed
   * by ZenML and is already present in the Kubernetes cluster.
   */
  readonly kubernetesSecretName: string;
}

/** Configuration for vLLM Inference model deployer. */
export interface VllmModelDeployerConfiguration {
  /**
   * The path where the local vLLM deployment service configuration, PID and log files are stored.
   * @default `""`
   */
  readonly servicePath?: string;
}

/** The configurations of the flavors of model_deployer. Augment it with those of your own flavors. */
export interface ModelDeployerFlavors {
  readonly bentoml: BentomlModelDeployerConfiguration;
  readonly databricks: DatabricksModelDeployerConfiguration;
  readonly huggingface: HuggingfaceModelDeployerConfiguration;
  readonly mlflow: MlflowModelDeployerConfiguration;
  readonly seldon: SeldonModelDeployerConfiguration;
  readonly vllm: VllmModelDeployerConfiguration;
}

/** What types cannot say of the keys, by flavor and by the server's own key. */
export const MODEL_DEPLOYER_RULES: FlavorRules = {
  databricks: {
    client_secret: { secret: true },
  },
  huggingface: {
    min_replica: { integer: true },
    max_replica: { integer: true },
    token: { secret: true },
  },
};
