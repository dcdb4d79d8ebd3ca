import type { IGcsArtifactBucket } from '../gcs-artifact-bucket';
import type { Grant } from './grant';

/** Reading and writing artifacts in one bucket. */
export function bucketGrants(bucket: IGcsArtifactBucket): readonly Grant[] {
  return [
    { use: 'artifacts', role: 'roles/storage.objectUser', on: 'bucket', bucket },
    {
      use: 'artifact-bucket',
      role: 'roles/storage.legacyBucketReader',
      on: 'bucket',
      bucket,
      why: "ZenML's connector asks for the bucket itself (storage.buckets.get) to verify its access, which no role for objects has.",
    },
  ];
}

/** Reading what lies in one bucket. */
export function bucketReadGrants(bucket: IGcsArtifactBucket): readonly Grant[] {
  return [{ use: 'artifacts', role: 'roles/storage.objectViewer', on: 'bucket', bucket }];
}
