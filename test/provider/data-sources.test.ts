import { formatPath, type Diagnostic, type Outcome, type Value, type ValueRecord } from '../../src/framework';
import { createZenmlProvider } from '../../src/provider';
import { MockZenml } from '../zenml/support/mock-zenml';
import { providerClient, context, valueOf } from './support/resource-runner';
import {
  component,
  connector,
  CONNECTOR_TYPES,
  CREATED,
  FLAVORS,
  ID,
  OTHER_ID,
  page,
  stack,
  UPDATED,
  USER_ID,
} from './support/server-answers';

let server: MockZenml;

beforeEach(() => {
  server = new MockZenml();
});

afterEach(async () => {
  server.assertAllMade();
  await server.agent.close();
});

function source(typeName: string) {
  const found = createZenmlProvider().dataSources.find((dataSource) => dataSource.typeName === typeName);
  if (!found) throw new Error(`no data source ${typeName}`);
  return found;
}

function whole(typeName: string, config: Readonly<Record<string, Value>>): ValueRecord {
  return Object.fromEntries(
    Object.keys(source(typeName).schema.attributes).map((name) => [name, config[name] ?? null]),
  );
}

function read(typeName: string, config: Readonly<Record<string, Value>>): Promise<Outcome<ValueRecord>> {
  const client = providerClient(server);
  return source(typeName).read({ config: whole(typeName, config), client, context });
}

const said = (diagnostics: readonly Diagnostic[] = []) =>
  diagnostics.map(({ summary, detail, path }) => `${path ? formatPath(path) : '-'}: ${summary}: ${detail}`);

test('the server is one request', async () => {
  const info = { id: 'x', name: 'prod', version: '0.98.0', deployment_type: 'kubernetes', auth_scheme: 'EXTERNAL' };
  const urls = { server_url: 'https://zenml.test', dashboard_url: '', pro_workspace_name: 'ml', metadata: { a: 'b' } };
  server.on('GET', '/api/v1/info', { body: { ...info, ...urls } });
  expect(valueOf(await read('zenml_server', {}))).toMatchObject({
    ...info,
    ...urls,
    pro_organization_id: null,
  });
});

test('a stack by name has all its components, ordered by type', async () => {
  const store = component({});
  const alerters = [component({}, { id: OTHER_ID, type: 'alerter', name: 'b', flavor_name: 'slack' })];
  const held = { description: 'Ours.', environment: { LEVEL: 'debug' }, secrets: [OTHER_ID] };
  server.on('GET', '/api/v1/stacks', {
    body: page(stack({ artifact_store: [store], alerter: alerters }, 'dev', held)),
  });
  expect(valueOf(await read('zenml_stack', { name: 'dev' }))).toEqual({
    id: ID,
    name: 'dev',
    components: [
      { id: OTHER_ID, name: 'b', type: 'alerter', flavor: 'slack' },
      { id: ID, name: 'store', type: 'artifact_store', flavor: 's3' },
    ],
    ...held,
    labels: {},
    user_id: USER_ID,
    created: CREATED,
    updated: UPDATED,
  });
});

test('a component by type and name is not one of another type, and gives no secret', async () => {
  const other = component({}, { id: OTHER_ID, type: 'orchestrator' });
  const held = { path: 's3://b', client_kwargs: { a: 1 }, key: 'hunter2hunter2' };
  server
    .on('GET', '/api/v1/components', { body: page(other, component(held)) })
    .on('GET', '/api/v1/flavors', { body: FLAVORS });
  expect(valueOf(await read('zenml_stack_component', { name: 'store', type: 'artifact_store' }))).toMatchObject({
    id: ID,
    configuration: { path: 's3://b', client_kwargs: '{"a":1}' },
    connector_id: null,
  });
});

test('a connector gives no secret', async () => {
  const configuration = { username: 'ml', password: 'hunter2hunter2', unheard_of: 'x' };
  server
    .on('GET', `/api/v1/service_connectors/${ID}`, { body: connector(configuration) })
    .on('GET', '/api/v1/service_connector_types', { body: CONNECTOR_TYPES });
  expect(valueOf(await read('zenml_service_connector', { id: ID }))).toMatchObject({
    name: 'registry',
    resource_type: 'docker-registry',
    configuration: { username: 'ml' },
  });
});

test('what is not there is named', async () => {
  server
    .on('GET', '/api/v1/stacks', { body: page() })
    .on('GET', `/api/v1/components/${ID}`, { status: 404, body: { detail: ['KeyError', 'none'] } });
  expect(said((await read('zenml_stack', { name: 'prod' })).diagnostics)).toEqual([
    expect.stringMatching(/^name: .*no stack with the name "prod"/),
  ]);
  expect(said((await read('zenml_stack_component', { id: ID })).diagnostics)).toEqual([
    expect.stringMatching(new RegExp(`^id: .*no stack component with the id "${ID}"`)),
  ]);
});

test.each([
  ['zenml_stack', {}, /`id`, or its `name`; `name` is not set/],
  ['zenml_service_connector', { id: '' }, /`name` is not set/],
  ['zenml_stack_component', { name: 'store' }, /`type` and `name`; `type` is not set/],
])('%s with %j is refused at validation', (typeName, config, expected) => {
  const { validateConfig } = { validateConfig: source(typeName).validateConfig?.bind(source(typeName)) };
  expect(said(validateConfig?.({ config: whole(typeName, config) }))).toEqual([expect.stringMatching(expected)]);
});
