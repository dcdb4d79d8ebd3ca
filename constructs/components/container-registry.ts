import type { Construct } from 'constructs';
import type { ContainerRegistryFlavors } from '../flavors';
import { FlavoredComponent } from './flavored-component';
import type { FlavoredProps } from './flavored-props';

/** What a container registry is made from: its flavor says what its configuration may hold. */
export type ContainerRegistryProps = FlavoredProps<ContainerRegistryFlavors>;

/** Keeps the images that pipelines run in: a container registry of any flavor. */
export class ContainerRegistry extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: ContainerRegistryProps) {
    super(scope, id, 'container_registry', props);
  }
}
