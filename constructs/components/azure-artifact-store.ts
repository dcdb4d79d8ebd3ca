import type { Construct } from 'constructs';
import type { AzureArtifactStoreConfiguration } from '../flavors';
import { flatProps } from './flat-props';
import { FlavoredComponent } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** What an Azure artifact store is made from. */
export interface AzureArtifactStoreProps extends TypedComponentProps, AzureArtifactStoreConfiguration {
  /** Container, with a prefix if not all of it is used: `az://container/prefix`. */
  readonly path: string;
}

/** Keeps artifacts in an Azure Blob Storage container. */
export class AzureArtifactStore extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: AzureArtifactStoreProps) {
    super(scope, id, 'artifact_store', flatProps('azure', props));
  }
}
