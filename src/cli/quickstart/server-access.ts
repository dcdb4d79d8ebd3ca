import { isZenmlError, ZenmlClient } from '../../zenml';
import { messageOf, UserError } from '../user-error';
import { ZenmlApi, ZenmlApiError } from '../servers/zenml-api';
import { ZENML_USER_NAME, zenmlUrl } from '../servers/zenml-server';
import { saveSecrets, type QuickstartSecrets } from './secrets-file';
import type { ServerAccess, Session } from './session';

const NAME = 'quickstart';

/** Gives the local server a service account with an API key, once. */
export async function ensureLocalAccess(session: Session, secrets: QuickstartSecrets): Promise<ServerAccess> {
  const port = session.state.current.ports.zenml;
  if (port === undefined) throw new Error('the ZenML server has no port yet');
  const url = zenmlUrl(port);
  if (secrets.apiKey !== undefined && (await accepts(url, secrets.apiKey)))
    return { url, apiKey: secrets.apiKey, secrets };
  const api = await loginAsAdministrator(session, url, secrets);
  const apiKey = await api.issueApiKey(await api.ensureServiceAccount(NAME), NAME);
  const saved = { ...secrets, apiKey };
  await saveSecrets(session.paths.secrets, saved);
  return { url, apiKey, secrets: saved };
}

/** Checks that the user's server answers and takes the key. */
export async function checkRemoteAccess(url: string, apiKey: string): Promise<ServerAccess> {
  try {
    await useKey(url, apiKey);
    return { url, apiKey };
  } catch (error) {
    if (isZenmlError(error, 'unauthorized')) {
      throw new UserError(
        `The ZenML server at ${url} does not accept ZENML_API_KEY.`,
        'Set ZENML_API_KEY to a key of a service account of this server.',
        { cause: error },
      );
    }
    throw new UserError(
      `No ZenML server answers at ZENML_SERVER_URL=${url} (${messageOf(error)}).`,
      'Correct the address, or unset ZENML_SERVER_URL and ZENML_API_KEY to use a server on this machine.',
      { cause: error },
    );
  }
}

async function accepts(url: string, apiKey: string): Promise<boolean> {
  try {
    await useKey(url, apiKey);
    return true;
  } catch (error) {
    if (isZenmlError(error, 'unauthorized')) return false;
    throw error;
  }
}

async function useKey(url: string, apiKey: string): Promise<void> {
  const client = new ZenmlClient({ serverUrl: url, apiKey });
  try {
    await client.currentUser();
  } finally {
    await client.close();
  }
}

async function loginAsAdministrator(session: Session, url: string, secrets: QuickstartSecrets): Promise<ZenmlApi> {
  try {
    return await ZenmlApi.login(url, ZENML_USER_NAME, secrets.password);
  } catch (error) {
    if (!(error instanceof ZenmlApiError)) throw error;
    throw new UserError(
      `The ZenML server does not accept the password in ${session.paths.secrets} (${error.message}).`,
      `Its database has another one: run "npm run quickstart -- down", remove ${session.paths.zenmlServer} and run the same command again.`,
      { cause: error },
    );
  }
}
