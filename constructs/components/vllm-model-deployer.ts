import type { Construct } from 'constructs';
import type { VllmModelDeployerConfiguration } from '../flavors';
import { flatProps } from './flat-props';
import { FlavoredComponent } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** What a Vllm model deployer is made from. */
export interface VllmModelDeployerProps extends TypedComponentProps, VllmModelDeployerConfiguration {}

/** Serves language models with vLLM on the machine that deploys them. */
export class VllmModelDeployer extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: VllmModelDeployerProps = {}) {
    super(scope, id, 'model_deployer', flatProps('vllm', props));
  }
}
