import type { Construct } from 'constructs';
import { flatProps } from './flat-props';
import { FlavoredComponent } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** Keeps versions of models in MLflow, through the MLflow experiment tracker of the same stack. */
export class MlflowModelRegistry extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: TypedComponentProps = {}) {
    super(scope, id, 'model_registry', flatProps('mlflow', props));
  }
}
