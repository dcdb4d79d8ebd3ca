import { messageOf, UserError } from '../user-error';
import type { BackendPlan } from './backend-plan';
import { missingOf, type CloudStorage, type WantedGcsBucket } from './gcs-bucket';
import { placeLabels, type StatePlace } from './state-place';

/** What a backend of Google Cloud does not say of its bucket, and how to reach Google. */
export interface GcsOptions {
  /** Google project of a new bucket. @default the `project` of the provider in the app */
  readonly project?: string;
  /** Location of a new bucket. @default the `region` of the provider in the app */
  readonly location?: string;
  /** Sends requests to Cloud Storage. @default to Google, with Application Default Credentials */
  readonly cloudStorage?: CloudStorage;
}

/** What is missing of the bucket of a gcs backend. */
export async function planGcsBackend(place: StatePlace, options: GcsOptions): Promise<BackendPlan> {
  const { bucket, kms_encryption_key } = place.values;
  if (typeof bucket !== 'string') {
    throw new UserError(
      `The gcs backend of ${place.stacks.map(({ name }) => name).join(', ')} names no bucket.`,
      'Give it one; what terraform init is told by -backend-config cannot be seen in the app.',
    );
  }
  const wanted: WantedGcsBucket = {
    bucket,
    project: options.project ?? providerValue(place, 'project'),
    location: options.location ?? providerValue(place, 'region'),
    ...(typeof kms_encryption_key === 'string' && { kmsKeyName: kms_encryption_key }),
    labels: placeLabels(place),
  };
  return {
    place: `bucket ${bucket} (Google Cloud Storage)`,
    stacks: place.stacks.map(({ name }) => name),
    steps: await missingOf(options.cloudStorage ?? (await connect()), wanted),
  };
}

/** A value of the Google provider of the stacks, where it is known at synth. */
function providerValue({ stacks }: StatePlace, key: 'project' | 'region'): string | undefined {
  const values = stacks.flatMap(({ providers }) =>
    providers.filter(({ name }) => name === 'google').map(({ values: given }) => given[key]),
  );
  return values.find((value): value is string => typeof value === 'string' && !value.includes('${'));
}

/** Cloud Storage itself. The library is loaded only here. */
async function connect(): Promise<CloudStorage> {
  const { GoogleAuth } = await import('google-auth-library');
  const auth = new GoogleAuth({ scopes: ['https://www.googleapis.com/auth/devstorage.full_control'] });
  return async ({ method, path, params, body }) => {
    try {
      const { status, data } = await auth.request<unknown>({
        url: `https://storage.googleapis.com/storage/v1${path}`,
        method,
        params,
        ...(body !== undefined && { data: body }),
        validateStatus: () => true,
      });
      return { status, data };
    } catch (error) {
      throw new UserError(
        `Google Cloud could not be asked: ${messageOf(error)}`,
        'Sign in with "gcloud auth application-default login", or set GOOGLE_APPLICATION_CREDENTIALS.',
        { cause: error },
      );
    }
  };
}
