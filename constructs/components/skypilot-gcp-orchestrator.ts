import type { Construct } from 'constructs';
import type { VmGcpOrchestratorConfiguration } from '../flavors';
import { flatProps } from './flat-props';
import { FlavoredComponent } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** What a Skypilot gcp orchestrator is made from. */
export interface SkypilotGcpOrchestratorProps
  extends TypedComponentProps, Omit<VmGcpOrchestratorConfiguration, 'labels'> {
  /**
   * Labels of what it makes in the cloud: the `labels` of its configuration. Its own `labels` are those on the ZenML server.
   * @default none
   */
  readonly orchestratorLabels?: VmGcpOrchestratorConfiguration['labels'];
}

const RENAMED = { orchestratorLabels: 'labels' } as const;

/** Runs pipelines on virtual machines that SkyPilot makes on Google Cloud for the time they take. */
export class SkypilotGcpOrchestrator extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: SkypilotGcpOrchestratorProps = {}) {
    super(scope, id, 'orchestrator', flatProps('vm_gcp', props, RENAMED));
  }
}
