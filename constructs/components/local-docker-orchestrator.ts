import type { Construct } from 'constructs';
import type { LocalDockerOrchestratorConfiguration } from '../flavors';
import { flatProps } from './flat-props';
import { FlavoredComponent } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** What a Local docker orchestrator is made from. */
export interface LocalDockerOrchestratorProps extends TypedComponentProps, LocalDockerOrchestratorConfiguration {}

/** Runs each step of a pipeline in a container on the machine that starts it. */
export class LocalDockerOrchestrator extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: LocalDockerOrchestratorProps = {}) {
    super(scope, id, 'orchestrator', flatProps('local_docker', props));
  }
}
