import type { Construct } from 'constructs';
import type { LocalArtifactStoreConfiguration } from '../flavors';
import { flatProps } from './flat-props';
import { FlavoredComponent } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** What a Local artifact store is made from. */
export interface LocalArtifactStoreProps extends TypedComponentProps, LocalArtifactStoreConfiguration {
  /**
   * Folder on the machine that runs the pipeline.
   * @default a folder of its own in the ZenML configuration folder of that machine
   */
  readonly path?: string;
}

/** Keeps artifacts in a folder of the machine that runs the pipeline; no other machine can read them. */
export class LocalArtifactStore extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: LocalArtifactStoreProps = {}) {
    super(scope, id, 'artifact_store', flatProps('local', props));
  }
}
