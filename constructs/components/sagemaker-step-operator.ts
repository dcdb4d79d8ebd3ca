import type { Construct } from 'constructs';
import type { SagemakerStepOperatorConfiguration } from '../flavors';
import { flatProps } from './flat-props';
import { FlavoredComponent } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** What a Sagemaker step operator is made from. */
export interface SagemakerStepOperatorProps extends TypedComponentProps, SagemakerStepOperatorConfiguration {
  /** ARN of the role that the jobs run as. */
  readonly role: string;
}

/** Runs steps as SageMaker training jobs. */
export class SagemakerStepOperator extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: SagemakerStepOperatorProps) {
    super(scope, id, 'step_operator', flatProps('sagemaker', props));
  }
}
