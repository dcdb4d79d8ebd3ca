import type { IArtifactBucket } from '../artifact-bucket';
import type { IEncryptionKey } from '../encryption-key';
import type { PolicyStatement } from '../policy';

/** What S3 does when it copies the objects of one bucket to another: reading there, writing here, and nothing else. */
export function replicationGrants(source: IArtifactBucket, replica: IArtifactBucket): readonly PolicyStatement[] {
  return [
    {
      sid: 'ReplicatedBucket',
      actions: ['s3:GetReplicationConfiguration', 's3:ListBucket'],
      resources: [source.arn],
    },
    {
      sid: 'ReplicatedObjects',
      actions: ['s3:GetObjectVersionAcl', 's3:GetObjectVersionForReplication', 's3:GetObjectVersionTagging'],
      resources: [`${source.arn}/*`],
    },
    {
      sid: 'Replicas',
      actions: ['s3:ReplicateObject', 's3:ReplicateTags'],
      resources: [`${replica.arn}/*`],
    },
    ...keyGrants('ReplicatedKey', source.encryptionKey, 'kms:Decrypt'),
    ...keyGrants('ReplicaKey', replica.encryptionKey, 'kms:Encrypt', 'kms:GenerateDataKey'),
  ];
}

function keyGrants(sid: string, key: IEncryptionKey | undefined, ...actions: string[]): readonly PolicyStatement[] {
  return key ? [{ sid, actions, resources: [key.arn] }] : [];
}
