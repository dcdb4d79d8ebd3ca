import type { Construct } from 'constructs';
import { AccessLogBucket, type IAccessLogBucket } from '../access-log-bucket';
import { ArtifactBucket } from '../artifact-bucket';
import { EncryptionKey, type IEncryptionKey } from '../encryption-key';
import type { CloudScope } from '../grants/cloud-scope';
import { ImageRepository } from '../image-repository';
import type { AwsBaseStackProps } from './aws-base-stack-props';
import type { AwsSwitches } from './switches';

/** What a bucket and a repository of one region are made from. */
export interface StoresProps {
  readonly props: AwsBaseStackProps;
  readonly bucketName: string;
  readonly repositoryName: string;
  /** Where they are. */
  readonly scope: CloudScope;
  /** A key that exists already. */
  readonly encryptionKey: IEncryptionKey | undefined;
  readonly tlsOnly: boolean;
  readonly tags: Readonly<Record<string, string>>;
}

/** The key `encryption-key` in the scope. */
export function makeKey(scope: Construct, stores: StoresProps, { preventDestroy }: AwsSwitches): EncryptionKey {
  const { bucketName: keyName, scope: place, tags } = stores;
  return new EncryptionKey(scope, 'encryption-key', { keyName, scope: place, preventDestroy, tags });
}

/** The bucket `access-logs` in the scope. */
export function makeAccessLogs(
  scope: Construct,
  { props, bucketName, scope: place, tlsOnly, tags }: StoresProps,
  { forceDestroy, preventDestroy }: AwsSwitches,
): AccessLogBucket {
  return new AccessLogBucket(scope, 'access-logs', {
    bucketName: `${bucketName}-access-logs`,
    loggedBuckets: [bucketName],
    scope: place,
    retentionDays: props.accessLogDays,
    forceDestroy,
    preventDestroy,
    tlsOnly,
    tags,
  });
}

/** The bucket `bucket` in the scope. */
export function makeBucket(
  scope: Construct,
  { props, bucketName, scope: { region }, tlsOnly, tags }: StoresProps,
  { forceDestroy, preventDestroy, versioned, noncurrentVersionDays }: AwsSwitches,
  encryptionKey: IEncryptionKey | undefined,
  accessLogs: IAccessLogBucket | undefined,
): ArtifactBucket {
  return new ArtifactBucket(scope, 'bucket', {
    bucketName,
    region,
    forceDestroy,
    preventDestroy,
    versioned,
    noncurrentVersionDays,
    temporaryPrefixes: props.temporaryPrefixes,
    encryptionKey,
    accessLogs,
    tlsOnly,
    tags,
  });
}

/** The repository `repository` in the scope. */
export function makeRepository(
  scope: Construct,
  { props, repositoryName, tags }: StoresProps,
  { forceDestroy, preventDestroy, immutableTags }: AwsSwitches,
  encryptionKey: IEncryptionKey | undefined,
): ImageRepository {
  return new ImageRepository(scope, 'repository', {
    repositoryName,
    forceDestroy,
    preventDestroy,
    immutableTags,
    encryptionKey,
    untaggedImageDays: props.untaggedImageDays,
    tags,
  });
}
