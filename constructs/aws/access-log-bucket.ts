import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { addChecks } from '../checks';
import { dayCheck } from '../day-check';
import type { CloudScope } from './grants/cloud-scope';
import { logDeliveryStatement } from './grants/log-delivery';
import { makePrivateBucket } from './private-bucket';

/** What a bucket needs of the one that its requests are logged in. */
export interface IAccessLogBucket {
  /** Its name. */
  readonly bucket: string;
  /** What must be in place before S3 may write to it. */
  readonly dependencies: readonly ITerraformDependable[];
}

/** What a bucket for access logs is made from. */
export interface AccessLogBucketProps {
  /** Globally unique. */
  readonly bucketName: string;
  /** Names of the buckets that are logged. They are in the same account and region. */
  readonly loggedBuckets: readonly string[];
  /** Where it is. */
  readonly scope: CloudScope;
  /**
   * Days for which a log is kept.
   * @default 365
   */
  readonly retentionDays?: number;
  /**
   * Whether destroying the bucket deletes the logs in it.
   * @default false
   */
  readonly forceDestroy?: boolean;
  /**
   * Whether terraform refuses to destroy the bucket, even an empty one.
   * @default false
   */
  readonly preventDestroy?: boolean;
  /**
   * Whether requests without TLS are refused.
   * @default true
   */
  readonly tlsOnly?: boolean;
  /**
   * On the resource itself.
   * @default none
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * A private bucket to which S3 itself, and nobody else, writes who did what with other buckets. It is encrypted with a key of
 * S3's own (AES-256), since S3 delivers logs to no bucket that has another one.
 */
export class AccessLogBucket extends Construct implements IAccessLogBucket {
  readonly bucket: string;
  readonly arn: string;
  readonly dependencies: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: AccessLogBucketProps) {
    super(scope, id);
    const { bucketName, loggedBuckets, retentionDays = 365, forceDestroy = false, preventDestroy = false } = props;
    addChecks(this, [
      {
        holds: loggedBuckets.length > 0,
        message: 'loggedBuckets is empty; expected one name at least: name the buckets that are logged',
      },
      dayCheck('retentionDays', retentionDays),
    ]);
    const { resource, policy } = makePrivateBucket(this, {
      bucketName,
      forceDestroy,
      preventDestroy,
      versioned: false,
      tlsOnly: props.tlsOnly ?? true,
      tags: props.tags,
      expirationDays: retentionDays,
      statements: (arn) => [logDeliveryStatement(arn, loggedBuckets, props.scope)],
    });
    this.bucket = resource.bucket;
    this.arn = resource.arn;
    this.dependencies = policy;
  }
}
