import { createServer } from 'node:http';
import { ZenmlClient } from '../../src/zenml';
import { API_KEY, MockZenml } from './support/mock-zenml';
import { componentAnswer, pageAnswer, userAnswer } from './support/answers';
import { failureOf } from './support/failure';
import { Listening } from './support/listening';

const USER = '/api/v1/current-user';
const LOGIN = '/api/v1/login';
const EXPIRED = { status: 401, body: { detail: ['CredentialsNotValid', 'Signature has expired'] } };

function acceptOnly(token: string) {
  return ({ headers }: { headers: Readonly<Record<string, string>> }) =>
    headers.authorization === `Bearer ${token}` ? { body: userAnswer() } : EXPIRED;
}

describe('login with an API key', () => {
  test('happens once for 20 concurrent requests', async () => {
    const server = new MockZenml().onLogin().on('GET', USER, acceptOnly('token-1'), 20);
    const client = server.client();
    const users = await Promise.all(Array.from({ length: 20 }, () => client.currentUser()));
    expect(users.map((user) => user.name)).toEqual(Array<string>(20).fill('terraform'));
    expect(server.count('POST', LOGIN)).toBe(1);
    server.assertAllMade();
  });

  test('happens not at all before the first request', () => {
    const server = new MockZenml();
    server.client();
    expect(server.seen).toEqual([]);
  });

  test('sends the key as a form and neither user nor idempotency key', async () => {
    const server = new MockZenml().onLogin().on('GET', USER, { body: userAnswer() });
    await server.client({ apiKey: `${API_KEY}\n` }).currentUser();
    const login = server.seen[0];
    expect(login?.body).toBe(`password=${API_KEY}`);
    expect(login?.headers).not.toHaveProperty('idempotency-key');
  });

  test('is renewed once for all who wait when the token expires', async () => {
    const server = new MockZenml()
      .onLogin('old')
      .onLogin('new')
      .on('GET', USER, acceptOnly('old'))
      .on('GET', USER, acceptOnly('new'), 20);
    const client = server.client();
    await client.currentUser();
    await Promise.all(Array.from({ length: 10 }, () => client.currentUser()));
    expect(server.count('POST', LOGIN)).toBe(2);
    expect(server.count('GET', USER)).toBe(21);
    server.assertAllMade();
  });

  test('sends a refused write again with a new token, under its idempotency key', async () => {
    const project = { id: '0b3a1c5e-7d2f-4c6a-9e8b-1f2d3c4b5a69', name: 'p', body: { created: 'c', updated: 'u' } };
    const server = new MockZenml()
      .onLogin('old')
      .onLogin('new')
      .on('POST', '/api/v1/projects', EXPIRED)
      .on('POST', '/api/v1/projects', { body: project });
    expect((await server.client().projects.create({ name: 'p' })).name).toBe('p');
    const keys = server.seen
      .filter(({ path }) => path === '/api/v1/projects')
      .map(({ headers }) => headers['idempotency-key']);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  test('fails when a renewed token is refused as well', async () => {
    const server = new MockZenml().onLogin('old').onLogin('new').on('GET', USER, EXPIRED, 2);
    const error = await failureOf(server.client().currentUser());
    expect(error).toMatchObject({ code: 'unauthorized', status: 401, detail: 'Signature has expired' });
  });

  test('fails at once with a wrong key, and a wrong key is not tried again', async () => {
    const refused = { status: 401, body: { detail: ['CredentialsNotValid', `error decoding API key ${API_KEY}`] } };
    const server = new MockZenml().on('POST', LOGIN, refused);
    const client = server.client();
    const errors = await Promise.all([client.currentUser(), client.projects.list()].map(failureOf));
    errors.push(await failureOf(client.currentUser()));
    for (const error of errors) {
      expect(error).toMatchObject({ code: 'unauthorized', status: 401, path: LOGIN });
      expect(error.message).toMatch(/does not accept the API key.*Check that it is complete/);
      expect(JSON.stringify([error.message, error.detail])).not.toContain(API_KEY);
    }
    expect(server.count('POST', LOGIN)).toBe(1);
  });

  test('is tried anew by the next request after the server failed', async () => {
    const server = new MockZenml()
      .on('POST', LOGIN, { status: 503, body: { error: 'starting' } })
      .onLogin()
      .on('GET', USER, { body: userAnswer() });
    const client = server.client({ maxRetries: 0 });
    expect(await failureOf(client.currentUser())).toMatchObject({ code: 'server', status: 503 });
    expect((await client.currentUser()).name).toBe('terraform');
  });

  test('is repeated while the server limits logins or restarts', async () => {
    const server = new MockZenml()
      .on('POST', LOGIN, { status: 429, body: { error: 'slow down' }, headers: { 'retry-after': '0' } })
      .on('POST', LOGIN, { status: 503, body: { error: 'starting' } })
      .onLogin()
      .on('GET', USER, { body: userAnswer() });
    expect((await server.client().currentUser()).name).toBe('terraform');
    expect(server.count('POST', LOGIN)).toBe(3);
  });

  test('is renewed once when the token expires in the midst of a batch of reads', async () => {
    const id = '0b3a1c5e-7d2f-4c6a-9e8b-1f2d3c4b5a69';
    const other = id.replace('0', '1');
    const items = [componentAnswer({ id }), componentAnswer({ id: other })];
    const server = new MockZenml()
      .onLogin('old')
      .onLogin('new')
      .on('GET', '/api/v1/components', EXPIRED)
      .on('GET', '/api/v1/components', { body: pageAnswer(items) });
    const { components } = server.client();
    const found = await Promise.all([id, other].map((each) => components.get(each)));
    expect(found.map((component) => component?.id)).toEqual([id, other]);
    expect(server.count('POST', LOGIN)).toBe(2);
    server.assertAllMade();
  });

  test('is done for what servers tell everyone, where one does not', async () => {
    const info = { id: 'i', version: '0.98.0', deployment_type: 'other', auth_scheme: 'NO_AUTH' };
    const server = new MockZenml()
      .onLogin()
      .on('GET', '/api/v1/info', EXPIRED)
      .on('GET', '/api/v1/info', ({ headers }) => {
        expect(headers.authorization).toBe('Bearer token-1');
        return { body: info };
      });
    expect((await server.client().serverInfo()).version).toBe('0.98.0');
  });

  test('fails when the answer holds no token', async () => {
    const server = new MockZenml().on('POST', LOGIN, { body: { ok: true } });
    expect((await failureOf(server.client().currentUser())).message).toMatch(
      /access_token should be text and is missing/,
    );
  });

  test('goes on for others when the one who began it leaves', async () => {
    const server = new MockZenml().onLogin().on('GET', USER, { body: userAnswer() });
    const client = server.client();
    const leaver = new AbortController();
    const left = failureOf(client.currentUser({ signal: leaver.signal }));
    const stayed = client.currentUser();
    leaver.abort();
    expect((await left).code).toBe('aborted');
    expect((await stayed).name).toBe('terraform');
    expect(server.count('GET', USER)).toBe(1);
  });
});

test('a login takes no more of a call than the time that it has', async () => {
  const listening = new Listening();
  const port = await listening.listen(createServer(() => undefined));
  const client = new ZenmlClient({ serverUrl: `http://127.0.0.1:${port}`, apiKey: API_KEY, maxRetries: 0 });
  const error = await failureOf(client.currentUser({ timeout: 200 }));
  expect(error).toMatchObject({ code: 'timeout', path: USER, mayBeDone: false });
  await listening.close();
});

describe('logging in before the first request', () => {
  test('is the one login', async () => {
    const server = new MockZenml().onLogin().on('GET', USER, { body: userAnswer() });
    const client = server.client();
    await client.logIn();
    await client.currentUser();
    expect(server.count('POST', LOGIN)).toBe(1);
  });

  test('is nothing where there is a token', async () => {
    const server = new MockZenml();
    await server.client({ apiToken: 'token' }).logIn();
    expect(server.seen).toEqual([]);
  });
});

describe('a static API token', () => {
  test('is sent without a login', async () => {
    const server = new MockZenml().on('GET', USER, acceptOnly('mine'));
    expect((await server.client({ apiToken: 'mine' }).currentUser()).isServiceAccount).toBe(true);
  });

  test('that is refused ends in an error that says it has expired or is wrong', async () => {
    const server = new MockZenml().on('GET', USER, EXPIRED);
    const error = await failureOf(server.client({ apiToken: 'stale-token' }).currentUser());
    expect(error.code).toBe('unauthorized');
    expect(error.message).toMatch(/API token: it has expired, or it is wrong/);
    expect(error.message).not.toContain('stale-token');
  });
});

describe('credentials that cannot work are refused before any request', () => {
  const server = new MockZenml();
  test.each([
    ['none', { apiKey: undefined }, /neither an API key nor an API token/],
    ['both', { apiKey: 'a', apiToken: 'b' }, /give one/],
    ['an empty key', { apiKey: '  ' }, /the API key is empty/],
    ['a token with a line break', { apiToken: 'secret-\nvalue' }, /the API token holds spaces, line breaks/],
  ])('%s', (_name, options, message) => {
    const make = () => server.client(options);
    expect(make).toThrow(message);
    expect(make).not.toThrow(/secret-/);
  });
});
