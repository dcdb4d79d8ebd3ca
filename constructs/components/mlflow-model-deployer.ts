import type { Construct } from 'constructs';
import type { MlflowModelDeployerConfiguration } from '../flavors';
import { flatProps } from './flat-props';
import { FlavoredComponent } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** What a Mlflow model deployer is made from. */
export interface MlflowModelDeployerProps extends TypedComponentProps, MlflowModelDeployerConfiguration {}

/** Serves models with MLflow on the machine that deploys them. */
export class MlflowModelDeployer extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: MlflowModelDeployerProps = {}) {
    super(scope, id, 'model_deployer', flatProps('mlflow', props));
  }
}
