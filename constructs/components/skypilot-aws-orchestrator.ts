import type { Construct } from 'constructs';
import type { VmAwsOrchestratorConfiguration } from '../flavors';
import { flatProps } from './flat-props';
import { FlavoredComponent } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** What a Skypilot aws orchestrator is made from. */
export interface SkypilotAwsOrchestratorProps
  extends TypedComponentProps, Omit<VmAwsOrchestratorConfiguration, 'labels'> {
  /**
   * Labels of what it makes in the cloud: the `labels` of its configuration. Its own `labels` are those on the ZenML server.
   * @default none
   */
  readonly orchestratorLabels?: VmAwsOrchestratorConfiguration['labels'];
}

const RENAMED = { orchestratorLabels: 'labels' } as const;

/** Runs pipelines on virtual machines that SkyPilot makes on AWS for the time they take. */
export class SkypilotAwsOrchestrator extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: SkypilotAwsOrchestratorProps = {}) {
    super(scope, id, 'orchestrator', flatProps('vm_aws', props, RENAMED));
  }
}
