import { ZenmlError } from '../../../src/zenml';

/** The error that the call fails with. Fails the test where the call does not, or throws anything else. */
export async function failureOf(call: Promise<unknown>): Promise<ZenmlError> {
  const outcome = await call.then(
    (value): unknown => new Error(`did not fail: ${JSON.stringify(value)}`),
    (error: unknown) => error,
  );
  if (outcome instanceof ZenmlError) return outcome;
  throw outcome;
}
