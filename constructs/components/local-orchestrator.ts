import type { Construct } from 'constructs';
import { StackComponent, type ComponentProps } from '../stack-component';

/** Runs pipelines in the process that starts them. */
export class LocalOrchestrator extends StackComponent {
  constructor(scope: Construct, id: string, props: ComponentProps = {}) {
    super(scope, id, { ...props, type: 'orchestrator', flavor: 'local' });
  }
}
