import { attributePath, errorDiagnostic, warningDiagnostic, type Diagnostic } from '../../framework';
import type { ZenmlError } from '../../zenml';
import { OLDEST_VERSION } from '../server/server-version';
import { adviceFor, describeError } from './describe-failure';

export const NO_URL = errorDiagnostic(
  'Missing Server URL',
  'Neither `server_url` nor the environment variable ZENML_SERVER_URL is set. Set one to the address of the ZenML server, ' +
    'such as "https://zenml.example.com".',
  attributePath('server_url'),
);

export const NO_CREDENTIALS = errorDiagnostic(
  'Missing API Key',
  'Neither `api_key` nor the environment variable ZENML_API_KEY is set, and no `api_token` (ZENML_API_TOKEN) either. ' +
    'Create a service account with an API key on the server (`zenml service-account create NAME`) and set one of them to that key.',
  attributePath('api_key'),
);

export const BOTH_CREDENTIALS = warningDiagnostic(
  'API Token Not Used',
  'Both `api_key` and `api_token` are configured. The key is used; leave one of them out.',
  attributePath('api_token'),
);

const IN_CLEAR =
  '`server_url` begins with http:// and names another machine: the API key or token, and the secrets of connectors and components, ' +
  'would go over the network for everyone on it to read. Give an address with https://';

export const UNENCRYPTED = warningDiagnostic(
  'Credentials Sent Without Encryption',
  `${IN_CLEAR}; \`require_tls = true\` makes this warning an error.`,
  attributePath('server_url'),
);

export const TLS_REQUIRED = errorDiagnostic(
  'Encryption Required',
  `${IN_CLEAR}, or set \`require_tls = false\`. Nothing was sent.`,
  attributePath('server_url'),
);

/** A server that is older than what the provider works with. */
export function tooOld(version: string): Diagnostic {
  return errorDiagnostic(
    'ZenML Server Too Old',
    `The server at \`server_url\` runs ZenML ${version}; this provider works with ${OLDEST_VERSION} and newer. Upgrade the server. ` +
      '`skip_version_check = true` goes on regardless.',
    attributePath('server_url'),
  );
}

/** Why there is no server to work with, at the argument that is to blame. */
export function unusable(
  error: ZenmlError,
  { serverUrl, apiKey }: { readonly serverUrl: string; readonly apiKey?: string },
): Diagnostic {
  const credentials = apiKey === undefined ? 'api_token' : 'api_key';
  const address = withoutCredentials(serverUrl);
  if (error.code === 'invalid' && error.method === undefined) return invalidArgument(error, address, credentials);
  const { summary, next } = adviceFor(error.code);
  const attribute = error.code === 'unauthorized' ? credentials : 'server_url';
  return errorDiagnostic(
    summary,
    `\`server_url\` is "${address}". ${describeError(error)} ${next}`,
    attributePath(attribute),
  );
}

function invalidArgument(error: ZenmlError, address: string, credentials: string): Diagnostic {
  if (error.message.includes('server URL')) {
    return errorDiagnostic(
      'Invalid Server URL',
      `\`server_url\` is "${address}". ${error.message}`,
      attributePath('server_url'),
    );
  }
  if (error.message.includes('certificate')) {
    return errorDiagnostic(
      'Invalid CA Certificate',
      `\`ca_certificate\` (or ZENML_CA_CERTIFICATE) cannot be used. ${error.message}`,
      attributePath('ca_certificate'),
    );
  }
  return errorDiagnostic(
    'Invalid API Key',
    `\`${credentials}\` cannot be used. ${error.message}`,
    attributePath(credentials),
  );
}

/** The address without what may be a password or token in it: user, query and fragment. */
function withoutCredentials(url: string): string {
  const [address = ''] = url.split(/[?#]/, 1);
  return address.replace(/^([a-z][a-z0-9+.-]*:\/\/)?.*@/is, '$1');
}
