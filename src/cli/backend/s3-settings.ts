import type { PublicAccessBlockConfiguration, S3Client, ServerSideEncryptionRule, Tag } from '@aws-sdk/client-s3';
import { deniesPlainHttp, withDenialOfPlainHttp } from './bucket-policy';
import type { BackendStep } from './backend-plan';
import type { S3Library, WantedBucket } from './s3-bucket';

/** A property of a bucket: whether it is as states need it, and how to have it so. */
interface Setting extends BackendStep {
  isSet(): Promise<boolean>;
}

/** What a bucket with states must be like. */
export function settingsOf(sdk: S3Library, client: S3Client, wanted: WantedBucket): readonly Setting[] {
  const target = { Bucket: wanted.bucket, ExpectedBucketOwner: wanted.accountId };
  return [
    privacy(sdk, client, target),
    ownership(sdk, client, target),
    versions(sdk, client, target),
    encryption(sdk, client, target, wanted.kmsKeyId),
    transport(sdk, client, target, `arn:${wanted.partition}:s3:::${wanted.bucket}`),
    tagging(sdk, client, target, wanted.tags),
  ];
}

/** Every request names the owner, so that nothing is changed in a bucket of somebody else's. */
interface Target {
  readonly Bucket: string;
  readonly ExpectedBucketOwner: string;
}

function privacy(sdk: S3Library, client: S3Client, target: Target): Setting {
  const wanted: PublicAccessBlockConfiguration = {
    BlockPublicAcls: true,
    IgnorePublicAcls: true,
    BlockPublicPolicy: true,
    RestrictPublicBuckets: true,
  };
  return {
    title: 'keep the public out of it',
    isSet: async () => {
      const found = await unless(
        'NoSuchPublicAccessBlockConfiguration',
        client.send(new sdk.GetPublicAccessBlockCommand(target)),
      );
      const { BlockPublicAcls, IgnorePublicAcls, BlockPublicPolicy, RestrictPublicBuckets } =
        found?.PublicAccessBlockConfiguration ?? {};
      return [BlockPublicAcls, IgnorePublicAcls, BlockPublicPolicy, RestrictPublicBuckets].every(Boolean);
    },
    run: async () => {
      await client.send(new sdk.PutPublicAccessBlockCommand({ ...target, PublicAccessBlockConfiguration: wanted }));
    },
  };
}

function ownership(sdk: S3Library, client: S3Client, target: Target): Setting {
  return {
    title: 'have everything in it belong to its account, without access lists',
    isSet: async () => {
      const found = await unless(
        'OwnershipControlsNotFoundError',
        client.send(new sdk.GetBucketOwnershipControlsCommand(target)),
      );
      return found?.OwnershipControls?.Rules?.[0]?.ObjectOwnership === 'BucketOwnerEnforced';
    },
    run: async () => {
      const OwnershipControls = { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' as const }] };
      await client.send(new sdk.PutBucketOwnershipControlsCommand({ ...target, OwnershipControls }));
    },
  };
}

function versions(sdk: S3Library, client: S3Client, target: Target): Setting {
  return {
    title: 'keep old versions of states',
    isSet: async () => (await client.send(new sdk.GetBucketVersioningCommand(target))).Status === 'Enabled',
    run: async () => {
      const VersioningConfiguration = { Status: 'Enabled' as const };
      await client.send(new sdk.PutBucketVersioningCommand({ ...target, VersioningConfiguration }));
    },
  };
}

function encryption(sdk: S3Library, client: S3Client, target: Target, kmsKeyId: string | undefined): Setting {
  const rule: ServerSideEncryptionRule =
    kmsKeyId === undefined
      ? { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }
      : {
          ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: kmsKeyId },
          BucketKeyEnabled: true,
        };
  return {
    title: kmsKeyId === undefined ? 'encrypt it with a key of S3' : `encrypt it with ${kmsKeyId}`,
    // Without a key of your own any encryption will do, also a better one.
    isSet: async () => {
      const found = await unless(
        'ServerSideEncryptionConfigurationNotFoundError',
        client.send(new sdk.GetBucketEncryptionCommand(target)),
      );
      const [first] = found?.ServerSideEncryptionConfiguration?.Rules ?? [];
      const applied = first?.ApplyServerSideEncryptionByDefault;
      return kmsKeyId === undefined ? applied !== undefined : applied?.KMSMasterKeyID === kmsKeyId;
    },
    run: async () => {
      const ServerSideEncryptionConfiguration = { Rules: [rule] };
      await client.send(new sdk.PutBucketEncryptionCommand({ ...target, ServerSideEncryptionConfiguration }));
    },
  };
}

function transport(sdk: S3Library, client: S3Client, target: Target, bucketArn: string): Setting {
  const read = async () => {
    const found = await unless('NoSuchBucketPolicy', client.send(new sdk.GetBucketPolicyCommand(target)));
    return found?.Policy;
  };
  return {
    title: 'refuse requests that are not encrypted on their way',
    isSet: async () => deniesPlainHttp(await read()),
    run: async () => {
      const Policy = withDenialOfPlainHttp(await read(), bucketArn);
      await client.send(new sdk.PutBucketPolicyCommand({ ...target, Policy }));
    },
  };
}

/** A tag that somebody has given another value is left as it is. */
function tagging(sdk: S3Library, client: S3Client, target: Target, tags: Readonly<Record<string, string>>): Setting {
  const read = async (): Promise<readonly Tag[]> => {
    const found = await unless('NoSuchTagSet', client.send(new sdk.GetBucketTaggingCommand(target)));
    return found?.TagSet ?? [];
  };
  const missingOf = (found: readonly Tag[]) =>
    Object.entries(tags).filter(([key]) => found.every(({ Key }) => Key !== key));
  const words = Object.entries(tags).map(([key, value]) => `${key}=${value}`);
  return {
    title: `tag it ${words.join(', ')}`,
    isSet: async () => missingOf(await read()).length === 0,
    run: async () => {
      const found = await read();
      const TagSet = [...found, ...missingOf(found).map(([Key, Value]) => ({ Key, Value }))];
      await client.send(new sdk.PutBucketTaggingCommand({ ...target, Tagging: { TagSet } }));
    },
  };
}

/** An answer, or undefined where S3 says by this code that there is none. */
async function unless<T>(code: string, answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && error.name === code) return undefined;
    throw error;
  }
}
