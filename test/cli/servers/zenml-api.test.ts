import { MockAgent } from 'undici';
import { ZenmlApi, ZenmlApiError } from '../../../src/cli/servers/zenml-api';

const URL = 'http://zenml.example.test';
let agent: MockAgent;

beforeEach(() => {
  agent = new MockAgent();
  agent.disableNetConnect();
});
afterEach(async () => {
  agent.assertNoPendingInterceptors();
  await agent.close();
});

function answer(method: string, path: string, status: number, body: object = {}): void {
  agent
    .get(URL)
    .intercept({ method, path: `/api/v1${path}` })
    .reply(status, body);
}

async function login(): Promise<ZenmlApi> {
  answer('POST', '/login', 200, { access_token: 'token' });
  return ZenmlApi.loginWithKey(URL, 'key', agent);
}

test('logs in with a key as the password, in the form and not in the address', async () => {
  agent
    .get(URL)
    .intercept({ method: 'POST', path: '/api/v1/login', body: 'password=ZENKEY_a%26b' })
    .reply(200, { access_token: 'token' });
  await expect(ZenmlApi.loginWithKey(URL, 'ZENKEY_a&b', agent)).resolves.toBeInstanceOf(ZenmlApi);
});

test('a refused login names the call and the status, not the key', async () => {
  answer('POST', '/login', 401, { detail: ['CredentialsNotValid', 'no'] });
  const failure = await ZenmlApi.loginWithKey(URL, 'secret-key', agent).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ZenmlApiError);
  expect(String(failure)).toBe('ZenmlApiError: POST /login answered 401');
});

test('makes a service account and a key', async () => {
  const api = await login();
  answer('POST', '/service_accounts', 200, { id: 'account' });
  answer('POST', '/service_accounts/account/api_keys', 200, { body: { key: 'ZENKEY' } });
  await expect(api.issueApiKey(await api.ensureServiceAccount('quickstart'), 'quickstart')).resolves.toBe('ZENKEY');
});

test('finds the service account that exists, and replaces the key that exists', async () => {
  const api = await login();
  answer('POST', '/service_accounts', 409);
  answer('GET', '/service_accounts?name=quickstart', 200, { items: [{ id: 'account', name: 'quickstart' }] });
  answer('POST', '/service_accounts/account/api_keys', 409);
  answer('PUT', '/service_accounts/account/api_keys/quickstart/rotate', 200, { body: { key: 'NEW' } });
  await expect(api.issueApiKey(await api.ensureServiceAccount('quickstart'), 'quickstart')).resolves.toBe('NEW');
});

test('lists what is not the default of the server', async () => {
  const api = await login();
  answer('GET', '/components?size=1000', 200, {
    items: [
      { id: '1', name: 'default' },
      { id: '2', name: 'ours' },
    ],
  });
  await expect(api.listOwn('components')).resolves.toEqual([{ id: '2', name: 'ours' }]);
});

test.each([
  [200, true],
  [401, false],
  [500, false],
])('a verification that answers %i means verified: %s', async (status, verified) => {
  const api = await login();
  answer('GET', '/service_connectors/c?expand_secrets=false', 200, { name: 'aws' });
  answer('PUT', '/service_connectors/c/verify', status);
  await expect(api.verifyConnector('c')).resolves.toEqual({ name: 'aws', verified });
});
