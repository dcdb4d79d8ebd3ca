import type { Construct } from 'constructs';
import type { VertexExperimentTrackerConfiguration } from '../flavors';
import { flatProps } from './flat-props';
import { FlavoredComponent } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** What a Vertex experiment tracker is made from. */
export interface VertexExperimentTrackerProps extends TypedComponentProps, VertexExperimentTrackerConfiguration {}

/** Records runs in Vertex AI Experiments. */
export class VertexExperimentTracker extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: VertexExperimentTrackerProps = {}) {
    super(scope, id, 'experiment_tracker', flatProps('vertex', props));
  }
}
