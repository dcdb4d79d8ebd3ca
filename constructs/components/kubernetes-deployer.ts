import type { Construct } from 'constructs';
import type { KubernetesDeployerConfiguration } from '../flavors';
import { flatProps } from './flat-props';
import { FlavoredComponent } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** What a Kubernetes deployer is made from. */
export interface KubernetesDeployerProps extends TypedComponentProps, Omit<KubernetesDeployerConfiguration, 'labels'> {
  /**
   * Labels of what it makes in the cloud: the `labels` of its configuration. Its own `labels` are those on the ZenML server.
   * @default none
   */
  readonly deployerLabels?: KubernetesDeployerConfiguration['labels'];
}

const RENAMED = { deployerLabels: 'labels' } as const;

/** Runs pipelines as services of a Kubernetes cluster. */
export class KubernetesDeployer extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: KubernetesDeployerProps = {}) {
    super(scope, id, 'deployer', flatProps('kubernetes', props, RENAMED));
  }
}
