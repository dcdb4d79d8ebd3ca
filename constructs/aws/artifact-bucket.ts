import { S3BucketLoggingA } from '@cdktf/provider-aws/lib/s3-bucket-logging';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { addChecks } from '../checks';
import type { IAccessLogBucket } from './access-log-bucket';
import { lifeCycleChecks, type BucketLifeCycleProps } from './bucket-life-cycle';
import type { IEncryptionKey } from './encryption-key';
import { makePrivateBucket } from './private-bucket';

/** What a stack needs of a bucket. `S3Bucket` and `DataAwsS3Bucket` of the AWS bindings have it. */
export interface IArtifactBucket {
  /** Its name. */
  readonly bucket: string;
  readonly arn: string;
  /**
   * The key that whoever uses the bucket must be allowed to use, too.
   * @default none: it is encrypted with a key of S3's own
   */
  readonly encryptionKey?: IEncryptionKey;
  /**
   * The part of it that is used, without a slash at either end: `projects/fraud_detection/dev`.
   * @default all of it
   */
  readonly prefix?: string;
}

/** Where the objects lie in the part of a bucket that is used: `arn:aws:s3:::bucket/projects/fraud_detection/dev`. */
export function objectsArn({ arn, prefix }: IArtifactBucket): string {
  return prefix === undefined ? arn : `${arn}/${prefix}`;
}

/** What an artifact bucket is made from. */
export interface ArtifactBucketProps extends BucketLifeCycleProps {
  /** Globally unique. */
  readonly bucketName: string;
  /**
   * The region that it is in. The plan fails where another AWS provider would make it anew elsewhere.
   * @default that of the AWS provider
   */
  readonly region?: string;
  /**
   * Whether destroying the bucket deletes the artifacts in it.
   * @default false
   */
  readonly forceDestroy?: boolean;
  /**
   * Whether terraform refuses to destroy the bucket, even an empty one.
   * @default false
   */
  readonly preventDestroy?: boolean;
  /**
   * Whether overwritten and deleted artifacts are kept as old versions. Switched off again, the bucket keeps those that it has.
   * @default false
   */
  readonly versioned?: boolean;
  /**
   * The key that everything new in the bucket is encrypted with. What is there already keeps the key that it has.
   * @default one of S3's own (AES-256)
   */
  readonly encryptionKey?: IEncryptionKey;
  /**
   * Where each request to the bucket is logged.
   * @default nowhere
   */
  readonly accessLogs?: IAccessLogBucket;
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

/** A private, encrypted bucket for the artifacts of pipelines. */
export class ArtifactBucket extends Construct implements IArtifactBucket {
  readonly bucket: string;
  readonly arn: string;
  readonly encryptionKey?: IEncryptionKey;
  /** What must be in place before its objects can be replicated. */
  readonly versioning: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: ArtifactBucketProps) {
    super(scope, id);
    const { forceDestroy = false, preventDestroy = false, versioned = false, tlsOnly = true, accessLogs } = props;
    addChecks(this, [
      ...lifeCycleChecks(props),
      {
        holds: !forceDestroy || !preventDestroy,
        message: 'forceDestroy and preventDestroy are both true; expected one of them at most: take one out',
      },
      {
        holds: versioned || props.noncurrentVersionDays === undefined,
        message: `noncurrentVersionDays is ${props.noncurrentVersionDays}, and the bucket keeps no old versions: set versioned: true, or take it out`,
      },
    ]);
    const { resource, versioning } = makePrivateBucket(this, {
      ...props,
      forceDestroy,
      preventDestroy,
      versioned,
      tlsOnly,
      tags: props.tags,
    });
    this.bucket = resource.bucket;
    this.arn = resource.arn;
    this.encryptionKey = props.encryptionKey;
    this.versioning = versioning;
    if (accessLogs) {
      new S3BucketLoggingA(this, 'access-logs', {
        bucket: this.bucket,
        targetBucket: accessLogs.bucket,
        targetPrefix: `${props.bucketName}/`,
        dependsOn: [...accessLogs.dependencies],
      });
    }
  }
}
