import type { Construct } from 'constructs';
import type { VertexStepOperatorConfiguration } from '../flavors';
import { flatProps } from './flat-props';
import { FlavoredComponent } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** What a Vertex step operator is made from. */
export interface VertexStepOperatorProps extends TypedComponentProps, VertexStepOperatorConfiguration {}

/** Runs steps as Vertex AI custom jobs. */
export class VertexStepOperator extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: VertexStepOperatorProps) {
    super(scope, id, 'step_operator', flatProps('vertex', props));
  }
}
