import { formatPath, type Diagnostic } from '../../src/framework';
import { MockZenml } from '../zenml/support/mock-zenml';
import { providerClient, ResourceRunner, valueOf } from './support/resource-runner';
import { component, connector, CONNECTOR_TYPES, FLAVORS, ID } from './support/server-answers';

const SECRET = 'hunter2hunter2';

let server: MockZenml;
let connectors: ResourceRunner;
let components: ResourceRunner;

beforeEach(() => {
  server = new MockZenml();
  const client = providerClient(server);
  connectors = new ResourceRunner('zenml_service_connector', client);
  components = new ResourceRunner('zenml_stack_component', client);
});

afterEach(async () => {
  server.assertAllMade();
  await server.agent.close();
});

const said = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ summary, detail, path }) => `${path ? formatPath(path) : '-'}: ${summary}: ${detail}`);
const requests = () => server.seen.map(({ method, path }) => `${method} ${path.replace('/api/v1', '')}`);
const bodyOf = (index: number) => JSON.parse(server.seen.at(index)?.body ?? '{}') as Record<string, unknown>;

describe('a connector with write-only configuration', () => {
  const CONFIG = {
    name: 'registry',
    type: 'docker',
    auth_method: 'password',
    configuration: { registry: 'docker.io' },
    configuration_wo: { username: 'ml', password: SECRET },
    configuration_wo_version: 1,
  };
  const WHOLE = { registry: 'docker.io', username: 'ml', password: SECRET };
  const AT_ID = `/api/v1/service_connectors/${ID}`;
  const onTypes = () => server.on('GET', '/api/v1/service_connector_types', { body: CONNECTOR_TYPES });
  const onVerify = (error: string | null = null) =>
    server.on('POST', '/api/v1/service_connectors/verify', { body: { error, resources: [] } });
  const made = async () => {
    onTypes();
    onVerify().on('POST', '/api/v1/service_connectors', { body: connector(WHOLE) });
    return valueOf(await connectors.apply(CONFIG));
  };

  test('is verified and made with both parts, and keeps one in state', async () => {
    const state = await made();
    expect(bodyOf(1).configuration).toEqual(WHOLE);
    expect(bodyOf(2).configuration).toEqual(WHOLE);
    expect(state).toMatchObject({ configuration: { registry: 'docker.io' }, configuration_wo_version: 1 });
    expect(JSON.stringify(state)).not.toContain(SECRET);
  });

  test('is read without them', async () => {
    const state = await made();
    server.on('GET', AT_ID, { body: connector({ registry: 'docker.io' }, { updated: 'later' }) });
    expect(valueOf(await connectors.read(state))).toEqual({ ...state, updated: 'later' });
  });

  test('is changed by a new version alone, with everything', async () => {
    const state = await made();
    onVerify().on('PUT', AT_ID, { body: connector(WHOLE) });
    const rotated = { ...CONFIG.configuration_wo, password: 'rotated' };
    valueOf(await connectors.apply({ ...CONFIG, configuration_wo: rotated, configuration_wo_version: 2 }, state));
    expect(requests().slice(3)).toEqual(['POST /service_connectors/verify', `PUT /service_connectors/${ID}`]);
    expect(bodyOf(-2).configuration).toEqual({ registry: 'docker.io', ...rotated });
    expect(bodyOf(-1).configuration).toEqual({ registry: 'docker.io', ...rotated });
  });

  test('keeps what is stored where another attribute changes', async () => {
    const state = await made();
    server.on('PUT', AT_ID, { body: connector(WHOLE) });
    const config = { ...CONFIG, labels: { a: 'b' }, configuration_wo: { username: 'ml', password: 'not sent' } };
    valueOf(await connectors.apply(config, state));
    expect(bodyOf(-1)).not.toHaveProperty('configuration');
  });

  test('is no change where only its write-only values are other ones', async () => {
    const state = await made();
    const { planned } = await connectors.plan({ ...CONFIG, configuration_wo: { username: 'x', password: 'y' } }, state);
    expect(planned).toEqual(state);
  });

  test.each([
    [500, ['RuntimeError', `no connection for ${SECRET}`]],
    [403, ['IllegalOperationError', `not for ${SECRET}`]],
  ])('has no value of it in a message that the provider knows nothing of: %i', async (status, detail) => {
    onTypes();
    server.on('POST', '/api/v1/service_connectors', { status, body: { detail } });
    const wo = { configuration_wo: { username: SECRET, password: 'x' }, verify: false };
    const { diagnostics } = await connectors.apply({ ...CONFIG, ...wo });
    expect(diagnostics).toHaveLength(1);
    expect(JSON.stringify(diagnostics)).not.toContain(SECRET);
  });

  test('has no value of it in a message, and messages point at it', async () => {
    onTypes();
    const json = JSON.stringify({ private_key: 'the private key of it' });
    onVerify(`refused ml:${SECRET} and the private key of it`);
    const config = { ...CONFIG, configuration_wo: { username: json, password: SECRET } };
    const { diagnostics } = await connectors.apply(config);
    expect(diagnostics).toHaveLength(1);
    expect(JSON.stringify(diagnostics)).not.toMatch(/hunter2hunter2|the private key of it/);
    const detail = ['ValueError', "connector configuration is not valid: missing required attribute 'password'"];
    server.on('POST', '/api/v1/service_connectors', { status: 400, body: { detail } });
    expect(said((await connectors.apply({ ...CONFIG, verify: false })).diagnostics)).toEqual([
      expect.stringMatching(/^configuration_wo\["password"\]: .*`configuration_wo`/),
    ]);
  });
});

