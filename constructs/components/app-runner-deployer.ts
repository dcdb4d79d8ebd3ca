import type { Construct } from 'constructs';
import type { AwsDeployerConfiguration } from '../flavors';
import { flatProps } from './flat-props';
import { FlavoredComponent } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** What an App runner deployer is made from. */
export interface AppRunnerDeployerProps
  extends TypedComponentProps, Omit<AwsDeployerConfiguration, 'environmentVariables'> {
  /**
   * Environment variables of the services it deploys: the `environmentVariables` of its configuration. Its own are for what runs on it.
   * @default none
   */
  readonly deployerEnvironmentVariables?: AwsDeployerConfiguration['environmentVariables'];
}

const RENAMED = { deployerEnvironmentVariables: 'environmentVariables' } as const;

/** Runs pipelines as services on AWS App Runner, which is closed to new customers. */
export class AppRunnerDeployer extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: AppRunnerDeployerProps = {}) {
    super(scope, id, 'deployer', flatProps('aws', props, RENAMED));
  }
}
