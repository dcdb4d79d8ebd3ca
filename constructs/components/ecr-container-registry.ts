import type { Construct } from 'constructs';
import type { AwsContainerRegistryConfiguration } from '../flavors';
import { flatProps } from './flat-props';
import { FlavoredComponent } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** What an Ecr container registry is made from. */
export interface EcrContainerRegistryProps extends TypedComponentProps, AwsContainerRegistryConfiguration {
  /** The registry's host, without a repository: `123456789012.dkr.ecr.us-east-1.amazonaws.com`. */
  readonly uri: string;
  /**
   * The repository that images of pipelines are pushed to. It must exist: ECR makes none on a push.
   * @default ZenML's own default, `zenml`
   */
  readonly defaultRepository?: string;
}

/** Keeps the images of pipelines in Amazon ECR. */
export class EcrContainerRegistry extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: EcrContainerRegistryProps) {
    super(scope, id, 'container_registry', flatProps('aws', props));
  }
}
