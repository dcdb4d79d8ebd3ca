import type { Construct } from 'constructs';
import type { MlflowExperimentTrackerConfiguration } from '../flavors';
import { flatProps } from './flat-props';
import { FlavoredComponent } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** What a Mlflow experiment tracker is made from. */
export interface MlflowExperimentTrackerProps extends TypedComponentProps, MlflowExperimentTrackerConfiguration {}

/** Records runs in MLflow. */
export class MlflowExperimentTracker extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: MlflowExperimentTrackerProps = {}) {
    super(scope, id, 'experiment_tracker', flatProps('mlflow', props));
  }
}
