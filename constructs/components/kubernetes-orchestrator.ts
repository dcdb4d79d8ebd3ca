import type { Construct } from 'constructs';
import type { KubernetesOrchestratorConfiguration } from '../flavors';
import { flatProps } from './flat-props';
import { FlavoredComponent } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** What a Kubernetes orchestrator is made from. */
export interface KubernetesOrchestratorProps extends TypedComponentProps, KubernetesOrchestratorConfiguration {}

/** Runs each step of a pipeline as a pod of a Kubernetes cluster. */
export class KubernetesOrchestrator extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: KubernetesOrchestratorProps = {}) {
    super(scope, id, 'orchestrator', flatProps('kubernetes', props));
  }
}
