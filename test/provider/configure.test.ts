import { formatPath, UNKNOWN, validateAttributes, type Outcome, type Value } from '../../src/framework';
import { createZenmlProvider, type ProviderModel } from '../../src/provider';
import { isOlder } from '../../src/provider/server/server-version';
import type { ProviderClient } from '../../src/provider/server/provider-client';
import { API_KEY, MockZenml, ORIGIN } from '../zenml/support/mock-zenml';
import { context } from './support/resource-runner';

let server: MockZenml;

beforeEach(() => {
  server = new MockZenml();
});

afterEach(async () => {
  server.assertAllMade();
  await server.agent.close();
});

const NOTHING: ProviderModel = {
  server_url: null,
  api_key: null,
  api_token: null,
  skip_version_check: null,
  require_tls: null,
  ca_certificate: null,
  max_retries: null,
  request_timeout: null,
  adopt_existing: null,
  skip_validation: null,
};

const LOGIN = 'POST /api/v1/login';
const INFO = 'GET /api/v1/info';

function requests(): readonly string[] {
  return server.seen.map(({ method, path }) => `${method} ${path}`).sort();
}

function configure(
  config: Readonly<Record<string, Value>>,
  variables: Readonly<Record<string, string>> = {},
): Promise<Outcome<ProviderClient>> {
  const provider = createZenmlProvider({ variables, dispatcher: server.agent });
  return provider.configure({
    config: { ...NOTHING, ...config },
    terraformVersion: '1.11.4',
    context,
  });
}

function onInfo(version = '0.98.0'): void {
  const info = { id: 'x', name: 'default', version, deployment_type: 'other', auth_scheme: 'x', metadata: {} };
  server.on('GET', '/api/v1/info', { body: { ...info, server_url: '', dashboard_url: '' } });
}

function said({ diagnostics }: Outcome<unknown>): readonly string[] {
  return diagnostics.map(
    ({ severity, summary, detail, path }) => `${severity} at ${path ? formatPath(path) : '-'}: ${summary}: ${detail}`,
  );
}

test('one login and, at the same time, one request for the version are all that a working configuration costs', async () => {
  onInfo();
  server.onLogin();
  const { value, diagnostics } = await configure({ server_url: ORIGIN, api_key: API_KEY });
  expect(diagnostics).toEqual([]);
  expect(value?.settings).toEqual({ adoptExisting: false, skipValidation: false });
  expect(requests()).toEqual([INFO, LOGIN]);
});

test('without the version check there is the login alone, and with a token nothing', async () => {
  server.onLogin();
  const { value } = await configure({ server_url: ORIGIN, api_key: API_KEY, skip_version_check: true });
  expect(value).toBeDefined();
  await configure({ server_url: ORIGIN, api_token: 'token', skip_version_check: true });
  expect(requests()).toEqual([LOGIN]);
});

test.each([
  ['with a version check', false],
  ['without', true],
])('a wrong key is refused at once, where it is configured, %s', async (_, skip_version_check) => {
  if (!skip_version_check) onInfo();
  const detail = ['CredentialsNotValid', 'API key is not valid.'];
  server.on('POST', '/api/v1/login', { status: 401, body: { detail } });
  const outcome = await configure({ server_url: ORIGIN, api_key: API_KEY, skip_version_check });
  expect(outcome.value).toBeUndefined();
  expect(said(outcome)).toEqual([expect.stringMatching(/^error at api_key: ZenML Server Refused the Credentials: /)]);
  expect(JSON.stringify(outcome)).not.toContain(API_KEY);
});

test('what is wrong with the server goes before a refused login', async () => {
  onInfo('0.75.0');
  server.on('POST', '/api/v1/login', { status: 404, body: { detail: 'Not Found' } });
  expect(said(await configure({ server_url: ORIGIN, api_key: API_KEY }))).toEqual([
    expect.stringMatching(/^error at server_url: ZenML Server Too Old/),
  ]);
});

test('the settings reach the resources', async () => {
  const config = { server_url: ORIGIN, api_token: 'token', skip_version_check: true };
  const { value } = await configure({ ...config, adopt_existing: true, skip_validation: true });
  expect(value?.settings).toEqual({ adoptExisting: true, skipValidation: true });
});

describe('plain http', () => {
  const config = { api_token: 'token', skip_version_check: true };

  test('to another machine draws a warning', async () => {
    const outcome = await configure({ ...config, server_url: 'http://zenml.test' });
    expect(outcome.value).toBeDefined();
    expect(said(outcome)).toEqual([
      expect.stringMatching(/^warning at server_url: Credentials Sent Without Encryption: .*require_tls = true/),
    ]);
  });

  test('to another machine is refused before anything is sent where TLS is required', async () => {
    const outcome = await configure({
      ...config,
      server_url: 'http://zenml.test',
      require_tls: true,
      api_key: API_KEY,
    });
    expect(outcome.value).toBeUndefined();
    expect(said(outcome)).toEqual([expect.stringMatching(/^error at server_url: Encryption Required: /)]);
    expect(server.seen).toEqual([]);
  });

  test('to this machine is nothing to speak of', async () => {
    const outcome = await configure({ ...config, server_url: 'http://127.0.0.1:8237', require_tls: true });
    expect(outcome.value).toBeDefined();
    expect(outcome.diagnostics).toEqual([]);
  });
});

