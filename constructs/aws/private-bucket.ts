import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import { S3BucketPublicAccessBlock } from '@cdktf/provider-aws/lib/s3-bucket-public-access-block';
import { S3BucketServerSideEncryptionConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration';
import { S3BucketVersioningA } from '@cdktf/provider-aws/lib/s3-bucket-versioning';
import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import { addBucketLifeCycle, type WholeBucketLifeCycleProps } from './bucket-life-cycle';
import type { IEncryptionKey } from './encryption-key';
import { KEEPS_ITS_KEY, staysIn } from './migrations';
import { resourcePolicyText, tlsOnlyStatement, type ResourcePolicyStatement } from './policy';

/** What every bucket of ours is made from. */
export interface PrivateBucketProps extends WholeBucketLifeCycleProps {
  readonly bucketName: string;
  readonly region?: string;
  readonly forceDestroy: boolean;
  readonly preventDestroy: boolean;
  readonly versioned: boolean;
  readonly tlsOnly: boolean;
  readonly tags: Readonly<Record<string, string>> | undefined;
  /** Undefined for one of S3's own. */
  readonly encryptionKey?: IEncryptionKey;
  /** What others may do with it, given its ARN. */
  readonly statements?: (arn: string) => readonly ResourcePolicyStatement[];
}

/** A private bucket, and what must be in place before it is used for more. */
export interface PrivateBucket {
  readonly resource: S3Bucket;
  readonly policy: readonly ITerraformDependable[];
  readonly versioning: readonly ITerraformDependable[];
}

/** Makes an encrypted bucket that is closed to the public, with all its settings, as children of the scope. */
export function makePrivateBucket(scope: Construct, props: PrivateBucketProps): PrivateBucket {
  const { bucketName, region, forceDestroy, preventDestroy, tags, encryptionKey, tlsOnly, statements } = props;
  const resource = new S3Bucket(scope, 'Resource', {
    bucket: bucketName,
    forceDestroy,
    tags: tags && { ...tags },
    lifecycle: {
      ...(preventDestroy && { preventDestroy }),
      postcondition: [...(region === undefined ? [] : [staysIn(region)]), ...(encryptionKey ? [] : [KEEPS_ITS_KEY])],
    },
  });
  const { bucket, arn } = resource;
  const publicAccessBlock = new S3BucketPublicAccessBlock(scope, 'public-access-block', {
    bucket,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  new S3BucketServerSideEncryptionConfigurationA(scope, 'encryption', {
    bucket,
    rule: [encryptionRule(encryptionKey)],
  });
  const versioning = props.versioned
    ? [new S3BucketVersioningA(scope, 'versioning', { bucket, versioningConfiguration: { status: 'Enabled' } })]
    : [];
  const policyStatements = [...(tlsOnly ? [tlsOnlyStatement(arn)] : []), ...(statements?.(arn) ?? [])];
  const policy =
    policyStatements.length > 0
      ? [
          new S3BucketPolicy(scope, 'tls-only', {
            bucket,
            policy: resourcePolicyText(policyStatements),
            // S3 refuses two changes of a bucket's access at once.
            dependsOn: [publicAccessBlock],
          }),
        ]
      : [];
  // S3 takes rules for old versions of a bucket only after it keeps such.
  addBucketLifeCycle(scope, bucket, props, versioning);
  return { resource, policy, versioning };
}

function encryptionRule(key: IEncryptionKey | undefined) {
  if (key === undefined) return { applyServerSideEncryptionByDefault: { sseAlgorithm: 'AES256' } };
  return {
    applyServerSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyId: key.arn },
    // One request to KMS for many objects: at the price of KMS, each artifact would cost its own otherwise.
    bucketKeyEnabled: true,
  };
}
