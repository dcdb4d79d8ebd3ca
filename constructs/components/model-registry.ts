import type { Construct } from 'constructs';
import type { ModelRegistryFlavors } from '../flavors';
import { FlavoredComponent } from './flavored-component';
import type { FlavoredProps } from './flavored-props';

/** What a model registry is made from: its flavor says what its configuration may hold. */
export type ModelRegistryProps = FlavoredProps<ModelRegistryFlavors>;

/** Keeps versions of models: a model registry of any flavor. */
export class ModelRegistry extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: ModelRegistryProps) {
    super(scope, id, 'model_registry', props);
  }
}
