import type { Construct } from 'constructs';
import type { GcpDeployerConfiguration } from '../flavors';
import { flatProps } from './flat-props';
import { FlavoredComponent } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** What a Cloud run deployer is made from. */
export interface CloudRunDeployerProps
  extends TypedComponentProps, Omit<GcpDeployerConfiguration, 'environmentVariables' | 'labels'> {
  /**
   * Environment variables of the services it deploys: the `environmentVariables` of its configuration. Its own are for what runs on it.
   * @default none
   */
  readonly deployerEnvironmentVariables?: GcpDeployerConfiguration['environmentVariables'];
  /**
   * Labels of what it makes in the cloud: the `labels` of its configuration. Its own `labels` are those on the ZenML server.
   * @default none
   */
  readonly deployerLabels?: GcpDeployerConfiguration['labels'];
}

const RENAMED = { deployerEnvironmentVariables: 'environmentVariables', deployerLabels: 'labels' } as const;

/** Runs pipelines as services on Google Cloud Run. */
export class CloudRunDeployer extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: CloudRunDeployerProps = {}) {
    super(scope, id, 'deployer', flatProps('gcp', props, RENAMED));
  }
}
