import type { Construct } from 'constructs';
import type { OrchestratorFlavors } from '../flavors';
import { FlavoredComponent } from './flavored-component';
import type { FlavoredProps } from './flavored-props';

/** What an orchestrator is made from: its flavor says what its configuration may hold. */
export type OrchestratorProps = FlavoredProps<OrchestratorFlavors>;

/** Runs pipelines: an orchestrator of any flavor. */
export class Orchestrator extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: OrchestratorProps) {
    super(scope, id, 'orchestrator', props);
  }
}
