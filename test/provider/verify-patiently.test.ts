import type { CallContext } from '../../src/framework';
import { verifyPatiently } from '../../src/provider/verify-patiently';

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

/** Gives these errors in turn. @returns how often it was asked, and what came of it */
async function verifying(errors: readonly (string | null)[], type = 'aws', delays = [0, 0], until = Infinity) {
  let attempts = 0;
  const verify = () => Promise.resolve({ error: errors[attempts++] ?? null, resources: [] });
  const { error } = await verifyPatiently({ type }, verify, { context, until, delays });
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

it('gives up with the last answer', async () => {
  expect(await verifying([UNKNOWN_KEY, UNKNOWN_KEY, UNKNOWN_KEY])).toEqual({ attempts: 3, error: UNKNOWN_KEY });
});

it('stops at once on a wrong secret, which no time heals', async () => {
  expect(await verifying([WRONG_SECRET])).toEqual({ attempts: 1, error: WRONG_SECRET });
});

it('leaves other clouds alone', async () => {
  expect(await verifying([UNKNOWN_KEY], 'gcp')).toEqual({ attempts: 1, error: UNKNOWN_KEY });
});

it('does not wait beyond the time that the resource has', async () => {
  expect(await verifying([UNKNOWN_KEY], 'aws', [60_000], Date.now() + 1000)).toEqual({
    attempts: 1,
    error: UNKNOWN_KEY,
  });
});

it('ends its wait when Terraform asks to stop', async () => {
  setTimeout(() => {
    stopping.abort();
  }, 20);
  expect(await verifying([UNKNOWN_KEY], 'aws', [60_000])).toEqual({ attempts: 1, error: UNKNOWN_KEY });
});
