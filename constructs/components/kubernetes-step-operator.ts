import type { Construct } from 'constructs';
import type { KubernetesStepOperatorConfiguration } from '../flavors';
import { flatProps } from './flat-props';
import { FlavoredComponent } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** What a Kubernetes step operator is made from. */
export interface KubernetesStepOperatorProps extends TypedComponentProps, KubernetesStepOperatorConfiguration {}

/** Runs steps as pods of a Kubernetes cluster. */
export class KubernetesStepOperator extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: KubernetesStepOperatorProps = {}) {
    super(scope, id, 'step_operator', flatProps('kubernetes', props));
  }
}
