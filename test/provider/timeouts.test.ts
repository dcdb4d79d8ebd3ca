import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { formatPath, type Diagnostic, type Value } from '../../src/framework';
import { ProviderClient } from '../../src/provider/server/provider-client';
import { ResourceRunner, valueOf } from './support/resource-runner';
import { connector, CREATED, ID, OTHER_ID, UPDATED, USER_ID } from './support/server-answers';

let server: Server;
let client: ProviderClient;
let asked: string[];

beforeAll(async () => {
  // Loading it counts to the first request, and takes longer than the timeouts below on a busy machine.
  await import('undici');
  // Takes every write and answers none.
  server = createServer(({ method, url = '' }, response) => {
    asked.push(`${method} ${url}`);
    if (method !== 'GET') return;
    const isCatalog = /flavors|service_connector_types/.test(url);
    response.writeHead(isCatalog ? 403 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(isCatalog ? { detail: ['IllegalOperationError', 'no'] } : connector({})));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const serverUrl = `http://127.0.0.1:${port}`;
  const settings = { adoptExisting: false, skipValidation: true };
  client = new ProviderClient({ serverUrl, apiToken: 'token' }, settings);
  // The first request loads undici, which takes longer than the time limits below.
  asked = [];
  await client.components.get(ID).catch(() => undefined);
});

beforeEach(() => {
  asked = [];
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

type Attributes = Readonly<Record<string, Value>>;

const RESOURCES: readonly [string, Attributes, Attributes][] = [
  ['zenml_project', { name: 'fraud' }, { created: CREATED, updated: UPDATED }],
  [
    'zenml_secret',
    { name: 'tracker', private: false, values: { token: 'one' } },
    { user_id: USER_ID, created: CREATED, updated: UPDATED },
  ],
  [
    'zenml_service_connector',
    { name: 'account', type: 'docker', auth_method: 'password', verify: false },
    { user: USER_ID, created: CREATED, updated: UPDATED },
  ],
  [
    'zenml_stack_component',
    { name: 'store', type: 'artifact_store', flavor: 'local' },
    { created: CREATED, updated: UPDATED },
  ],
  ['zenml_stack', { name: 'dev', components: { artifact_store: ID, orchestrator: OTHER_ID } }, {}],
];

const limited = (operation: string) => ({
  timeouts: { create: null, update: null, delete: null, [operation]: '300ms' },
});

const said = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ summary, detail, path }) => `${path ? formatPath(path) : '-'}: ${summary}: ${detail}`);

describe.each(RESOURCES)('%s, whose server does not answer,', (typeName, config, computed) => {
  const runner = () => new ResourceRunner(typeName, client);
  const state = (attributes: Attributes) => runner().model({ ...config, ...computed, ...attributes, id: ID });

  test('gives up creating when its time is over, and says that it may exist', async () => {
    const { value, diagnostics } = await runner().apply({ ...config, ...limited('create') });
    expect(value).toBeUndefined();
    expect(said(diagnostics)).toEqual([
      expect.stringMatching(/^timeouts\.create: Not Done in Time: .* within 300ms, .*If it was made all the same/),
    ]);
  });

  test('gives up changing when its time is over, and says that the change may have been made', async () => {
    const changed = { ...config, name: 'other', ...limited('update') };
    const { diagnostics } = await runner().apply(changed, state({}));
    expect(said(diagnostics)).toEqual([
      expect.stringMatching(/^timeouts\.update: Not Done in Time: .*If the change was made all the same/),
    ]);
  });

  test('gives up deleting when the time that its state allows is over', async () => {
    expect(said(await runner().delete(state(limited('delete'))))).toEqual([
      expect.stringMatching(/^timeouts\.delete: Not Done in Time: .*If it is gone all the same/),
    ]);
  });

  test('changes its time limits without a request', async () => {
    const changed = { ...config, ...limited('delete') };
    const { planned } = await runner().plan(changed, state({}));
    expect(planned).toEqual(state(limited('delete')));
    expect(valueOf(await runner().apply(changed, state({})))).toEqual(planned);
    expect(asked).toEqual([]);
  });
});
