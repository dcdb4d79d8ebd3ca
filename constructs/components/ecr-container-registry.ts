import { Token } from 'cdktf';
import type { Construct } from 'constructs';
import { addChecks } from '../checks';
import { StackComponent, type ComponentProps } from '../stack-component';

/** What an ECR container registry is made from. */
export interface EcrContainerRegistryProps extends ComponentProps {
  /** The registry's host, without a repository: `123456789012.dkr.ecr.us-east-1.amazonaws.com`. */
  readonly uri: string;
  /**
   * The repository that images of pipelines are pushed to. It must exist: ECR makes none on a push.
   * @default ZenML's own default, `zenml`
   */
  readonly defaultRepository?: string;
}

/** Keeps the images of pipelines in Amazon ECR. */
export class EcrContainerRegistry extends StackComponent {
  constructor(scope: Construct, id: string, { uri, defaultRepository, ...component }: EcrContainerRegistryProps) {
    super(scope, id, {
      ...component,
      type: 'container_registry',
      flavor: 'aws',
      configuration: { uri, default_repository: defaultRepository },
    });
    addChecks(this, [
      {
        holds: Token.isUnresolved(uri) || !uri.includes('/'),
        message: `uri is "${uri}"; expected a host without "/": give the repository as defaultRepository`,
      },
    ]);
  }
}
