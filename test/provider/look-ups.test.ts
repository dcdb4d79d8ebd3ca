import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Diagnostic, Value } from '../../src/framework';
import { Deadline } from '../../src/provider/life-cycle/deadline';
import { updateDetached } from '../../src/provider/life-cycle/detached-update';
import { ProviderClient } from '../../src/provider/server/provider-client';
import type { ServiceConnector } from '../../src/zenml';
import { context, ResourceRunner } from './support/resource-runner';
import { component, connector, CREATED, ID, OTHER_ID, page, UPDATED, USER_ID } from './support/server-answers';

interface Answer {
  readonly status?: number;
  readonly body: unknown;
}

let server: Server;
let client: ProviderClient;
let asked: string[];
/** What the server answers; nothing where it is undefined. */
let answered: (request: string) => Answer | undefined;

beforeEach(async () => {
  asked = [];
  // Loading it takes longer than the times below.
  await import('undici');
  server = createServer(({ method, url = '' }, response) => {
    const request = `${method} ${url.split('?')[0]?.replace('/api/v1', '')}`;
    asked.push(request);
    const { status = 200, body } = answered(request) ?? {};
    if (body === undefined) return;
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const settings = { adoptExisting: false, skipValidation: true };
  const options = { serverUrl: `http://127.0.0.1:${port}`, apiToken: 'token', maxRetries: 0 };
  client = new ProviderClient(options, settings);
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** Stops what asks the server for something that it does not answer. */
function stopping(typeName: string): ResourceRunner {
  const stop = new AbortController();
  const refuse = answered;
  answered = (request) => {
    const answer = refuse(request);
    if (answer === undefined) setTimeout(stop.abort.bind(stop), 50);
    return answer;
  };
  return new ResourceRunner(typeName, client, { ...context, signal: stop.signal });
}

const TAKEN = { status: 409, body: { detail: ['EntityExistsError', 'an object of that name exists'] } };
const IN_USE = { status: 403, body: { detail: ['IllegalOperationError', 'still in use'] } };

type Attributes = Readonly<Record<string, Value>>;

const RESOURCES: readonly [string, string, Attributes, Attributes][] = [
  ['zenml_project', '/projects', { name: 'fraud' }, { created: CREATED, updated: UPDATED }],
  [
    'zenml_secret',
    '/secrets',
    { name: 'tracker', private: false, values: { token: 'one' } },
    { user_id: USER_ID, created: CREATED, updated: UPDATED },
  ],
  [
    'zenml_service_connector',
    '/service_connectors',
    { name: 'account', type: 'docker', auth_method: 'password', verify: false },
    { user: USER_ID, created: CREATED, updated: UPDATED },
  ],
  [
    'zenml_stack_component',
    '/components',
    { name: 'store', type: 'artifact_store', flavor: 'local' },
    { created: CREATED, updated: UPDATED },
  ],
  ['zenml_stack', '/stacks', { name: 'dev', components: { artifact_store: ID, orchestrator: OTHER_ID } }, {}],
];

const said = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ summary, detail }) => `${summary}: ${detail}`);

describe.each(RESOURCES)(
  '%s, whose name is taken and whose server does not say by what,',
  (type, path, config, computed) => {
    beforeEach(() => {
      answered = (request) => (request.startsWith('GET') ? undefined : TAKEN);
    });

    test('stops looking when it is told to, and says that the name is taken', async () => {
      const { diagnostics } = await stopping(type).apply(config);
      expect(said(diagnostics)).toEqual([expect.stringMatching(/^Name Already Taken: .*choose another name\.$/)]);
      expect(asked).toContain(`GET ${path}`);
    });

    test('does so in a change too, with what the server said', async () => {
      const runner = stopping(type);
      const prior = runner.model({ ...config, ...computed, id: ID });
      const { diagnostics } = await runner.apply({ ...config, name: 'other' }, prior);
      expect(said(diagnostics)).toEqual([expect.stringMatching(/^Conflict on .*an object of that name exists/)]);
      expect(asked).toContain(`GET ${path}`);
    });
  },
);

test('a flavor that is in use stops looking for what uses it when it is told to', async () => {
  answered = (request) => (request.startsWith('DELETE') ? IN_USE : undefined);
  const runner = stopping('zenml_flavor');
  const diagnostics = await runner.delete(runner.model({ id: ID, name: 'mine', type: 'orchestrator' }));
  expect(said(diagnostics)).toEqual([expect.stringMatching(/^ZenML Server Does Not Allow This: .*still in use/)]);
  expect(asked).toContain('GET /components');
});

test('a refused connector stops waiting for the catalog when it is told to, and hides every value then', async () => {
  const refused = { status: 400, body: { detail: ['ValueError', 'nothing at hush-hush'] } };
  answered = (request) => (request.startsWith('GET') ? undefined : refused);
  const configuration = { registry: 'hush-hush' };
  const config = { name: 'account', type: 'docker', auth_method: 'password', verify: false, configuration };
  const { diagnostics } = await stopping('zenml_service_connector').apply(config);
  expect(said(diagnostics)).toEqual([expect.stringContaining('nothing at (hidden)')]);
  expect(asked).toContain('GET /service_connector_types');
});

test.each(['flavors', 'serviceConnectorTypes', 'serverInfo'] as const)(
  '%s, which are fetched for all, are awaited no longer than the time of who asks',
  async (catalog) => {
    answered = () => undefined;
    await expect(client[catalog]({ timeout: 100 })).rejects.toMatchObject({ code: 'timeout', mayBeDone: false });
  },
);

describe('a change with the components detached', () => {
  const user = component({}, { connector: connector({}), id: OTHER_ID });
  const held = { name: 'account' } as ServiceConnector;
  const deadline = (update: string, signal = context.signal) =>
    new Deadline({ timeouts: { create: null, update, delete: null } }, 'update', signal);

  test('is not begun where the components are not known in time', async () => {
    answered = () => undefined;
    const change = jest.fn(() => Promise.resolve(held));
    await expect(updateDetached(ID, change, { client, deadline: deadline('200ms') })).rejects.toMatchObject({
      code: 'timeout',
    });
    expect(change).not.toHaveBeenCalled();
  });

  test('attaches a component that could not be detached in time', async () => {
    const puts = () => asked.filter((request) => request.startsWith('PUT')).length;
    answered = (request) => {
      if (request.startsWith('GET')) return { body: page(user) };
      return puts() === 1 ? undefined : { body: user };
    };
    const change = jest.fn(() => Promise.resolve(held));
    const result = await updateDetached(ID, change, { client, deadline: deadline('400ms') });
    expect(result).toMatchObject({ error: { code: 'timeout' }, left: [] });
    expect(change).not.toHaveBeenCalled();
    expect(puts()).toBe(2);
  });

  test('attaches them also where it is stopped', async () => {
    const stop = new AbortController();
    answered = (request) => ({ body: request.startsWith('GET') ? page(user) : user });
    const change = () => {
      stop.abort();
      return Promise.resolve(held);
    };
    const result = await updateDetached(ID, change, { client, deadline: deadline('1m', stop.signal) });
    expect(result).toEqual({ connector: held, left: [] });
    expect(asked.filter((request) => request.startsWith('PUT'))).toHaveLength(2);
  });
});

describe('of the time for an operation', () => {
  const within = (create: string, signal = context.signal) =>
    new Deadline({ timeouts: { create, update: null, delete: null } }, 'create', signal);

  afterEach(() => jest.restoreAllMocks());

  test.each([
    ['what is left is for looking up', '10s', 10_000],
    ['half a minute is for looking up at most', '1h', 30_000],
    ['a little is for looking up also where none is left', '1ms', 5_000],
  ])('%s', (_what, limit, timeout) => {
    jest.spyOn(Date, 'now').mockReturnValue(1_000_000);
    expect(within(limit).lookUp()).toEqual({ signal: context.signal, timeout });
  });

  test.each([
    ['what is left is for putting right', '1h', 3_600_000],
    ['a minute is for putting right also where none is left', '1ms', 60_000],
  ])('%s, for all of it together', (_what, limit, timeout) => {
    const now = jest.spyOn(Date, 'now').mockReturnValue(1_000_000);
    const options = within(limit).amends();
    expect(options()).toEqual({ timeout });
    now.mockReturnValue(1_010_000);
    expect(options()).toEqual({ timeout: timeout - 10_000 });
  });

  test('a minute is for putting right where it is stopped', () => {
    jest.spyOn(Date, 'now').mockReturnValue(1_000_000);
    expect(within('1h', AbortSignal.abort()).amends()()).toEqual({ timeout: 60_000 });
  });
});
