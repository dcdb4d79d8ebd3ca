import { componentAnswer, ID, projectAnswer, userAnswer } from './support/answers';
import { failureOf } from './support/failure';
import { MockZenml, type Answer, type Method } from './support/mock-zenml';
import { pauses } from './support/skipped-pauses';

jest.mock('node:timers/promises', () =>
  jest.requireActual<{ skippingPauses(): object }>('./support/skipped-pauses').skippingPauses(),
);

const PROJECTS = '/api/v1/projects';
const PROJECT = `${PROJECTS}/${ID}`;
const VERIFY = '/api/v1/service_connectors/verify';
const BUSY = { status: 503, body: { detail: 'starting' } };
const CUT: Answer = { body: '{"id": "0b3a', headers: { 'content-type': 'application/json' } };
const TOKEN = { apiToken: 't' };

beforeEach(() => {
  pauses.length = 0;
});

type Client = ReturnType<MockZenml['client']>;

const CALLS: readonly [string, Method, string, unknown, (client: Client) => Promise<unknown>][] = [
  ['a read', 'GET', PROJECT, projectAnswer(), ({ projects }) => projects.get(ID)],
  ['a create', 'POST', PROJECTS, projectAnswer(), ({ projects }) => projects.create({ name: 'fraud' })],
  ['an update', 'PUT', PROJECT, projectAnswer(), ({ projects }) => projects.update(ID, { description: '' })],
  ['a deletion', 'DELETE', PROJECT, null, ({ projects }) => projects.delete(ID)],
  [
    'a verification',
    'POST',
    VERIFY,
    { error: null, resources: [] },
    ({ serviceConnectors }) =>
      serviceConnectors.verifyConfiguration({ name: 'aws', type: 'aws', authMethod: 'secret-key' }),
  ],
];

describe.each(CALLS)('%s', (_what, method, path, body, call) => {
  test.each([429, 502, 503, 504])('is repeated after %i', async (status) => {
    const server = new MockZenml().on(method, path, { status, body: { error: 'busy' } }, 2).on(method, path, { body });
    await call(server.client(TOKEN));
    expect(server.seen).toHaveLength(3);
  });

  test.each(['ECONNRESET', 'ECONNREFUSED', 'EAI_AGAIN', 'UND_ERR_SOCKET', 'UND_ERR_CONNECT_TIMEOUT'])(
    'is repeated after %s',
    async (code) => {
      const server = new MockZenml().onFailure(method, path, code, 2).on(method, path, { body });
      await call(server.client(TOKEN));
      expect(server.seen).toHaveLength(3);
    },
  );

  test('is repeated after an answer that was cut short', async () => {
    const server = new MockZenml().on(method, path, CUT).on(method, path, { body });
    await call(server.client(TOKEN));
    expect(server.seen).toHaveLength(2);
  });

  test.each([400, 403, 404, 409, 422, 500])('is not repeated after %i', async (status) => {
    const server = new MockZenml().on(method, path, { status, body: { detail: ['ValueError', 'no'] } });
    await call(server.client(TOKEN)).catch((error: unknown) => {
      expect(error).toMatchObject({ status });
    });
    expect(server.seen).toHaveLength(1);
  });

  test.each(['ENOTFOUND', 'CERT_HAS_EXPIRED', 'SELF_SIGNED_CERT_IN_CHAIN'])(
    'is not repeated after %s',
    async (code) => {
      const server = new MockZenml().onFailure(method, path, code);
      expect(await failureOf(call(server.client(TOKEN)))).toMatchObject({ code: 'unreachable' });
      expect(server.seen).toHaveLength(1);
    },
  );
});

