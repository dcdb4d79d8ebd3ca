import type { Dispatcher } from 'undici';
import {
  attributePath,
  errorDiagnostic,
  isSet,
  isUnknown,
  warningDiagnostic,
  type AttributeValue,
  type ConfigureRequest,
  type Diagnostic,
  type Outcome,
} from '../framework';
import { ZenmlError } from '../zenml';
import { adviceFor, describeError } from './failures/describe-failure';
import { ProviderClient } from './provider-client';
import type { ProviderModel } from './schemas/provider-schema';
import { OLDEST_VERSION, isOlder } from './server-version';

/** Where the provider looks besides its configuration, and what sends its requests. */
export interface ConfigureEnvironment {
  /** Default: those of the process. */
  readonly variables?: Readonly<Record<string, string | undefined>>;
  /** Default: one of the client's own. */
  readonly dispatcher?: Dispatcher;
}

interface Credentials {
  readonly apiKey?: string;
  readonly apiToken?: string;
}

/**
 * The client for a provider configuration, after one request for the version of the server, unless that is skipped.
 * No client and no error: the configuration is not known yet.
 */
export async function configure(
  { config, terraformVersion, context }: ConfigureRequest<ProviderModel>,
  { variables = process.env, dispatcher }: ConfigureEnvironment,
): Promise<Outcome<ProviderClient>> {
  const { server_url, api_key, api_token } = config;
  if (isUnknown(server_url) || (isUnknown(api_key) && !isSet(api_token)) || (isUnknown(api_token) && !isSet(api_key))) {
    return { diagnostics: [] };
  }
  const serverUrl = given(server_url) ?? given(variables.ZENML_SERVER_URL);
  const credentials = credentialsOf(config, variables);
  if (serverUrl === undefined || credentials === undefined) {
    return {
      diagnostics: [
        ...(serverUrl === undefined ? [NO_URL] : []),
        ...(credentials === undefined ? [NO_CREDENTIALS] : []),
      ],
    };
  }
  const diagnostics = given(api_key) !== undefined && given(api_token) !== undefined ? [BOTH_CREDENTIALS] : [];
  const userAgent = `cdktf-zenml terraform/${terraformVersion}`;
  try {
    const client = new ProviderClient({ serverUrl, ...credentials, userAgent, ...(dispatcher && { dispatcher }) });
    if (config.skip_version_check === true) return { value: client, diagnostics };
    const { version } = await client.serverInfo({ signal: context.signal });
    if (!isOlder(version, OLDEST_VERSION)) return { value: client, diagnostics };
    await client.close();
    return { diagnostics: [...diagnostics, tooOld(version)] };
  } catch (error) {
    if (!(error instanceof ZenmlError)) throw error;
    return { diagnostics: [...diagnostics, unusable(error, serverUrl)] };
  }
}

/** What is configured goes before the environment, and a key before a token, since keys do not expire. */
function credentialsOf(
  { api_key, api_token }: ProviderModel,
  variables: Readonly<Record<string, string | undefined>>,
): Credentials | undefined {
  const apiKey = given(api_key);
  if (apiKey !== undefined) return { apiKey };
  const apiToken = given(api_token);
  if (apiToken !== undefined) return { apiToken };
  const keyVariable = given(variables.ZENML_API_KEY);
  if (keyVariable !== undefined) return { apiKey: keyVariable };
  const tokenVariable = given(variables.ZENML_API_TOKEN);
  return tokenVariable === undefined ? undefined : { apiToken: tokenVariable };
}

function given(value: AttributeValue<string> | undefined): string | undefined {
  return isSet(value) && value.trim() !== '' ? value : undefined;
}

const NO_URL = errorDiagnostic(
  'Missing Server URL',
  'Neither `server_url` nor the environment variable ZENML_SERVER_URL is set. Set one to the address of the ZenML server, ' +
    'such as "https://zenml.example.com".',
  attributePath('server_url'),
);

const NO_CREDENTIALS = errorDiagnostic(
  'Missing API Key',
  'Neither `api_key` nor the environment variable ZENML_API_KEY is set, and no `api_token` (ZENML_API_TOKEN) either. ' +
    'Create a service account with an API key on the server (`zenml service-account create NAME`) and set one of them to that key.',
  attributePath('api_key'),
);

const BOTH_CREDENTIALS = warningDiagnostic(
  'API Token Not Used',
  'Both `api_key` and `api_token` are configured. The key is used; leave one of them out.',
  attributePath('api_token'),
);

function tooOld(version: string): Diagnostic {
  return errorDiagnostic(
    'ZenML Server Too Old',
    `The server at \`server_url\` runs ZenML ${version}; this provider works with ${OLDEST_VERSION} and newer. Upgrade the server. ` +
      '`skip_version_check = true` goes on regardless.',
    attributePath('server_url'),
  );
}

function unusable(error: ZenmlError, serverUrl: string): Diagnostic {
  const address = withoutUser(serverUrl);
  if (error.code === 'invalid' && error.method === undefined) {
    return error.message.includes('server URL')
      ? errorDiagnostic(
          'Invalid Server URL',
          `\`server_url\` is "${address}". ${error.message}`,
          attributePath('server_url'),
        )
      : errorDiagnostic(
          'Invalid API Key',
          `\`api_key\` or \`api_token\` cannot be used. ${error.message}`,
          attributePath('api_key'),
        );
  }
  const { summary, next } = adviceFor(error.code);
  return errorDiagnostic(
    summary,
    `\`server_url\` is "${address}". ${describeError(error)} ${next}`,
    attributePath('server_url'),
  );
}

/** The address without a user and password, which some write into it. */
function withoutUser(url: string): string {
  return url.replace(/\/\/[^/]*@/, '//');
}
