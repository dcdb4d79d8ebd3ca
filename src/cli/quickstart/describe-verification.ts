import { isZenmlError, type ZenmlClient } from '../../zenml';

/**
 * Lets the server verify a connector against its cloud. For one that the cloud refuses it answers with a success that carries the error.
 *
 * @returns `verified`, or why not
 */
export async function describeVerification(client: ZenmlClient, id: string): Promise<string> {
  try {
    const { error } = await client.serviceConnectors.verify(id);
    return error === null ? 'verified' : `NOT verified: ${error}`;
  } catch (failure) {
    if (isZenmlError(failure)) return `NOT verified: ${failure.message}`;
    throw failure;
  }
}
