import type { Construct } from 'constructs';
import type { ModelDeployerFlavors } from '../flavors';
import { FlavoredComponent } from './flavored-component';
import type { FlavoredProps } from './flavored-props';

/** What a model deployer is made from: its flavor says what its configuration may hold. */
export type ModelDeployerProps = FlavoredProps<ModelDeployerFlavors>;

/** Serves models: a model deployer of any flavor. */
export class ModelDeployer extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: ModelDeployerProps) {
    super(scope, id, 'model_deployer', props);
  }
}
