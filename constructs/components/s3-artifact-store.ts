import type { Construct } from 'constructs';
import type { S3ArtifactStoreConfiguration } from '../flavors';
import { flatProps } from './flat-props';
import { FlavoredComponent } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** What a S3 artifact store is made from. */
export interface S3ArtifactStoreProps extends TypedComponentProps, S3ArtifactStoreConfiguration {
  /** Bucket, with a prefix if not all of it is used: `s3://bucket/prefix`. */
  readonly path: string;
}

/** Keeps artifacts in an S3 bucket. */
export class S3ArtifactStore extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: S3ArtifactStoreProps) {
    super(scope, id, 'artifact_store', flatProps('s3', props));
  }
}