describe('repeating', () => {
  test('goes on for as long as a server takes to restart, with growing pauses that differ by chance', async () => {
    const server = new MockZenml().on('GET', PROJECT, BUSY, 9);
    const error = await failureOf(server.client(TOKEN).projects.get(ID));
    expect(error).toMatchObject({ code: 'server', status: 503, detail: 'starting', mayBeDone: false });
    expect(error.message).toContain('It was tried 9 times.');
    const sum = pauses.reduce((total, pause) => total + pause, 0);
    expect(sum).toBeGreaterThan(29_000);
    expect(sum).toBeLessThan(50_000);
    pauses.forEach((pause, retry) => {
      const middle = Math.min(500 * 2 ** retry, 8000);
      expect(pause / middle).toBeGreaterThanOrEqual(0.75);
      expect(pause / middle).toBeLessThanOrEqual(1.25);
    });
    expect(new Set(pauses.map((pause, retry) => pause / Math.min(500 * 2 ** retry, 8000))).size).toBeGreaterThan(1);
  });

  test('happens as often as the client is told', async () => {
    const server = new MockZenml().on('GET', PROJECT, BUSY);
    const error = await failureOf(server.client({ ...TOKEN, maxRetries: 0 }).projects.get(ID));
    expect(error.message).not.toContain('tried');
    expect(server.seen).toHaveLength(1);
  });

  test('waits as long as the server asks, and little longer', async () => {
    const server = new MockZenml()
      .on('GET', PROJECT, { status: 429, body: { error: 'slow down' }, headers: { 'retry-after': '20' } })
      .on('GET', PROJECT, {
        status: 503,
        body: 'busy',
        headers: { 'retry-after': new Date(Date.now() + 40_000).toUTCString() },
      })
      .on('GET', PROJECT, { body: projectAnswer() });
    await server.client(TOKEN).projects.get(ID);
    expect(pauses[0]).toBeGreaterThanOrEqual(20_000);
    expect(pauses[0]).toBeLessThanOrEqual(25_000);
    expect(pauses[1]).toBeGreaterThan(35_000);
    expect(pauses[1]).toBeLessThanOrEqual(50_000);
  });

  test("waits until a time by the server's clock, whatever ours says", async () => {
    const date = Date.now() - 3_600_000;
    const headers = { date: new Date(date).toUTCString(), 'retry-after': new Date(date + 20_000).toUTCString() };
    const server = new MockZenml()
      .on('GET', PROJECT, { status: 503, body: 'busy', headers })
      .on('GET', PROJECT, { body: projectAnswer() });
    await server.client(TOKEN).projects.get(ID);
    expect(pauses[0]).toBeGreaterThanOrEqual(20_000);
    expect(pauses[0]).toBeLessThanOrEqual(25_000);
  });

  test.each(['0', '-5', '', 'Thu, 01 Jan 1970 00:00:00 GMT'])(
    'pauses as ever where the server asks for no wait: %j',
    async (value) => {
      const busy = { status: 429, body: { error: 'slow down' }, headers: { 'retry-after': value } };
      const server = new MockZenml().on('GET', PROJECT, busy, 9);
      await failureOf(server.client(TOKEN).projects.get(ID));
      expect(pauses.reduce((total, pause) => total + pause, 0)).toBeGreaterThan(29_000);
    },
  );

  test('does not begin where the server asks for more time than the call has', async () => {
    const headers = { 'retry-after': '3600' };
    const server = new MockZenml().on('GET', PROJECT, { status: 429, body: { error: 'slow down' }, headers });
    const error = await failureOf(server.client(TOKEN).projects.get(ID));
    expect(error).toMatchObject({ code: 'server', status: 429 });
    expect(pauses).toEqual([]);
  });

  test('of a refused connection ends soon while the server has never answered: then the address is wrong', async () => {
    const server = new MockZenml().onFailure('GET', PROJECT, 'ECONNREFUSED', 3);
    const error = await failureOf(server.client(TOKEN).projects.get(ID));
    expect(error.message).toMatch(/nothing accepts connections.*tried 3 times/);
  });

  test('of a refused connection goes on once the server has answered: then it restarts', async () => {
    const server = new MockZenml()
      .on('GET', '/api/v1/current-user', { body: userAnswer() })
      .onFailure('GET', PROJECT, 'ECONNREFUSED', 8)
      .on('GET', PROJECT, { body: projectAnswer() });
    const client = server.client(TOKEN);
    await client.currentUser();
    expect((await client.projects.get(ID))?.id).toBe(ID);
  });
});

