import { UserError } from '../user-error';
import type { BackendStep } from './backend-plan';

/** Sends a request to the JSON interface of Cloud Storage. Resolves whatever the status is. */
export type CloudStorage = (
  request: CloudStorageRequest,
) => Promise<{ readonly status: number; readonly data: unknown }>;

/** A request to the JSON interface of Cloud Storage. */
export interface CloudStorageRequest {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Below `/storage/v1`. */
  readonly path: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: object;
}

/** A bucket of Cloud Storage as states need it. */
export interface WantedGcsBucket {
  readonly bucket: string;
  /** Needed where it does not exist yet. */
  readonly project?: string;
  /** Needed where it does not exist yet. */
  readonly location?: string;
  readonly kmsKeyName?: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** The part of a bucket that is looked at, in the words of the interface. */
interface Bucket {
  readonly versioning?: { readonly enabled?: boolean };
  readonly iamConfiguration?: {
    readonly uniformBucketLevelAccess?: { readonly enabled?: boolean };
    readonly publicAccessPrevention?: string;
  };
  readonly encryption?: { readonly defaultKmsKeyName?: string };
  readonly labels?: Readonly<Record<string, string>>;
}

/** What is missing of a bucket. Nothing is changed until a step runs. Source: the pages Buckets: get, insert and patch. */
export async function missingOf(send: CloudStorage, wanted: WantedGcsBucket): Promise<readonly BackendStep[]> {
  const { bucket } = wanted;
  const { status, data } = await send({ method: 'GET', path: `/b/${bucket}` });
  if (status === 404) return [creation(send, wanted)];
  if (status === 403) throw notOurs(bucket);
  if (status !== 200) throw refused('looking at what is there', status, data);
  return settingsOf(data as Bucket, wanted).map(({ title, change }) => ({
    title,
    run: async () => {
      const answer = await send({ method: 'PATCH', path: `/b/${bucket}`, body: change });
      if (answer.status !== 200) throw refused(title, answer.status, answer.data);
    },
  }));
}

function creation(send: CloudStorage, wanted: WantedGcsBucket): BackendStep {
  const { bucket, project, location } = wanted;
  if (project === undefined || location === undefined) {
    throw new UserError(
      `The bucket ${bucket} does not exist, and the app's Google provider names no ${project === undefined ? 'project' : 'region'} to make it in.`,
      'Name them: --project acme-ml --location europe-west1.',
    );
  }
  const settings = settingsOf({}, wanted);
  const title = `create the bucket ${bucket} in ${location}, project ${project}: ${settings.map((setting) => setting.title).join('; ')}`;
  return {
    title,
    run: async () => {
      const parts = settings.map(({ change }) => change);
      const body = { name: bucket, location, ...mergeParts(parts) };
      const { status, data } = await send({ method: 'POST', path: '/b', params: { project }, body });
      if (status === 409) throw notOurs(bucket);
      if (status !== 200) throw refused(`creating the bucket ${bucket}`, status, data);
    },
  };
}

/** What of a bucket is not as wanted, each with the change that makes it so. */
function settingsOf(found: Bucket, { kmsKeyName, labels }: WantedGcsBucket): { title: string; change: Bucket }[] {
  const { versioning, iamConfiguration, encryption } = found;
  const missingLabels = Object.entries(labels).filter(([key]) => found.labels?.[key] === undefined);
  const settings = [
    {
      isSet: iamConfiguration?.publicAccessPrevention === 'enforced',
      title: 'keep the public out of it',
      change: { iamConfiguration: { publicAccessPrevention: 'enforced' } },
    },
    {
      isSet: iamConfiguration?.uniformBucketLevelAccess?.enabled === true,
      title: 'have access decided by IAM alone, without access lists',
      change: { iamConfiguration: { uniformBucketLevelAccess: { enabled: true } } },
    },
    {
      isSet: versioning?.enabled === true,
      title: 'keep old versions of states',
      change: { versioning: { enabled: true } },
    },
    {
      isSet: kmsKeyName === undefined || encryption?.defaultKmsKeyName === kmsKeyName,
      title: `encrypt it with ${kmsKeyName ?? ''}`,
      change: { encryption: { defaultKmsKeyName: kmsKeyName } },
    },
    {
      isSet: missingLabels.length === 0,
      title: `label it ${missingLabels.map(([key, value]) => `${key}=${value}`).join(', ')}`,
      change: { labels: Object.fromEntries(missingLabels) },
    },
  ];
  return settings.filter(({ isSet }) => !isSet).map(({ title, change }) => ({ title, change }));
}

/** Two of the changes are in `iamConfiguration`. */
function mergeParts(parts: readonly Bucket[]): Bucket {
  return parts.reduce<Bucket>(
    (merged, part) => ({
      ...merged,
      ...part,
      ...(part.iamConfiguration && { iamConfiguration: { ...merged.iamConfiguration, ...part.iamConfiguration } }),
    }),
    {},
  );
}

function notOurs(bucket: string): UserError {
  return new UserError(
    `The bucket ${bucket} exists and belongs to somebody else, or you may not see it. Names of buckets are unique in all of Google Cloud.`,
    'Give the backend another bucket, such as one that begins with the id of your project; or run the command as someone who may call storage.buckets.get on it.',
  );
}

function refused(doing: string, status: number, data: unknown): UserError {
  const message = (data as { readonly error?: { readonly message?: string } } | undefined)?.error?.message;
  return new UserError(
    `Google Cloud did not let it (${doing}): ${status} ${message ?? ''}`.trimEnd(),
    'See to what it says and run the same command again: it goes on from here.',
  );
}
