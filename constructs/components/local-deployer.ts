import type { Construct } from 'constructs';
import type { LocalDeployerConfiguration } from '../flavors';
import { flatProps } from './flat-props';
import { FlavoredComponent } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** What a Local deployer is made from. */
export interface LocalDeployerProps extends TypedComponentProps, LocalDeployerConfiguration {}

/** Runs pipelines as services in processes on the machine that deploys them. */
export class LocalDeployer extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: LocalDeployerProps = {}) {
    super(scope, id, 'deployer', flatProps('local', props));
  }
}
