import type { Construct } from 'constructs';
import type { DockerDeployerConfiguration } from '../flavors';
import { flatProps } from './flat-props';
import { FlavoredComponent } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** What a Docker deployer is made from. */
export interface DockerDeployerProps extends TypedComponentProps, DockerDeployerConfiguration {}

/** Runs pipelines as services in containers on the machine that deploys them. */
export class DockerDeployer extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: DockerDeployerProps = {}) {
    super(scope, id, 'deployer', flatProps('docker', props));
  }
}
