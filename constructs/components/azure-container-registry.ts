import type { Construct } from 'constructs';
import type { AzureContainerRegistryConfiguration } from '../flavors';
import { flatProps } from './flat-props';
import { FlavoredComponent } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** What an Azure container registry is made from. */
export interface AzureContainerRegistryProps extends TypedComponentProps, AzureContainerRegistryConfiguration {
  /** The registry's host: `acme.azurecr.io`. */
  readonly uri: string;
}

/** Keeps the images of pipelines in Azure Container Registry. */
export class AzureContainerRegistry extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: AzureContainerRegistryProps) {
    super(scope, id, 'container_registry', flatProps('azure', props));
  }
}
