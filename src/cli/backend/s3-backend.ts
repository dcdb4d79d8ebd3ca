import { messageOf, UserError } from '../user-error';
import type { BackendPlan, BackendStep } from './backend-plan';
import { missingOf, type WantedBucket } from './s3-bucket';
import { placeLabels, type StatePlace } from './state-place';

/** What is missing of the bucket of an s3 backend, in the account that the AWS credentials of the environment are for. */
export async function planS3Backend(place: StatePlace): Promise<BackendPlan> {
  const { bucket, region, use_path_style, kms_key_id } = place.values;
  if (typeof bucket !== 'string' || typeof region !== 'string') {
    throw new UserError(
      `The s3 backend of ${namesOf(place)} names no bucket and region.`,
      'Give it both; what terraform init is told by -backend-config cannot be seen in the app.',
    );
  }
  const { s3, sts } = await loadSdk();
  const client = new s3.S3Client({ region, forcePathStyle: use_path_style === true, followRegionRedirects: false });
  const caller = await guarded(() => new sts.STSClient({ region }).send(new sts.GetCallerIdentityCommand({})));
  const accountId = checkedAccount(caller.Account ?? '', place);
  const wanted: WantedBucket = {
    bucket,
    region,
    accountId,
    partition: caller.Arn?.split(':')[1] ?? 'aws',
    ...(typeof kms_key_id === 'string' && { kmsKeyId: kms_key_id }),
    tags: placeLabels(place),
  };
  const steps = await guarded(() => missingOf(s3, client, wanted));
  return {
    place: `bucket ${bucket} (S3, ${region}, account ${accountId})`,
    stacks: place.stacks.map(({ name }) => name),
    steps: steps.map((step): BackendStep => ({ title: step.title, run: () => guarded(() => step.run(), step.title) })),
  };
}

/** Loaded by the commands that talk to AWS alone. */
async function loadSdk() {
  // It warns that later versions need Node 22; the one that is bundled does not.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  const [s3, sts] = await Promise.all([import('@aws-sdk/client-s3'), import('@aws-sdk/client-sts')]);
  return { s3, sts };
}

/** @throws UserError where the backend says that its bucket belongs to another account */
function checkedAccount(callerAccount: string, place: StatePlace): string {
  const { allowed_account_ids, assume_role } = place.values;
  const [allowed] = (allowed_account_ids ?? []) as readonly string[];
  const role = (assume_role as { readonly role_arn?: string } | undefined)?.role_arn;
  const owner = allowed ?? role?.split(':')[4] ?? callerAccount;
  if (owner === callerAccount) return callerAccount;
  throw new UserError(
    `The AWS credentials are for the account ${callerAccount}, and the states of ${namesOf(place)} lie in ${owner}.`,
    `Run the command with credentials for ${owner}.`,
  );
}

function namesOf({ stacks }: StatePlace): string {
  return stacks.map(({ name }) => name).join(', ');
}

/** Turns what AWS says into what the user can do. */
async function guarded<T>(ask: () => Promise<T>, doing = 'looking at what is there'): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof UserError || !(error instanceof Error)) throw error;
    if (error.name === 'CredentialsProviderError') {
      throw new UserError(
        'There are no AWS credentials.',
        'Sign in, or set AWS_PROFILE or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
        { cause: error },
      );
    }
    throw new UserError(
      `AWS did not let it (${doing}): ${error.name}: ${messageOf(error)}`,
      'See to what it says and run the same command again: it goes on from here.',
      { cause: error },
    );
  }
}
