import { S3BucketReplicationConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-replication-configuration';
import { Construct } from 'constructs';
import { addChecks } from '../checks';
import type { ArtifactBucket } from './artifact-bucket';
import { Role } from './auth/role';
import { replicationGrants } from './grants/replication-grants';

/** What the replication of a bucket is made from. */
export interface BucketReplicationProps {
  /** Whose objects are copied. It keeps versions. */
  readonly source: ArtifactBucket;
  /** Where to. It keeps versions, too, and has a key where the source has one. */
  readonly replica: ArtifactBucket;
  /** Name of the role as which S3 copies, unique in the account, 64 characters at most. */
  readonly roleName: string;
  /**
   * On the role.
   * @default none
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * Has S3 copy each object that is written to a bucket from then on to another one, within minutes. What is deleted in the
 * source stays in the replica, so that a mistake is not copied.
 */
export class BucketReplication extends Construct {
  constructor(scope: Construct, id: string, { source, replica, roleName, tags = {} }: BucketReplicationProps) {
    super(scope, id);
    addChecks(this, [
      {
        holds: source.versioning.length > 0 && replica.versioning.length > 0,
        message: 'source or replica keeps no versions, and S3 copies only between buckets that do: set versioned: true',
      },
      {
        holds: source.encryptionKey === undefined || replica.encryptionKey !== undefined,
        message: 'source has an encryptionKey and replica has none: give the replica a key of its region',
      },
    ]);
    const role = new Role(this, 'role', {
      roleName,
      description: 'What S3 may do when it copies artifacts to a replica',
      trusted: { kind: 'Service', identifiers: ['s3.amazonaws.com'] },
      statements: () => replicationGrants(source, replica),
      tags,
    });
    const replicaKey = replica.encryptionKey;
    new S3BucketReplicationConfigurationA(this, 'Resource', {
      bucket: source.bucket,
      role: role.roleArn,
      rule: [
        {
          id: 'everything',
          status: 'Enabled',
          filter: { prefix: '' },
          deleteMarkerReplication: { status: 'Disabled' },
          destination: {
            bucket: replica.arn,
            ...(replicaKey && { encryptionConfiguration: { replicaKmsKeyId: replicaKey.arn } }),
          },
          ...(replicaKey && { sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: 'Enabled' } } }),
        },
      ],
      dependsOn: [...source.versioning, ...replica.versioning, ...role.dependencies],
    });
  }
}
