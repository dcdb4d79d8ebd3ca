import type { Construct } from 'constructs';
import { flatProps } from './flat-props';
import { FlavoredComponent } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** Runs pipelines in the process that starts them. */
export class LocalOrchestrator extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: TypedComponentProps = {}) {
    super(scope, id, 'orchestrator', flatProps('local', props));
  }
}
