import { formatPath, type Diagnostic, type Value } from '../../src/framework';
import { MockZenml, ORIGIN } from '../zenml/support/mock-zenml';
import { readDataSource, validateDataSource } from './support/data-source-runner';
import { providerClient, valueOf } from './support/resource-runner';
import {
  answer,
  component,
  connector,
  CONNECTOR_TYPES,
  CREATED,
  FLAVORS,
  ID,
  OTHER_ID,
  THIRD_ID,
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

const read = (typeName: string, config: Readonly<Record<string, Value>>) =>
  readDataSource(typeName, config, providerClient(server));

const said = (diagnostics: readonly Diagnostic[] = []) =>
  diagnostics.map(({ summary, detail, path }) => `${path ? formatPath(path) : '-'}: ${summary}: ${detail}`);

test('the server is one request', async () => {
  const info = { id: 'x', name: 'prod', version: '0.98.0', deployment_type: 'kubernetes', auth_scheme: 'EXTERNAL' };
  const urls = { server_url: 'https://zenml.test', dashboard_url: '', pro_workspace_name: 'ml', metadata: { a: 'b' } };
  server.on('GET', '/api/v1/info', { body: { ...info, ...urls } });
  expect(valueOf(await read('zenml_server', {}))).toMatchObject({
    ...info,
    ...urls,
    connected_url: ORIGIN,
    pro_organization_id: null,
  });
});

test('a stack by name has all its components, ordered by type', async () => {
  const store = component({});
  const alerter = (name: string, id: string) => component({}, { id, type: 'alerter', name, flavor_name: 'slack' });
  const alerters = [alerter('b', OTHER_ID), alerter('a', THIRD_ID)];
  const held = { description: 'Ours.', environment: { LEVEL: 'debug' }, secrets: [OTHER_ID] };
  server.on('GET', '/api/v1/stacks', {
    body: page(stack({ artifact_store: [store], alerter: alerters }, 'dev', held)),
  });
  expect(valueOf(await read('zenml_stack', { name: 'dev' }))).toEqual({
    id: ID,
    name: 'dev',
    components: [
      { id: OTHER_ID, name: 'b', type: 'alerter', flavor: 'slack' },
      { id: THIRD_ID, name: 'a', type: 'alerter', flavor: 'slack' },
      { id: ID, name: 'store', type: 'artifact_store', flavor: 's3' },
    ],
    component_ids: { alerter: OTHER_ID, artifact_store: ID },
    additional_component_ids: { alerter: [THIRD_ID] },
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
    environment: {},
    secrets: [],
    user_id: USER_ID,
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
    resource_types: ['docker-registry'],
    description: null,
    configuration: { username: 'ml' },
    user_id: USER_ID,
  });
});

describe('a secret', () => {
  const secret = (id: string, isPrivate: boolean, values: object = {}) =>
    answer('tracking', { private: isPrivate, values }, {}, id);
  const VALUES = { user: 'ml', token: 'hunter2hunter2' };

  test('by name has its keys in order and no value', async () => {
    server
      .on('GET', '/api/v1/secrets', { body: page(secret(ID, false)) })
      .on('GET', `/api/v1/secrets/${ID}`, { body: secret(ID, false, VALUES) });
    expect(valueOf(await read('zenml_secret', { name: 'tracking' }))).toEqual({
      id: ID,
      name: 'tracking',
      private: false,
      keys: ['token', 'user'],
      user_id: USER_ID,
      created: CREATED,
      updated: UPDATED,
    });
  });

  test('by id is one request', async () => {
    server.on('GET', `/api/v1/secrets/${ID}`, { body: secret(ID, true, VALUES) });
    expect(valueOf(await read('zenml_secret', { id: ID }))).toMatchObject({ private: true, keys: ['token', 'user'] });
    expect(server.seen).toHaveLength(1);
  });

  test('whose name another one has too is refused with the ids, unless it is said which', async () => {
    server
      .on('GET', '/api/v1/secrets', { body: page(secret(ID, false), secret(OTHER_ID, true)) }, 2)
      .on('GET', `/api/v1/secrets/${OTHER_ID}`, { body: secret(OTHER_ID, true, VALUES) });
    expect(said((await read('zenml_secret', { name: 'tracking' })).diagnostics)).toEqual([
      expect.stringMatching(new RegExp(`^name: Ambiguous Name: .*${ID}, ${OTHER_ID}`)),
    ]);
    expect(valueOf(await read('zenml_secret', { name: 'tracking', private: true }))).toMatchObject({ id: OTHER_ID });
  });
});

test('a project by name is one request', async () => {
  const project = answer('fraud', { display_name: 'Fraud' }, { description: '' });
  server.on('GET', '/api/v1/projects', { body: page(project) });
  expect(valueOf(await read('zenml_project', { name: 'fraud' }))).toEqual({
    id: ID,
    name: 'fraud',
    display_name: 'Fraud',
    description: null,
    created: CREATED,
    updated: UPDATED,
  });
});

test('a flavor by type and name has its schema as JSON', async () => {
  const configSchema = { properties: { path: { type: 'string' } } };
  const flavor = (type: string, id: string) =>
    answer(
      's3',
      { type, source: 'x.Y', integration: 's3', is_custom: false, user_id: null },
      { config_schema: configSchema },
      id,
    );
  server.on('GET', '/api/v1/flavors', { body: page(flavor('orchestrator', OTHER_ID), flavor('artifact_store', ID)) });
  expect(valueOf(await read('zenml_flavor', { type: 'artifact_store', name: 's3' }))).toMatchObject({
    id: ID,
    integration: 's3',
    is_custom: false,
    config_schema: JSON.stringify(configSchema),
    user_id: null,
  });
  expect(server.seen[0]?.query).toMatchObject({ type: 'artifact_store', name: 'equals:s3' });
});

describe('a connector type', () => {
  test('has its methods and resource types in order', async () => {
    server.on('GET', '/api/v1/service_connector_types', { body: CONNECTOR_TYPES });
    const found = valueOf(await read('zenml_service_connector_type', { type: 'aws' }));
    expect(found).toMatchObject({
      type: 'aws',
      auth_methods: [{ auth_method: 'iam-role' }, { auth_method: 'secret-key' }],
      resource_types: [
        { resource_type: 'aws-generic', auth_methods: ['secret-key', 'iam-role'], supports_instances: true },
        { resource_type: 's3-bucket' },
      ],
    });
    const [method] = found.auth_methods as readonly { config_schema: string }[];
    expect(JSON.parse(method?.config_schema ?? '')).toHaveProperty('properties.role_arn.type', 'string');
  });

  test('that the server does not have is named with those that it has', async () => {
    server.on('GET', '/api/v1/service_connector_types', { body: CONNECTOR_TYPES });
    expect(said((await read('zenml_service_connector_type', { type: 'awss' })).diagnostics)).toEqual([
      expect.stringMatching(/^type: Unknown Service Connector Type: .*Did you mean "aws"\? It has aws, docker/),
    ]);
  });
});

describe('the resources of a connector', () => {
  const reached = { resource_type: 'docker-registry', resource_ids: ['b', 'a'], error: null };
  const failed = { resource_type: 'aws-generic', resource_ids: null, error: 'no access' };
  const AT_VERIFY = `/api/v1/service_connectors/${ID}/verify`;

  test('are asked for by type and id, and come in order', async () => {
    server
      .on('GET', '/api/v1/service_connectors', { body: page(connector({})) })
      .on('PUT', AT_VERIFY, { body: { error: null, resources: [reached, failed] } });
    const config = { name: 'registry', resource_type: 'docker-registry', resource_id: 'a' };
    expect(valueOf(await read('zenml_service_connector_resources', config))).toEqual({
      ...config,
      id: ID,
      resources: [
        { resource_type: 'aws-generic', resource_ids: [], error: 'no access' },
        { resource_type: 'docker-registry', resource_ids: ['a', 'b'], error: null },
      ],
    });
    expect(server.seen.at(-1)?.query).toEqual({ resource_type: 'docker-registry', resource_id: 'a' });
  });

  test.each([
    ['does not work', 'bad key', /Service Connector Not Working: .*"registry": bad key\. Correct/],
    [
      'authenticates implicitly, which the server does not permit,',
      'Implicit authentication methods for service connectors are implicitly disabled for security reasons.',
      /Service Connector Not Working: .*Start the server with ZENML_ENABLE_IMPLICIT_AUTH_METHODS=true/,
    ],
  ])('of a connector that %s are an error', async (_, error, message) => {
    server
      .on('GET', `/api/v1/service_connectors/${ID}`, { body: connector({}) })
      .on('PUT', AT_VERIFY, { body: { error, resources: [] } });
    expect(said((await read('zenml_service_connector_resources', { id: ID })).diagnostics)).toEqual([
      expect.stringMatching(message),
    ]);
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
  ['zenml_stack', { id: 'dev' }, /^id: .*"dev" is no id/],
  ['zenml_service_connector', { id: '' }, /`name` is not set/],
  ['zenml_stack_component', { name: 'store' }, /`type` and `name`; `type` is not set/],
  ['zenml_flavor', { name: 's3' }, /`type` and `name`; `type` is not set/],
  ['zenml_project', {}, /`name` is not set/],
  ['zenml_secret', { private: true }, /`name` is not set/],
  ['zenml_service_connector_resources', { resource_type: 's3-bucket' }, /`name` is not set/],
  ['zenml_service_connector_resources', { name: 'aws', resource_id: 's3://b' }, /Set `resource_type` too/],
])('%s with %j is refused at validation', (typeName, config, expected) => {
  expect(said(validateDataSource(typeName, config))).toEqual([expect.stringMatching(expected)]);
});