describe('a component with write-only configuration', () => {
  const CONFIG = {
    name: 'store',
    type: 'artifact_store',
    flavor: 's3',
    configuration: { path: 's3://bucket' },
    configuration_wo: { key: SECRET },
    configuration_wo_version: 1,
  };
  const WHOLE = { path: 's3://bucket', key: SECRET };
  const AT_ID = `/api/v1/components/${ID}`;
  const made = async () => {
    server.on('GET', '/api/v1/flavors', { body: FLAVORS }).on('POST', '/api/v1/components', { body: component(WHOLE) });
    return valueOf(await components.apply(CONFIG));
  };

  test('is made with both parts, and keeps one in state, after a read too', async () => {
    const state = await made();
    expect(bodyOf(-1).configuration).toEqual(WHOLE);
    expect(state.configuration).toEqual({ path: 's3://bucket' });
    server.on('GET', AT_ID, { body: component(WHOLE) });
    expect(valueOf(await components.read(state))).toEqual(state);
  });

  test('sends it anew with a new version only', async () => {
    const state = await made();
    server.on('PUT', AT_ID, { body: component(WHOLE) }, 2);
    valueOf(await components.apply({ ...CONFIG, name: 'new', configuration_wo: { key: 'other' } }, state));
    expect(bodyOf(-1)).not.toHaveProperty('configuration');
    valueOf(await components.apply({ ...CONFIG, configuration_wo: { key: 'k2' }, configuration_wo_version: 2 }, state));
    expect(bodyOf(-1).configuration).toEqual({ path: 's3://bucket', key: 'k2' });
  });

  test('is imported without its secrets', async () => {
    server.on('GET', '/api/v1/flavors', { body: FLAVORS }).on('GET', AT_ID, { body: component(WHOLE) });
    expect(valueOf(await components.import(ID))).toMatchObject({ configuration: { path: 's3://bucket' } });
  });

  test.each([
    [500, ['RuntimeError', `no connection to ${SECRET}`]],
    [400, ['ValueError', `${SECRET} is not possible`]],
    [404, ['KeyError', `no ${SECRET}`]],
    [403, ['IllegalOperationError', `not for ${SECRET}`]],
  ])('has no value of it in a message that the provider knows nothing of: %i', async (status, detail) => {
    server
      .on('GET', '/api/v1/flavors', { body: FLAVORS })
      .on('POST', '/api/v1/components', { status, body: { detail } });
    const wo = { configuration_wo: { path: SECRET }, configuration: null };
    const { diagnostics } = await components.apply({ ...CONFIG, ...wo });
    expect(diagnostics).toHaveLength(1);
    expect(JSON.stringify(diagnostics)).not.toContain(SECRET);
  });

  test('has no value of it in a message', async () => {
    const body = ['ValueError', `1 validation error for S3Config\nkey\n  ${SECRET} is no key [type=x, input_value=1]`];
    server.on('GET', '/api/v1/flavors', { body: FLAVORS }).on('POST', '/api/v1/components', { status: 422, body });
    const { diagnostics } = await components.apply(CONFIG);
    expect(said(diagnostics)).toEqual([expect.stringMatching(/^configuration_wo\["key"\]: /)]);
    expect(JSON.stringify(diagnostics)).not.toContain(SECRET);
  });
});
