import type { Construct } from 'constructs';
import type { KubeflowOrchestratorConfiguration } from '../flavors';
import { flatProps } from './flat-props';
import { FlavoredComponent } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** What a Kubeflow orchestrator is made from. */
export interface KubeflowOrchestratorProps extends TypedComponentProps, KubeflowOrchestratorConfiguration {}

/** Runs pipelines on Kubeflow Pipelines. */
export class KubeflowOrchestrator extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: KubeflowOrchestratorProps = {}) {
    super(scope, id, 'orchestrator', flatProps('kubeflow', props));
  }
}
