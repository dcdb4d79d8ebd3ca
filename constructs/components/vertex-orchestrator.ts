import type { Construct } from 'constructs';
import type { VertexOrchestratorConfiguration } from '../flavors';
import { flatProps } from './flat-props';
import { FlavoredComponent } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** What a Vertex orchestrator is made from. */
export interface VertexOrchestratorProps extends TypedComponentProps, Omit<VertexOrchestratorConfiguration, 'labels'> {
  /**
   * Labels of what it makes in the cloud: the `labels` of its configuration. Its own `labels` are those on the ZenML server.
   * @default none
   */
  readonly orchestratorLabels?: VertexOrchestratorConfiguration['labels'];
}

const RENAMED = { orchestratorLabels: 'labels' } as const;

/** Runs pipelines on Vertex AI Pipelines. */
export class VertexOrchestrator extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: VertexOrchestratorProps) {
    super(scope, id, 'orchestrator', flatProps('vertex', props, RENAMED));
  }
}
