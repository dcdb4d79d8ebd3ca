import type { CallContext } from '../../src/framework';
import { verifyPatiently } from '../../src/provider/life-cycle/verify-patiently';

const UNKNOWN_KEY =
  'An error occurred (InvalidClientTokenId) when calling the AssumeRole operation: The security token included in the request is invalid.';
const WRONG_SECRET =
  'An error occurred (SignatureDoesNotMatch) when calling the AssumeRole operation: The request signature we calculated does not match.';

let logged: string[];
let stopping: AbortController;
let context: CallContext;

beforeEach(() => {
  logged = [];
  stopping = new AbortController();
  context = { signal: stopping.signal, log: (level, message) => logged.push(`${level}: ${message}`) };
});

const NO_PERMISSION =
  'An error occurred (AccessDenied) when calling the AssumeRole operation: User: x is not authorized to perform: sts:AssumeRole';
const BUCKET =
  'failed to fetch GCS bucket b: 403 GET https://storage.googleapis.com/storage/v1/b/b?projection=noAcl&prettyPrint=false: a@p.iam.gserviceaccount.com does not have storage.buckets.get access to the Google Cloud Storage bucket.';
const REPOSITORY =
  "403 Permission 'artifactregistry.repositories.get' denied on resource '//artifactregistry.googleapis.com/projects/p/locations/l/repositories/r' (or it may not exist).";
const POOL =
  "Could not fetch GCP OAuth2 token: ('Error code invalid_target: The target service indicated by the \"audience\" parameters is invalid. This might either be because the pool or provider is disabled or deleted or because it doesn\\'t exist.')";
const WRONG_KEY = "('invalid_grant: Invalid JWT Signature.', {'error': 'invalid_grant'})";
const IMPERSONATION = "403 Permission 'iam.serviceAccounts.getAccessToken' denied on resource (or it may not exist).";

interface Case {
  readonly type?: string;
  readonly key?: string;
  readonly delays?: readonly number[];
  readonly until?: number;
}

/** Gives these errors in turn. @returns how often it was asked, and what came of it */
async function verifying(
  errors: readonly (string | null)[],
  { type = 'aws', key = 'AKIAIOSFODNN7EXAMPLE', delays = [0, 0], until = Infinity }: Case = {},
) {
  let attempts = 0;
  const verify = () => Promise.resolve({ error: errors[attempts++] ?? null, resources: [] });
  const spec = { type, configuration: { aws_access_key_id: key } };
  const { error } = await verifyPatiently(spec, verify, { context, until, delays });
  return { attempts, error };
}

it('asks once where the connector verifies', async () => {
  expect(await verifying([null])).toEqual({ attempts: 1, error: null });
});

it('asks again while AWS does not know the key yet, and says so', async () => {
  expect(await verifying([UNKNOWN_KEY, UNKNOWN_KEY, null])).toEqual({ attempts: 3, error: null });
  expect(logged).toHaveLength(2);
  expect(logged[0]).toMatch(/^warn: AWS does not know the identity/);
});

it.each([
  ['a role that does not trust the key yet', NO_PERMISSION, 'aws'],
  ['a service account that may not be impersonated yet', IMPERSONATION, 'gcp'],
  ['a bucket whose new policy is not known yet', BUCKET, 'gcp'],
  ['a repository whose new policy is not known yet', REPOSITORY, 'gcp'],
  ['a pool of workload identities that is seconds old', POOL, 'gcp'],
])('asks again for %s', async (_, error, type) => {
  expect(await verifying([error, null], { type })).toEqual({ attempts: 2, error: null });
});

it('gives up with the last answer, and says how often it was tried', async () => {
  const { attempts, error } = await verifying([UNKNOWN_KEY, UNKNOWN_KEY, UNKNOWN_KEY]);
  expect(attempts).toBe(3);
  expect(error).toMatch(/InvalidClientTokenId.* It was tried 3 times in \d+ s, since AWS answers so /);
});

it.each([
  ['no key that AWS could come to know', { key: 'minioadmin' }],
  ['a temporary key, which is known at once or never', { key: 'ASIAIOSFODNN7EXAMPLE' }],
])('stops at once on %s', async (_, options) => {
  expect(await verifying([UNKNOWN_KEY], options)).toEqual({ attempts: 1, error: UNKNOWN_KEY });
});

it('stops at once where a policy denies in so many words', async () => {
  const denied = `${NO_PERMISSION} with an explicit deny in a service control policy`;
  expect(await verifying([denied])).toEqual({ attempts: 1, error: denied });
});

it('stops at once on a wrong secret, which no time heals', async () => {
  expect(await verifying([WRONG_SECRET])).toEqual({ attempts: 1, error: WRONG_SECRET });
});

it('stops at once on a key that signs wrongly', async () => {
  expect(await verifying([WRONG_KEY], { type: 'gcp' })).toEqual({ attempts: 1, error: WRONG_KEY });
});

it('leaves other clouds alone', async () => {
  expect(await verifying([UNKNOWN_KEY], { type: 'azure' })).toEqual({ attempts: 1, error: UNKNOWN_KEY });
});

it('does not wait beyond the time that the resource has', async () => {
  const { attempts, error } = await verifying([UNKNOWN_KEY], { delays: [60_000], until: Date.now() + 1000 });
  expect(attempts).toBe(1);
  expect(error).toContain('It was tried once');
});

it('ends its wait when Terraform asks to stop', async () => {
  setTimeout(() => {
    stopping.abort();
  }, 20);
  expect((await verifying([UNKNOWN_KEY], { delays: [60_000] })).attempts).toBe(1);
});
