import { Token } from 'cdktf';
import type { Construct } from 'constructs';
import { addChecks } from '../checks';
import { StackComponent, type ComponentProps } from '../stack-component';

/** What an S3 artifact store is made from. */
export interface S3ArtifactStoreProps extends ComponentProps {
  /** Bucket, with a prefix if not all of it is used: `s3://bucket/prefix`. */
  readonly path: string;
}

/** Keeps artifacts in an S3 bucket. */
export class S3ArtifactStore extends StackComponent {
  constructor(scope: Construct, id: string, { path, ...component }: S3ArtifactStoreProps) {
    super(scope, id, { ...component, type: 'artifact_store', flavor: 's3', configuration: { path } });
    addChecks(this, [
      {
        holds: path.startsWith('s3://') || Token.isUnresolved(path),
        message: `path is "${path}"; expected a bucket address such as "s3://bucket/prefix": put "s3://" before the bucket's name`,
      },
    ]);
  }
}
