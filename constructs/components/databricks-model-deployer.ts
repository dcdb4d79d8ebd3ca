import type { Construct } from 'constructs';
import type { DatabricksModelDeployerConfiguration } from '../flavors';
import { flatProps } from './flat-props';
import { FlavoredComponent } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** What a Databricks model deployer is made from. */
export interface DatabricksModelDeployerProps extends TypedComponentProps, DatabricksModelDeployerConfiguration {}

/** Serves models on Databricks. */
export class DatabricksModelDeployer extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: DatabricksModelDeployerProps) {
    super(scope, id, 'model_deployer', flatProps('databricks', props));
  }
}
