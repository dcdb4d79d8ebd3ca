import type { IGcsArtifactBucket } from '../gcs-artifact-bucket';
import type { Grant } from './grant';

/** Adding logs to one bucket, and reading none. */
export function accessLogGrants(bucket: IGcsArtifactBucket): readonly Grant[] {
  return [{ use: 'access-logs', role: 'roles/storage.objectCreator', on: 'bucket', bucket }];
}
