// Generated from the flavors of ZenML 0.98.0 by `npm run flavors`: the next run overwrites it.
import type { IResolvable } from 'cdktf';
import type { Configuration } from '../configuration';
import type { FlavorRules } from '../flavor-rules';

/** AWS Code Build image builder configuration. */
export interface AwsImageBuilderConfiguration {
  /**
   * The name of an existing AWS CodeBuild project to use to build the image. The CodeBuild project must exist in the AWS
   * account and region inferred from the AWS service connector credentials or implicitly from the local AWS config.
   */
  readonly codeBuildProject: string;
  /**
   * The Docker image to use for the AWS CodeBuild environment. The image must have Docker installed and be able to run
   * Docker commands. The default image is bentolor/docker-dind-awscli. This can be customized to use a mirror, if needed,
   * in case the Dockerhub image is not accessible or rate-limited.
   * @default `"bentolor/docker-dind-awscli"`
   */
  readonly buildImage?: string;
  /**
   * Custom environment variables to pass to the AWS CodeBuild build.
   * @default none
   */
  readonly customEnvVars?: Readonly<Record<string, string>>;
  /**
   * The compute type to use for the AWS CodeBuild build. The default is BUILD_GENERAL1_SMALL.
   * @default `"BUILD_GENERAL1_SMALL"`
   */
  readonly computeType?: string;
  /**
   * Whether to use implicit authentication to authenticate the AWS Code Build build to the container registry when pushing
   * container images. If set to False, the container registry credentials must be explicitly configured for the container
   * registry stack component or the container registry stack component must be linked to a service connector. NOTE: When
   * implicit_container_registry_auth is set to False, the container registry credentials will be passed to the AWS Code
   * Build build as environment variables. This is not recommended for production use unless your service connector is
   * configured to generate short-lived credentials.
   * @default `true`
   */
  readonly implicitContainerRegistryAuth?: boolean | IResolvable;
}

/** Google Cloud Builder image builder configuration. */
export interface GcpImageBuilderConfiguration {
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
   * The name of the Docker image to use for the build steps. Defaults to `gcr.io/cloud-builders/docker`.
   * @default `"gcr.io/cloud-builders/docker"`
   */
  readonly cloudBuilderImage?: string;
  /**
   * The network name to which the build container will be attached while building the Docker image. More information about
   * this: https://cloud.google.com/build/docs/build-config-file-schema#network. Defaults to `cloudbuild`.
   * @default `"cloudbuild"`
   */
  readonly network?: string;
  /**
   * The timeout of the build in seconds. More information about this parameter:
   * https://cloud.google.com/build/docs/build-config-file-schema#timeout_2 Defaults to `3600`.
   * More than 0.
   * @default `3600`
   */
  readonly buildTimeout?: number;
  /**
   * GCP region for Cloud Build execution to control data residency and latency. Examples: 'us-central1', 'europe-west1'.
   * Required when using Cloud Build private pools. If omitted, the global Cloud Build endpoint is used.
   * @default none
   */
  readonly location?: string;
}

/** Kaniko image builder configuration. */
export interface KanikoImageBuilderConfiguration {
  /** The Kubernetes context in which to run the Kaniko pod. */
  readonly kubernetesContext: string;
  /**
   * The Kubernetes namespace in which to run the Kaniko pod. This namespace will not be created and must already exist.
   * @default `"zenml-kaniko"`
   */
  readonly kubernetesNamespace?: string;
  /**
   * The image of the Kaniko executor to use for building container images.
   * @default `"gcr.io/kaniko-project/executor:v1.9.1"`
   */
  readonly executorImage?: string;
  /**
   * The timeout to wait until the pod is running in seconds.
   * More than 0.
   * @default `300`
   */
  readonly podRunningTimeout?: number;
  /**
   * Environment variables section of the Kubernetes container spec. Used to configure secrets and environment variables
   * for registry access.
   * @default ZenML's own
   */
  readonly env?: readonly Configuration[];
  /**
   * EnvFrom section of the Kubernetes container spec. Used to load environment variables from ConfigMaps or Secrets.
   * @default ZenML's own
   */
  readonly envFrom?: readonly Configuration[];
  /**
   * VolumeMounts section of the Kubernetes container spec. Used to mount volumes containing credentials or other data.
   * @default ZenML's own
   */
  readonly volumeMounts?: readonly Configuration[];
  /**
   * Volumes section of the Kubernetes pod spec. Used to define volumes for credentials or other data.
   * @default ZenML's own
   */
  readonly volumes?: readonly Configuration[];
  /**
   * Name of the Kubernetes service account to use for the Kaniko pod. This service account should have the necessary
   * permissions for building and pushing images.
   * @default none
   */
  readonly serviceAccountName?: string;
  /**
   * If `True`, the build context will be stored in the artifact store. If `False`, the build context will be streamed over
   * stdin of the kubectl process.
   * @default `false`
   */
  readonly storeContextInArtifactStore?: boolean | IResolvable;
  /**
   * Additional arguments to forward to the Kaniko executor. See Kaniko documentation for available flags, e.g.
   * ['--compressed-caching=false'].
   * @default ZenML's own
   */
  readonly executorArgs?: readonly string[];
}

/** Local image builder configuration. */
export interface LocalImageBuilderConfiguration {
  /**
   * Whether to use a subprocess `docker build` call to build the image instead of using the Docker python SDK. Ignored
   * when the active container engine is Podman (Podman always uses the CLI).
   * @default `false`
   */
  readonly useSubprocessCall?: boolean | IResolvable;
}

/** The configurations of the flavors of image_builder. Augment it with those of your own flavors. */
export interface ImageBuilderFlavors {
  readonly aws: AwsImageBuilderConfiguration;
  readonly gcp: GcpImageBuilderConfiguration;
  readonly kaniko: KanikoImageBuilderConfiguration;
  readonly local: LocalImageBuilderConfiguration;
}

/** What types cannot say of the keys, by flavor and by the server's own key. */
export const IMAGE_BUILDER_RULES: FlavorRules = {
  gcp: {
    build_timeout: { integer: true, exclusiveMinimum: 0 },
  },
  kaniko: {
    pod_running_timeout: { integer: true, exclusiveMinimum: 0 },
  },
};
