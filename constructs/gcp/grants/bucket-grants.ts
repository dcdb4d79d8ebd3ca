import type { IArtifactFolder, IGcsArtifactBucket } from '../gcs-artifact-bucket';
import type { Grant } from './grant';

/** Reading and writing artifacts in one bucket, or in the part of it that is used. */
export function bucketGrants(bucket: IGcsArtifactBucket): readonly Grant[] {
  const { folder } = bucket;
  if (folder !== undefined) return folderGrants(bucket, folder);
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

/** Reading what lies in one bucket, or in the part of it that is used. */
export function bucketReadGrants(bucket: IGcsArtifactBucket): readonly Grant[] {
  const { folder } = bucket;
  const role = 'roles/storage.objectViewer';
  return folder === undefined
    ? [{ use: 'artifacts', role, on: 'bucket', bucket }]
    : [{ use: 'artifacts', role, on: 'folder', bucket, folder }];
}

/** The bucket itself is open without the names of its objects, which `roles/storage.legacyBucketReader` would list. */
function folderGrants(bucket: IGcsArtifactBucket, folder: IArtifactFolder): readonly Grant[] {
  return [
    { use: 'artifacts', role: 'roles/storage.objectUser', on: 'folder', bucket, folder },
    {
      use: 'artifact-bucket',
      role: 'roles/storage.bucketViewer',
      on: 'bucket',
      bucket,
      why: "ZenML's connector asks for the bucket itself (storage.buckets.get) to verify its access; the role has no permission for objects.",
    },
  ];
}
