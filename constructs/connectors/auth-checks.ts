import type { Check } from '../checks';
import { isKnown } from '../known-value';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** A value that must be a UUID. */
export function checkUuid(prop: string, value: string | undefined): readonly Check[] {
  if (!isKnown(value)) return [];
  return [
    {
      holds: UUID.test(value),
      message: `${prop} is "${value}"; it must be a UUID such as "0e7bd3ab-0000-4000-8000-f7a2d5c3c1a4": give the id, not the name`,
    },
  ];
}

/** The JSON that `gcloud iam workload-identity-pools create-cred-config` writes. A server takes it in base64, too. */
export function checkExternalAccount({ externalAccountJson: text }: { readonly externalAccountJson: string }): Check[] {
  if (!isKnown(text) || /^[\w+/=]+$/.test(text)) return [];
  const account = parseObject(text);
  const how = 'give what `gcloud iam workload-identity-pools create-cred-config` writes';
  if (account === undefined) return [{ holds: false, message: `externalAccountJson is no JSON object: ${how}` }];
  const missing = ['subject_token_type', 'token_url'].filter((key) => !(key in account));
  return [
    {
      holds: account.type === 'external_account',
      message: `externalAccountJson is of the type ${JSON.stringify(account.type)}; the server takes "external_account": ${how}`,
    },
    { holds: missing.length === 0, message: `externalAccountJson has no ${missing.join(' and no ')}: ${how}` },
  ];
}

/** A cluster is reached by a token, or by a client certificate with its key. */
export function checkKubernetesCredential(props: {
  readonly token?: string;
  readonly clientCertificate?: string;
  readonly clientKey?: string;
}): readonly Check[] {
  const { token, clientCertificate, clientKey } = props;
  return [
    {
      holds: (clientCertificate === undefined) === (clientKey === undefined),
      message: `${clientKey === undefined ? 'clientCertificate' : 'clientKey'} is given alone; a client certificate needs its key: give both clientCertificate and clientKey`,
    },
    {
      holds: (token ?? clientCertificate ?? clientKey) !== undefined,
      message:
        'no credential is given, so the cluster would refuse everything: give token, or clientCertificate and clientKey',
    },
  ];
}

const RESERVED: Readonly<Record<string, string>> = {
  grant_type: 'leave it out',
  client_id: 'give clientId',
  client_secret: 'give clientSecret',
  refresh_token: 'give refreshToken',
  scope: 'give scope',
  audience: 'give audience of clientCredentials',
};

/** Parameters and headers that ZenML sets itself in requests for a token. */
export function checkTokenRequest(props: {
  readonly tokenParams?: Readonly<Record<string, string>>;
  readonly tokenHeaders?: Readonly<Record<string, string>>;
}): readonly Check[] {
  const { tokenParams = {}, tokenHeaders = {} } = props;
  const params = Object.keys(tokenParams).filter((name) => name in RESERVED);
  const headers = Object.keys(tokenHeaders).filter((name) => name.toLowerCase() === 'authorization');
  return [
    ...params.map((name) => ({
      holds: false,
      message: `tokenParams has "${name}", which ZenML sets itself: ${RESERVED[name] ?? ''}`,
    })),
    ...headers.map((name) => ({
      holds: false,
      message: `tokenHeaders has "${name}", which ZenML sets itself: give clientAuthMethod`,
    })),
  ];
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
