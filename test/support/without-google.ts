interface StackJson {
  resource?: Record<string, Record<string, Record<string, unknown>>>;
  data?: Record<string, unknown>;
  provider?: Record<string, unknown>;
  terraform?: { required_providers?: Record<string, unknown> };
}

const PROJECT_NUMBER = '123456789012';
const REFERENCE = /\$\{((?:data\.)?(google_\w+)\.([\w-]+)\.(\w+))\}/g;
/** Within an expression that does more with it. */
const BARE_REFERENCE = /(?<![\w.-])((?:data\.)?(google_\w+)\.([\w-]+)\.(\w+))/g;

/**
 * A synthesized stack without what is Google's: its resources and its provider are left out, and literals of the same form
 * stand for what they would answer. So what is registered on the ZenML server can be applied where there is no Google.
 */
export function withoutGoogle(text: string): string {
  const stack = JSON.parse(text) as StackJson;
  const { resource = {}, data = {}, provider = {}, terraform = {} } = stack;
  const made = resource;
  const standIn = (_: string, reference: string, type: string, id: string, attribute: string): string =>
    answerOf({ reference, type, attribute, given: made[type]?.[id] ?? {} });
  const remaining = {
    ...stack,
    resource: withoutGoogleKeys(resource),
    data: withoutGoogleKeys(data),
    provider: withoutGoogleKeys(provider),
    terraform: { ...terraform, required_providers: withoutGoogleKeys(terraform.required_providers ?? {}) },
  };
  return JSON.stringify(remaining, (key, value: unknown) => {
    // Terraform takes no empty block of data sources.
    if (key === 'data' && Object.keys(value as object).length === 0) return undefined;
    if (key === 'depends_on') return (value as string[]).filter((address) => !/^(data\.)?google_/.test(address));
    if (typeof value !== 'string') return value;
    return value
      .replaceAll(REFERENCE, standIn)
      .replaceAll(BARE_REFERENCE, (...match) => JSON.stringify(standIn(...(match as Parameters<typeof standIn>))));
  });
}

function withoutGoogleKeys<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !key.startsWith('google')));
}

interface Question {
  readonly reference: string;
  readonly type: string;
  readonly attribute: string;
  /** What the resource is made from. */
  readonly given: Readonly<Record<string, unknown>>;
}

function answerOf({ reference, type, attribute, given }: Question): string {
  switch (`${type}.${attribute}`) {
    case 'google_service_account.email':
      return `${String(given.account_id)}@acme-ml.iam.gserviceaccount.com`;
    case 'google_service_account_key.private_key':
      return Buffer.from(JSON.stringify(accountKey(given))).toString('base64');
    case 'google_iam_workload_identity_pool_provider.name':
      return `projects/${PROJECT_NUMBER}/locations/global/workloadIdentityPools/pool/providers/${String(given.workload_identity_pool_provider_id)}`;
  }
  const written = given[attribute];
  if (typeof written === 'string') return written;
  throw new Error(`nothing stands for ${reference}`);
}

/** A key file with all its fields. The version of the key tells one from the next. */
function accountKey({ keepers }: Readonly<Record<string, unknown>>): object {
  return {
    type: 'service_account',
    project_id: 'acme-ml',
    private_key_id: JSON.stringify(keepers),
    private_key: 'no key at all',
    client_email: 'zenml@acme-ml.iam.gserviceaccount.com',
    client_id: PROJECT_NUMBER,
    auth_uri: 'https://accounts.google.com/o/oauth2/auth',
    token_uri: 'https://oauth2.googleapis.com/token',
    auth_provider_x509_cert_url: 'https://www.googleapis.com/oauth2/v1/certs',
    client_x509_cert_url: 'https://www.googleapis.com/robot/v1/metadata/x509/zenml',
  };
}
