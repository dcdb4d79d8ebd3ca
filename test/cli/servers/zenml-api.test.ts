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
  return ZenmlApi.login(URL, 'admin', 'password', agent);
}

test('logs in with the password in the form and not in the address', async () => {
  agent
    .get(URL)
    .intercept({ method: 'POST', path: '/api/v1/login', body: 'username=admin&password=a%26b' })
    .reply(200, { access_token: 'token' });
  await expect(ZenmlApi.login(URL, 'admin', 'a&b', agent)).resolves.toBeInstanceOf(ZenmlApi);
});

test('a refused login names the call and the status, not the password', async () => {
  answer('POST', '/login', 401, { detail: ['CredentialsNotValid', 'no'] });
  const failure = await ZenmlApi.login(URL, 'admin', 'secret', agent).catch((error: unknown) => error);
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
