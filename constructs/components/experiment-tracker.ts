import type { Construct } from 'constructs';
import type { ExperimentTrackerFlavors } from '../flavors';
import { FlavoredComponent } from './flavored-component';
import type { FlavoredProps } from './flavored-props';

/** What an experiment tracker is made from: its flavor says what its configuration may hold. */
export type ExperimentTrackerProps = FlavoredProps<ExperimentTrackerFlavors>;

/** Records what training runs log: an experiment tracker of any flavor. */
export class ExperimentTracker extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: ExperimentTrackerProps) {
    super(scope, id, 'experiment_tracker', props);
  }
}