test.each([['-1'], ['1.5'], ['101']])('%s is no number of retries', (max_retries) => {
  const { schema } = createZenmlProvider();
  const found = validateAttributes(schema, { ...NOTHING, max_retries: Number(max_retries) });
  expect(found.map(({ path = [], detail }) => `${formatPath(path)}: ${detail}`)).toEqual([
    `max_retries: It is ${max_retries}. Expected a whole number from 0 to 100.`,
  ]);
});

test('the environment stands in for what is not configured, and empty texts are not configured', async () => {
  const { value } = await configure(
    { server_url: '', api_key: ' ', skip_version_check: true },
    { ZENML_SERVER_URL: ORIGIN, ZENML_API_TOKEN: 'token' },
  );
  expect(value).toBeDefined();
});

test('a configured token goes before a key in the environment', async () => {
  server.on('GET', '/api/v1/current-user', {
    body: { id: '2d5c3e7a-9f4b-4e8c-9a0d-3b4f5e6d7c8b', name: 'x', body: { is_service_account: true } },
  });
  const config = { server_url: ORIGIN, api_token: 'configured', skip_version_check: true };
  const { value } = await configure(config, { ZENML_API_KEY: API_KEY });
  await value?.currentUser();
  expect(server.seen[0]?.headers.authorization).toBe('Bearer configured');
});

test.each([
  ['server_url', { server_url: UNKNOWN, api_key: API_KEY }],
  ['api_key', { server_url: ORIGIN, api_key: UNKNOWN }],
  ['api_token', { server_url: ORIGIN, api_token: UNKNOWN }],
  ['ca_certificate', { server_url: ORIGIN, api_key: API_KEY, ca_certificate: UNKNOWN }],
])('while %s is unknown there is no client and no error', async (_, config) => {
  expect(await configure(config)).toEqual({ diagnostics: [] });
});

test('a key and a token draw a warning, and the key is used', async () => {
  server.onLogin();
  const config = { server_url: ORIGIN, api_key: API_KEY, api_token: 'token', skip_version_check: true };
  expect(said(await configure(config))).toEqual([expect.stringMatching(/^warning at api_token: .*The key is used/)]);
});

test('nothing configured names both attributes and their variables', async () => {
  expect(said(await configure({}))).toEqual([
    expect.stringMatching(/^error at server_url: .*ZENML_SERVER_URL/),
    expect.stringMatching(/^error at api_key: .*ZENML_API_KEY/),
  ]);
});

test.each(['zenml.example.org', 'ftp://zenml.example.org', 'http://'])('%s is no address', async (server_url) => {
  const [text] = said(await configure({ server_url, api_key: API_KEY }));
  expect(text).toMatch(/^error at server_url: Invalid Server URL: /);
  expect(text).toContain(server_url);
});

test.each([
  'ftp://me:hidden@zenml.test',
  'me:hidden@zenml.test',
  'https://me:hid/hidden@zenml.test',
  'https://zenml.test?token=hidden',
])('a password in the address is not repeated: %s', async (server_url) => {
  const [text] = said(await configure({ server_url, api_key: API_KEY }));
  expect(text).toMatch(/^error at server_url/);
  expect(text).not.toContain('hidden');
});

test('a key that no header can carry is named without showing it', async () => {
  const [text] = said(await configure({ server_url: ORIGIN, api_key: 'ZENKEY with spaces' }));
  expect(text).toMatch(/^error at api_key: /);
  expect(text).not.toContain('ZENKEY with spaces');
});

test('a website is no ZenML server', async () => {
  server.on('POST', '/api/v1/login', { status: 404, body: '<!doctype html><title>A website</title>' });
  server.on('GET', '/api/v1/info', { body: '<!doctype html><title>A website</title>' });
  const [text] = said(await configure({ server_url: ORIGIN, api_key: API_KEY }));
  expect(text).toMatch(/^error at server_url: Not a ZenML Server: .*zenml\.test.*HTML/);
});

test('an old server is refused with its version', async () => {
  server.onLogin();
  onInfo('0.75.0');
  const outcome = await configure({ server_url: ORIGIN, api_key: API_KEY });
  expect(said(outcome)).toEqual([expect.stringMatching(/^error at server_url: .*0\.75\.0.*0\.80\.0/)]);
  expect(outcome.value).toBeUndefined();
});

test.each([
  ['0.79.9', true],
  ['0.80.0', false],
  ['0.80.0rc1', false],
  ['0.98.0', false],
  ['1.0.0', false],
  ['v0.9.0', true],
  ['nightly', false],
])('%s comes before 0.80.0: %s', (version, older) => {
  expect(isOlder(version, '0.80.0')).toBe(older);
});
