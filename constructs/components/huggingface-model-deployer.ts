import type { Construct } from 'constructs';
import type { HuggingfaceModelDeployerConfiguration } from '../flavors';
import { flatProps } from './flat-props';
import { FlavoredComponent } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** What a Huggingface model deployer is made from. */
export interface HuggingfaceModelDeployerProps extends TypedComponentProps, HuggingfaceModelDeployerConfiguration {}

/** Serves models on Hugging Face Inference Endpoints. */
export class HuggingfaceModelDeployer extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: HuggingfaceModelDeployerProps) {
    super(scope, id, 'model_deployer', flatProps('huggingface', props));
  }
}
