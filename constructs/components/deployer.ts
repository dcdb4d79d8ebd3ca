import type { Construct } from 'constructs';
import type { DeployerFlavors } from '../flavors';
import { FlavoredComponent } from './flavored-component';
import type { FlavoredProps } from './flavored-props';

/** What a deployer is made from: its flavor says what its configuration may hold. */
export type DeployerProps = FlavoredProps<DeployerFlavors>;

/** Runs pipelines as services: a deployer of any flavor. */
export class Deployer extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: DeployerProps) {
    super(scope, id, 'deployer', props);
  }
}
