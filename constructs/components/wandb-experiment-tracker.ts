import type { Construct } from 'constructs';
import type { WandbExperimentTrackerConfiguration } from '../flavors';
import { flatProps } from './flat-props';
import { FlavoredComponent } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** What a Wandb experiment tracker is made from. */
export interface WandbExperimentTrackerProps extends TypedComponentProps, WandbExperimentTrackerConfiguration {}

/** Records runs in Weights & Biases. */
export class WandbExperimentTracker extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: WandbExperimentTrackerProps) {
    super(scope, id, 'experiment_tracker', flatProps('wandb', props));
  }
}
