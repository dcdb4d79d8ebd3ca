import type { Construct } from 'constructs';
import type { BentomlModelDeployerConfiguration } from '../flavors';
import { flatProps } from './flat-props';
import { FlavoredComponent } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** What a Bentoml model deployer is made from. */
export interface BentomlModelDeployerProps extends TypedComponentProps, BentomlModelDeployerConfiguration {}

/** Serves models as Bentos on the machine that deploys them. */
export class BentomlModelDeployer extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: BentomlModelDeployerProps = {}) {
    super(scope, id, 'model_deployer', flatProps('bentoml', props));
  }
}
