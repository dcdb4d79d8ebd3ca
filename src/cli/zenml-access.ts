import { isZenmlError, ZenmlClient } from '../zenml';
import { variable } from './environment-variable';
import { UserError } from './user-error';

/** How a command reaches the user's ZenML server. */
export interface ZenmlAccess {
  /** Address of the server. @default ZENML_SERVER_URL */
  readonly server?: string;
  /** Address where neither says one. @default none */
  readonly fallback?: string;
  /** ZENML_SERVER_URL, ZENML_API_KEY, ZENML_API_TOKEN and ZENML_CA_CERTIFICATE are read from it. */
  readonly environment: NodeJS.ProcessEnv;
}

/**
 * Does something with a client of the user's server.
 * @throws UserError where it is not known who asks whom, and where the server refuses
 */
export async function withZenml<Result>(
  access: ZenmlAccess,
  work: (client: ZenmlClient, serverUrl: string) => Promise<Result>,
): Promise<Result> {
  const { environment, fallback } = access;
  const serverUrl = access.server ?? variable(environment, 'ZENML_SERVER_URL') ?? fallback;
  const apiKey = variable(environment, 'ZENML_API_KEY');
  const apiToken = apiKey === undefined ? variable(environment, 'ZENML_API_TOKEN') : undefined;
  if (serverUrl === undefined) {
    throw new UserError('Which server is meant is not known.', 'Give --server URL, or set ZENML_SERVER_URL.');
  }
  if (apiKey === undefined && apiToken === undefined) {
    throw new UserError(
      'Neither ZENML_API_KEY nor ZENML_API_TOKEN is set: a server is asked with credentials.',
      'Set ZENML_API_KEY to the key of a service account and run the same command again.',
    );
  }
  const caCertificate = variable(environment, 'ZENML_CA_CERTIFICATE');
  try {
    const client = new ZenmlClient({ serverUrl, apiKey, apiToken, caCertificate });
    try {
      return await work(client, serverUrl);
    } finally {
      await client.close();
    }
  } catch (error) {
    if (isZenmlError(error))
      throw new UserError(error.message, 'Correct it and run the same command again.', { cause: error });
    throw error;
  }
}
