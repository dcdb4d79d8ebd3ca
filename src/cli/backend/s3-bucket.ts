import type * as library from '@aws-sdk/client-s3';
import { UserError } from '../user-error';
import type { BackendStep } from './backend-plan';
import { settingsOf } from './s3-settings';

/** The library, which is loaded by the commands that need it alone. */
export type S3Library = typeof library;

/** A bucket of S3 as states need it. */
export interface WantedBucket {
  readonly bucket: string;
  readonly region: string;
  /** Account that it must belong to. */
  readonly accountId: string;
  /** `aws`, `aws-cn`. */
  readonly partition: string;
  readonly kmsKeyId?: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** What is missing of a bucket, in the order in which it is made. Nothing is changed until a step runs. */
export async function missingOf(
  sdk: S3Library,
  client: library.S3Client,
  wanted: WantedBucket,
): Promise<readonly BackendStep[]> {
  const settings = settingsOf(sdk, client, wanted);
  if (!(await exists(sdk, client, wanted))) return [creation(sdk, client, wanted), ...settings];
  const missing = await Promise.all(settings.map(async (setting) => ((await setting.isSet()) ? [] : [setting])));
  return missing.flat();
}

/** @throws UserError where it is somebody else's, or in another region */
async function exists(sdk: S3Library, client: library.S3Client, wanted: WantedBucket): Promise<boolean> {
  const { bucket, region, accountId } = wanted;
  try {
    await client.send(new sdk.HeadBucketCommand({ Bucket: bucket, ExpectedBucketOwner: accountId }));
    return true;
  } catch (error) {
    if (!(error instanceof sdk.S3ServiceException)) throw error;
    const status = error.$metadata.httpStatusCode;
    if (status === 404) return false;
    const found = error.$response?.headers['x-amz-bucket-region'];
    if (status === 301 || (status === 400 && found !== undefined && found !== region)) {
      throw new UserError(
        `The bucket ${bucket} is in ${found ?? 'another region'}, and the backend names ${region}.`,
        'Correct the region of the backend, or name another bucket.',
        { cause: error },
      );
    }
    if (status === 403) throw notOurs(wanted, error);
    throw error;
  }
}

function notOurs({ bucket, accountId }: WantedBucket, cause: unknown): UserError {
  return new UserError(
    `The bucket ${bucket} exists and belongs to somebody else, or the account ${accountId} may not see it. Names of buckets are unique in all of AWS.`,
    `Give the backend another bucket, such as ${bucket}-${accountId}; or run the command as someone who may call s3:ListBucket on it.`,
    { cause },
  );
}

function creation(sdk: S3Library, client: library.S3Client, wanted: WantedBucket): BackendStep {
  const { bucket, region } = wanted;
  return {
    title: `create the bucket ${bucket} in ${region}`,
    run: async () => {
      try {
        await client.send(
          new sdk.CreateBucketCommand({
            Bucket: bucket,
            // The one region that S3 does not take as a constraint.
            ...(region !== 'us-east-1' && {
              CreateBucketConfiguration: { LocationConstraint: region as library.BucketLocationConstraint },
            }),
          }),
        );
      } catch (error) {
        if (error instanceof sdk.S3ServiceException && error.name === 'BucketAlreadyExists')
          throw notOurs(wanted, error);
        throw error;
      }
      await sdk.waitUntilBucketExists({ client, maxWaitTime: 60 }, { Bucket: bucket });
    },
  };
}