describe('the idempotency key', () => {
  const keysOf = (server: MockZenml) => server.seen.map(({ headers }) => headers['idempotency-key']);

  test('of a create is one for all its attempts', async () => {
    const server = new MockZenml()
      .on('POST', PROJECTS, BUSY)
      .onFailure('POST', PROJECTS, 'ECONNRESET')
      .on('POST', PROJECTS, { body: projectAnswer() });
    await server.client(TOKEN).projects.create({ name: 'fraud' });
    expect(keysOf(server)).toHaveLength(3);
    expect(new Set(keysOf(server)).size).toBe(1);
  });

  test('of a verification is another for each: one that is stuck must not end them all', async () => {
    const server = new MockZenml().on('POST', VERIFY, BUSY, 2).on('POST', VERIFY, { body: { resources: [] } });
    const { serviceConnectors } = server.client(TOKEN);
    await serviceConnectors.verifyConfiguration({ name: 'aws', type: 'aws', authMethod: 'secret-key' });
    expect(new Set(keysOf(server)).size).toBe(3);
  });

  test('of a verification stays while the server is at work on it, for the answer is had under it', async () => {
    const atWork = { status: 429, body: { error: 'Server too busy. Please try again later.' } };
    const server = new MockZenml().on('POST', VERIFY, atWork, 2).on('POST', VERIFY, { body: { resources: [] } });
    const { serviceConnectors } = server.client(TOKEN);
    await serviceConnectors.verifyConfiguration({ name: 'aws', type: 'aws', authMethod: 'secret-key' });
    expect(keysOf(server)).toHaveLength(3);
    expect(new Set(keysOf(server)).size).toBe(1);
  });
});

describe('a write whose outcome is not known', () => {
  test.each([502, 503, 504])('since %i came to the end says that it may have been carried out', async (status) => {
    const server = new MockZenml().on('PUT', PROJECT, { status, body: '' }, 2);
    const error = await failureOf(server.client({ ...TOKEN, maxRetries: 1 }).projects.update(ID, {}));
    expect(error).toMatchObject({ code: 'server', status, mayBeDone: true });
    expect(error.message).toMatch(/tried 2 times\. The server may have carried it out all the same\.$/);
  });

  test('says so also where only the first of its attempts was sent', async () => {
    const server = new MockZenml().on('PUT', PROJECT, BUSY).onFailure('PUT', PROJECT, 'ECONNREFUSED', 8);
    const error = await failureOf(server.client(TOKEN).projects.update(ID, {}));
    expect(error).toMatchObject({ code: 'unreachable', mayBeDone: true });
  });

  test('says nothing of the kind where the server has only limited requests', async () => {
    const server = new MockZenml().on('PUT', PROJECT, { status: 429, body: { error: 'slow down' } }, 2);
    const error = await failureOf(server.client({ ...TOKEN, maxRetries: 1 }).projects.update(ID, {}));
    expect(error).toMatchObject({ status: 429, mayBeDone: false });
  });

  test('is done where a repeated deletion finds nothing', async () => {
    const server = new MockZenml()
      .onFailure('DELETE', PROJECT, 'ECONNRESET')
      .on('DELETE', PROJECT, { status: 404, body: { detail: ['KeyError', 'gone'] } });
    await expect(server.client(TOKEN).projects.delete(ID)).resolves.toBeUndefined();
  });
});

test('a batch of reads is repeated for all who wait', async () => {
  const server = new MockZenml().on('GET', '/api/v1/components', BUSY).on('GET', '/api/v1/components', {
    body: { total_pages: 1, items: [componentAnswer(), componentAnswer({ id: ID.replace('0', '1') })] },
  });
  const { components } = server.client(TOKEN);
  const found = await Promise.all([components.get(ID), components.get(ID.replace('0', '1'))]);
  expect(found.map((component) => component?.name)).toEqual(['store', 'store']);
  expect(server.seen).toHaveLength(2);
});
