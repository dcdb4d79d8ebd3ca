import { formatPath, UNKNOWN, type Diagnostic } from '../../src/framework';
import type { ProviderClient } from '../../src/provider/server/provider-client';
import { MockZenml } from '../zenml/support/mock-zenml';
import { providerClient, ResourceRunner } from './support/resource-runner';
import { answer, component, connector, CREATED, ID, OTHER_ID, page, THIRD_ID, UPDATED } from './support/server-answers';

const STORE = { name: 'store', type: 'artifact_store', flavor: 's3', connector_id: ID };
const AT_ID = `/api/v1/service_connectors/${ID}`;
const IN_USE = { status: 403, body: { detail: ['IllegalOperationError', 'still referenced by 1 stack components'] } };

let server: MockZenml;
let client: ProviderClient;
let connectors: ResourceRunner;
let components: ResourceRunner;

beforeEach(() => {
  server = new MockZenml();
  client = providerClient(server, { apiToken: 'token' }, { skipValidation: true });
  connectors = new ResourceRunner('zenml_service_connector', client);
  components = new ResourceRunner('zenml_stack_component', client);
});

afterEach(async () => {
  server.assertAllMade();
  await server.agent.close();
});

const state = () => connectors.model({ id: ID, name: 'registry', type: 'docker', auth_method: 'password' });
const store = () => components.model({ ...STORE, id: OTHER_ID, created: CREATED, updated: UPDATED });
const user = () => component({}, { id: OTHER_ID, connector: answer('registry', {}, {}, ID) });
const said = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(
    ({ severity, summary, detail, path }) => `${severity} ${path ? formatPath(path) : '-'}: ${summary}: ${detail}`,
  );

const onUsers = (times = 1) => server.on('GET', '/api/v1/components', { body: page(user()) }, times);
const onRetire = () =>
  server
    .on('DELETE', AT_ID, IN_USE)
    .on('GET', AT_ID, { body: connector({}) })
    .on('PUT', AT_ID, ({ body }) => ({ body: connector({}, JSON.parse(body) as Record<string, unknown>) }));

/** Names that the connector was given. */
const names = () =>
  server.seen
    .filter(({ method, path }) => method === 'PUT' && path === AT_ID)
    .map(({ body }) => (JSON.parse(body) as { name: string }).name);

test('a connector whose components leave it in the same run is only renamed, and deleted with the last that leaves', async () => {
  onUsers(2);
  onRetire();
  const planning = connectors.planDestroy(state());
  const { planned } = await components.plan({ ...STORE, connector_id: UNKNOWN }, store());
  expect(planned).toMatchObject({ connector_id: UNKNOWN });
  await planning;
  expect(await connectors.delete(state())).toEqual([]);
  expect(names()).toEqual([expect.stringMatching(/^registry-retired-[0-9a-f]{8}$/)]);
  server.on('PUT', `/api/v1/components/${OTHER_ID}`, { body: user() }).on('DELETE', AT_ID, { body: null });
  expect((await components.apply({ ...STORE, connector_id: THIRD_ID }, store())).diagnostics).toEqual([]);
});

test.each([
  ['cannot be deleted', { status: 500, body: { detail: ['RuntimeError', 'broken'] } }, 1],
  ['is still used by others, whose updates delete it', IN_USE, 0],
])('a renamed connector that %s is named only where nothing else deletes it', async (_, refusal, warnings) => {
  onUsers(2);
  onRetire();
  const planning = connectors.planDestroy(state());
  await components.plan({ ...STORE, connector_id: UNKNOWN }, store());
  await planning;
  await connectors.delete(state());
  server.on('PUT', `/api/v1/components/${OTHER_ID}`, { body: user() }).on('DELETE', AT_ID, refusal);
  const { value, diagnostics } = await components.apply({ ...STORE, connector_id: THIRD_ID }, store());
  expect(value).toMatchObject({ connector_id: THIRD_ID });
  expect(said(diagnostics)).toEqual(
    Array(warnings).fill(
      expect.stringMatching(
        /^warning -: Retired Service Connector Not Deleted: .*"registry-retired-[0-9a-f]{8}" .*broken.*delete it yourself/,
      ),
    ),
  );
});

test('a renamed connector is named where the update of its component fails, since no later one may come', async () => {
  onUsers(2);
  onRetire();
  const planning = connectors.planDestroy(state());
  await components.plan({ ...STORE, connector_id: UNKNOWN }, store());
  await planning;
  await connectors.delete(state());
  server.on('PUT', `/api/v1/components/${OTHER_ID}`, { status: 500, body: { detail: ['RuntimeError', 'broken'] } });
  const { diagnostics } = await components.apply({ ...STORE, connector_id: THIRD_ID }, store());
  expect(said(diagnostics)).toEqual([
    expect.stringMatching(/^error -: ZenML Server Failed: /),
    expect.stringMatching(/^warning -: Retired Service Connector Not Deleted: .*"registry-retired-/),
  ]);
});

test('a connector that a component keeps is not touched, and the error names the component', async () => {
  onUsers(2);
  await components.plan(STORE, store());
  await connectors.planDestroy(state());
  server.on('DELETE', AT_ID, IN_USE);
  expect(said(await connectors.delete(state()))).toEqual([
    expect.stringMatching(/^error -: Service Connector Still in Use: .*"registry".*the stack component "store"/),
  ]);
  expect(names()).toEqual([]);
});

test('a connector that another one replaces goes on under another name for components of others', async () => {
  const { privateState = {} } = await connectors.plan({ name: 'registry', type: 'docker', auth_method: 'password' });
  connectors.privateState = privateState;
  onUsers();
  onRetire();
  expect(said(await connectors.delete(state()))).toEqual([
    expect.stringMatching(/^warning -: Service Connector Retired Instead of Deleted: .*"registry-retired-.*"store"/),
  ]);
});

test('a component that leaves a connector of any other kind asks only whether it was kept for it', async () => {
  server.on('PUT', `/api/v1/components/${OTHER_ID}`, { body: user() }).on('GET', AT_ID, { body: connector({}) });
  await components.apply({ ...STORE, connector_id: THIRD_ID }, store());
  expect(server.seen.map(({ method }) => method)).toEqual(['PUT', 'GET']);
});
