import type { IArtifactBucket } from '../artifact-bucket';
import type { PolicyStatement } from '../policy';

/** Reading and writing artifacts in one bucket. */
export function bucketGrants({ arn }: IArtifactBucket): readonly PolicyStatement[] {
  return [
    {
      sid: 'ArtifactBucket',
      actions: ['s3:ListBucket', 's3:ListBucketVersions', 's3:GetBucketVersioning'],
      resources: [arn],
      why: "ZenML's connector asks for the bucket itself each time it hands out a client, so listing has no prefix condition.",
    },
    {
      sid: 'Artifacts',
      actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:DeleteObjectVersion', 's3:AbortMultipartUpload'],
      resources: [`${arn}/*`],
    },
  ];
}
