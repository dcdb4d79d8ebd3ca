import type { Construct } from 'constructs';
import type { GcpContainerRegistryConfiguration } from '../flavors';
import { flatProps } from './flat-props';
import { FlavoredComponent } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** What an Artifact registry container registry is made from. */
export interface ArtifactRegistryContainerRegistryProps extends TypedComponentProps, GcpContainerRegistryConfiguration {
  /** The repository, with its host: `europe-west1-docker.pkg.dev/project/repository`. */
  readonly uri: string;
}

/** Keeps the images of pipelines in Google Artifact Registry. */
export class ArtifactRegistryContainerRegistry extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: ArtifactRegistryContainerRegistryProps) {
    super(scope, id, 'container_registry', flatProps('gcp', props));
  }
}
