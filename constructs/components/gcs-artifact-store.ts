import type { Construct } from 'constructs';
import type { GcpArtifactStoreConfiguration } from '../flavors';
import { flatProps } from './flat-props';
import { FlavoredComponent } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** What a Gcs artifact store is made from. */
export interface GcsArtifactStoreProps extends TypedComponentProps, GcpArtifactStoreConfiguration {
  /** Bucket, with a prefix if not all of it is used: `gs://bucket/prefix`. */
  readonly path: string;
}

/** Keeps artifacts in a Google Cloud Storage bucket. */
export class GcsArtifactStore extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: GcsArtifactStoreProps) {
    super(scope, id, 'artifact_store', flatProps('gcp', props));
  }
}
