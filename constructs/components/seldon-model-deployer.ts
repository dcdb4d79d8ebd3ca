import type { Construct } from 'constructs';
import type { SeldonModelDeployerConfiguration } from '../flavors';
import { flatProps } from './flat-props';
import { FlavoredComponent } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** What a Seldon model deployer is made from. */
export interface SeldonModelDeployerProps extends TypedComponentProps, SeldonModelDeployerConfiguration {}

/** Serves models with Seldon Core in a Kubernetes cluster. */
export class SeldonModelDeployer extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: SeldonModelDeployerProps) {
    super(scope, id, 'model_deployer', flatProps('seldon', props));
  }
}
