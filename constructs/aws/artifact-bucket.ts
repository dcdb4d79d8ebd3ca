import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import { S3BucketPublicAccessBlock } from '@cdktf/provider-aws/lib/s3-bucket-public-access-block';
import { S3BucketServerSideEncryptionConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration';
import { S3BucketVersioningA } from '@cdktf/provider-aws/lib/s3-bucket-versioning';
import { Construct } from 'constructs';
import { tlsOnlyPolicyText } from './policy';

/** What a stack needs of a bucket. `S3Bucket` and `DataAwsS3Bucket` of the AWS bindings have it. */
export interface IArtifactBucket {
  /** Its name. */
  readonly bucket: string;
  readonly arn: string;
}

/** What an artifact bucket is made from. */
export interface ArtifactBucketProps {
  /** Globally unique. */
  readonly bucketName: string;
  /**
   * Whether destroying the bucket deletes the artifacts in it.
   * @default false
   */
  readonly forceDestroy?: boolean;
  /**
   * Whether overwritten and deleted artifacts are kept as old versions.
   * @default false
   */
  readonly versioned?: boolean;
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

  constructor(scope: Construct, id: string, props: ArtifactBucketProps) {
    super(scope, id);
    const { bucketName, forceDestroy = false, versioned = false, tlsOnly = true, tags } = props;
    const resource = new S3Bucket(this, 'Resource', { bucket: bucketName, forceDestroy, tags: tags && { ...tags } });
    const { bucket, arn } = resource;
    const publicAccessBlock = new S3BucketPublicAccessBlock(this, 'public-access-block', {
      bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    new S3BucketServerSideEncryptionConfigurationA(this, 'encryption', {
      bucket,
      rule: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: 'AES256' } }],
    });
    if (versioned) {
      new S3BucketVersioningA(this, 'versioning', {
        bucket,
        versioningConfiguration: { status: 'Enabled' },
      });
    }
    if (tlsOnly) {
      new S3BucketPolicy(this, 'tls-only', {
        bucket,
        policy: tlsOnlyPolicyText(arn),
        // S3 refuses two changes of a bucket's access at once.
        dependsOn: [publicAccessBlock],
      });
    }
    this.bucket = bucket;
    this.arn = arn;
  }
}
