// Generated from the flavors of ZenML 0.98.0 by `npm run flavors`: the next run overwrites it.
import type { FlavorRules } from '../flavor-rules';

/** Configuration for AWS Container Registry. */
export interface AwsContainerRegistryConfiguration {
  /**
   * Name of the ZenML secret containing authentication credentials.
   * @default none
   */
  readonly authenticationSecret?: string;
  /**
   * Container registry URI (e.g., 'gcr.io' for Google Container Registry, 'docker.io' for Docker Hub,
   * 'registry.gitlab.com' for GitLab Container Registry, 'ghcr.io' for GitHub Container Registry). This is the base URL
   * where container images will be pushed to and pulled from.
   */
  readonly uri: string;
  /**
   * Default repository namespace for image storage (e.g., 'username' for Docker Hub, 'project-id' for GCR, 'organization'
   * for GitHub Container Registry). If not specified, images will be stored at the registry root. For Docker Hub this
   * would mean only official images can be pushed.
   * @default none
   */
  readonly defaultRepository?: string;
}

/** Base config for a container registry. */
export interface AzureContainerRegistryConfiguration {
  /**
   * Name of the ZenML secret containing authentication credentials.
   * @default none
   */
  readonly authenticationSecret?: string;
  /**
   * Container registry URI (e.g., 'gcr.io' for Google Container Registry, 'docker.io' for Docker Hub,
   * 'registry.gitlab.com' for GitLab Container Registry, 'ghcr.io' for GitHub Container Registry). This is the base URL
   * where container images will be pushed to and pulled from.
   */
  readonly uri: string;
  /**
   * Default repository namespace for image storage (e.g., 'username' for Docker Hub, 'project-id' for GCR, 'organization'
   * for GitHub Container Registry). If not specified, images will be stored at the registry root. For Docker Hub this
   * would mean only official images can be pushed.
   * @default none
   */
  readonly defaultRepository?: string;
}

/** Base config for a container registry. */
export interface DefaultContainerRegistryConfiguration {
  /**
   * Name of the ZenML secret containing authentication credentials.
   * @default none
   */
  readonly authenticationSecret?: string;
  /**
   * Container registry URI (e.g., 'gcr.io' for Google Container Registry, 'docker.io' for Docker Hub,
   * 'registry.gitlab.com' for GitLab Container Registry, 'ghcr.io' for GitHub Container Registry). This is the base URL
   * where container images will be pushed to and pulled from.
   */
  readonly uri: string;
  /**
   * Default repository namespace for image storage (e.g., 'username' for Docker Hub, 'project-id' for GCR, 'organization'
   * for GitHub Container Registry). If not specified, images will be stored at the registry root. For Docker Hub this
   * would mean only official images can be pushed.
   * @default none
   */
  readonly defaultRepository?: string;
}

/** Configuration for the DigitalOcean Container Registry. */
export interface DigitaloceanContainerRegistryConfiguration {
  /**
   * Name of the ZenML secret containing authentication credentials.
   * @default none
   */
  readonly authenticationSecret?: string;
  /**
   * Container registry URI (e.g., 'gcr.io' for Google Container Registry, 'docker.io' for Docker Hub,
   * 'registry.gitlab.com' for GitLab Container Registry, 'ghcr.io' for GitHub Container Registry). This is the base URL
   * where container images will be pushed to and pulled from.
   */
  readonly uri: string;
  /**
   * Default repository namespace for image storage (e.g., 'username' for Docker Hub, 'project-id' for GCR, 'organization'
   * for GitHub Container Registry). If not specified, images will be stored at the registry root. For Docker Hub this
   * would mean only official images can be pushed.
   * @default none
   */
  readonly defaultRepository?: string;
}

/** Base config for a container registry. */
export interface DockerhubContainerRegistryConfiguration {
  /**
   * Name of the ZenML secret containing authentication credentials.
   * @default none
   */
  readonly authenticationSecret?: string;
  /**
   * Container registry URI (e.g., 'gcr.io' for Google Container Registry, 'docker.io' for Docker Hub,
   * 'registry.gitlab.com' for GitLab Container Registry, 'ghcr.io' for GitHub Container Registry). This is the base URL
   * where container images will be pushed to and pulled from.
   */
  readonly uri: string;
  /**
   * Default repository namespace for image storage (e.g., 'username' for Docker Hub, 'project-id' for GCR, 'organization'
   * for GitHub Container Registry). If not specified, images will be stored at the registry root. For Docker Hub this
   * would mean only official images can be pushed.
   * @default none
   */
  readonly defaultRepository?: string;
}

/** Base config for a container registry. */
export interface GcpContainerRegistryConfiguration {
  /**
   * Name of the ZenML secret containing authentication credentials.
   * @default none
   */
  readonly authenticationSecret?: string;
  /**
   * Container registry URI (e.g., 'gcr.io' for Google Container Registry, 'docker.io' for Docker Hub,
   * 'registry.gitlab.com' for GitLab Container Registry, 'ghcr.io' for GitHub Container Registry). This is the base URL
   * where container images will be pushed to and pulled from.
   */
  readonly uri: string;
  /**
   * Default repository namespace for image storage (e.g., 'username' for Docker Hub, 'project-id' for GCR, 'organization'
   * for GitHub Container Registry). If not specified, images will be stored at the registry root. For Docker Hub this
   * would mean only official images can be pushed.
   * @default none
   */
  readonly defaultRepository?: string;
}

/** Base config for a container registry. */
export interface GithubContainerRegistryConfiguration {
  /**
   * Name of the ZenML secret containing authentication credentials.
   * @default none
   */
  readonly authenticationSecret?: string;
  /**
   * Container registry URI (e.g., 'gcr.io' for Google Container Registry, 'docker.io' for Docker Hub,
   * 'registry.gitlab.com' for GitLab Container Registry, 'ghcr.io' for GitHub Container Registry). This is the base URL
   * where container images will be pushed to and pulled from.
   */
  readonly uri: string;
  /**
   * Default repository namespace for image storage (e.g., 'username' for Docker Hub, 'project-id' for GCR, 'organization'
   * for GitHub Container Registry). If not specified, images will be stored at the registry root. For Docker Hub this
   * would mean only official images can be pushed.
   * @default none
   */
  readonly defaultRepository?: string;
}

/** The configurations of the flavors of container_registry. Augment it with those of your own flavors. */
export interface ContainerRegistryFlavors {
  readonly aws: AwsContainerRegistryConfiguration;
  readonly azure: AzureContainerRegistryConfiguration;
  readonly default: DefaultContainerRegistryConfiguration;
  readonly digitalocean: DigitaloceanContainerRegistryConfiguration;
  readonly dockerhub: DockerhubContainerRegistryConfiguration;
  readonly gcp: GcpContainerRegistryConfiguration;
  readonly github: GithubContainerRegistryConfiguration;
}

/** What types cannot say of the keys, by flavor and by the server's own key. */
export const CONTAINER_REGISTRY_RULES: FlavorRules = {};
