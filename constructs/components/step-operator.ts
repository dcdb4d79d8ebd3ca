import type { Construct } from 'constructs';
import type { StepOperatorFlavors } from '../flavors';
import { FlavoredComponent } from './flavored-component';
import type { FlavoredProps } from './flavored-props';

/** What a step operator is made from: its flavor says what its configuration may hold. */
export type StepOperatorProps = FlavoredProps<StepOperatorFlavors>;

/** Runs single steps of pipelines elsewhere than the orchestrator: a step operator of any flavor. */
export class StepOperator extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: StepOperatorProps) {
    super(scope, id, 'step_operator', props);
  }
}
