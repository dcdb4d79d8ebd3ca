import { objectsArn, type IArtifactBucket } from '../artifact-bucket';
import type { PolicyStatement } from '../policy';

/** Reading and writing artifacts in one bucket, or in the part of it that is used, and the use of its key, where it has one. */
export function bucketGrants(bucket: IArtifactBucket): readonly PolicyStatement[] {
  const { arn } = bucket;
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
      resources: [`${objectsArn(bucket)}/*`],
    },
    ...artifactKeyGrants(bucket, 'kms:Decrypt', 'kms:GenerateDataKey'),
  ];
}

/** What S3 does with the key of a bucket for whoever reads (`kms:Decrypt`) and writes (both) in it; nothing where it has none. */
export function artifactKeyGrants(
  { encryptionKey }: IArtifactBucket,
  ...actions: readonly ('kms:Decrypt' | 'kms:GenerateDataKey')[]
): readonly PolicyStatement[] {
  return encryptionKey ? [{ sid: 'ArtifactKey', actions, resources: [encryptionKey.arn] }] : [];
}
