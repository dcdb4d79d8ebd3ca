import { formatPath, UNKNOWN, type Diagnostic } from '../../src/framework';
import { MockZenml } from '../zenml/support/mock-zenml';
import { providerClient, ResourceRunner, valueOf } from './support/resource-runner';
import {
  answer,
  component,
  connector,
  CREATED,
  flavor,
  FLAVORS,
  ID,
  OTHER_ID,
  page,
  UPDATED,
} from './support/server-answers';

const STORE = { name: 'store', type: 'artifact_store', flavor: 's3', configuration: { path: 's3://bucket' } };
const KUBERNETES = { name: 'kube', type: 'orchestrator', flavor: 'kubernetes' };
const AT_ID = `/api/v1/components/${ID}`;
const AT_CONNECTOR = `/api/v1/service_connectors/${OTHER_ID}`;
const SKIP = { skipValidation: true };

let server: MockZenml;
let components: ResourceRunner;

beforeEach(() => {
  server = new MockZenml();
  components = new ResourceRunner('zenml_stack_component', providerClient(server));
});

afterEach(async () => {
  server.assertAllMade();
  await server.agent.close();
});

const onFlavors = () => server.on('GET', '/api/v1/flavors', { body: FLAVORS });
const requests = () => server.seen.map(({ method, path }) => `${method} ${path.replace('/api/v1', '')}`);
const lastBody = () => JSON.parse(server.seen.at(-1)?.body ?? '{}') as Record<string, unknown>;
const said = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ summary, detail, path }) => `${path ? formatPath(path) : '-'}: ${summary}: ${detail}`);

describe('creating', () => {
  test('is one POST after the login and the catalog', async () => {
    onFlavors()
      .onLogin()
      .on('POST', '/api/v1/components', { body: component({ path: 's3://bucket' }) });
    components = new ResourceRunner('zenml_stack_component', providerClient(server, {}));
    const state = valueOf(await components.apply(STORE));
    expect(requests()).toEqual(['POST /login', 'GET /flavors', 'POST /components']);
    expect(state).toEqual(components.model({ ...STORE, id: ID, created: CREATED, updated: UPDATED }));
    expect(lastBody()).toEqual({
      name: 'store',
      type: 'artifact_store',
      flavor: 's3',
      configuration: { path: 's3://bucket' },
      labels: {},
      connector: null,
      connector_resource_id: null,
    });
  });

  test('keeps the texts that the user wrote, whatever the server makes of them', async () => {
    onFlavors().on('POST', '/api/v1/components', { body: component({ synchronous: false, timeout: 5 }) });
    const configuration = { synchronous: 'False', timeout: '5' };
    const state = valueOf(await components.apply({ ...KUBERNETES, configuration }));
    expect(state.configuration).toEqual(configuration);
  });

  test('stops at a taken name with an import block for what holds it', async () => {
    const taken = { detail: ['EntityExistsError', 'Found an existing component with the same name and type.'] };
    onFlavors()
      .on('POST', '/api/v1/components', { status: 409, body: taken })
      .on('GET', '/api/v1/components', { body: page(component({}, { id: OTHER_ID })) });
    const { value, diagnostics } = await components.apply(STORE);
    expect(value).toBeUndefined();
    expect(said(diagnostics)).toEqual([
      expect.stringMatching(/^name: Name Already Taken: .*"store" of type artifact_store/s),
    ]);
    expect(diagnostics[0]?.detail).toContain(`import {\n  to = zenml_stack_component.example\n  id = "${OTHER_ID}"\n}`);
  });

  test('points at the key that the server refuses', async () => {
    const text = "The path: 'gs://x' is not supported.";
    onFlavors().on('POST', '/api/v1/components', { status: 400, body: { detail: ['RuntimeError', text] } });
    const configuration = { path: 'gs://x' };
    const [first] = said((await components.apply({ ...STORE, configuration })).diagnostics);
    expect(first).toMatch(/^configuration\["path"\]: Invalid Configuration: .*gs:\/\/x.*Correct the key "path"/);
  });

  test('takes the values of secret keys out of what the server says', async () => {
    const body = [
      'ValueError',
      '1 validation error for S3Config\nkey\n  hunter2hunter2 is no key [type=x, input_value=1]',
    ];
    onFlavors().on('POST', '/api/v1/components', { status: 422, body });
    const configuration = { path: 's3://x', key: 'hunter2hunter2' };
    const { diagnostics } = await components.apply({ ...STORE, configuration });
    expect(said(diagnostics)).toEqual([expect.stringMatching(/^configuration\["key"\]: /)]);
    expect(JSON.stringify(diagnostics)).not.toContain('hunter2hunter2');
  });

  test('names every unknown key with the nearest one that exists', async () => {
    const text = "Invalid configuration keys ['pth', 'client_kwarg'] for s3 artifact_store.";
    components = new ResourceRunner('zenml_stack_component', providerClient(server, undefined, SKIP));
    onFlavors().on('POST', '/api/v1/components', { status: 400, body: { detail: ['ValueError', text] } });
    const configuration = { path: 's3://x', pth: '1', client_kwarg: '{}' };
    expect(said((await components.apply({ ...STORE, configuration })).diagnostics)).toEqual([
      expect.stringMatching(/^configuration\["pth"\]: .*Did you mean "path"\?/),
      expect.stringMatching(/^configuration\["client_kwarg"\]: .*Did you mean "client_kwargs"\?/),
    ]);
  });

  test('names the connector that does not exist', async () => {
    const body = { detail: ['KeyError', `"Unable to get service connector with ID '${OTHER_ID}'"`] };
    onFlavors().on('GET', AT_CONNECTOR, { status: 404, body }).on('POST', '/api/v1/components', { status: 404, body });
    const { diagnostics } = await components.apply({ ...STORE, connector_id: OTHER_ID });
    expect(said(diagnostics)).toEqual([expect.stringMatching(/^connector_id: Referenced Object Not Found: /)]);
  });
});

describe('lists and objects in a configuration', () => {
  const config_schema = {
    properties: {
      range: { type: 'array', prefixItems: [{ type: 'integer' }, { type: 'integer' }] },
      either: { anyOf: [{ type: 'array', items: { type: 'string' } }, { type: 'boolean' }] },
      text: { anyOf: [{ type: 'object' }, { type: 'string' }] },
    },
  };
  const configuration = { range: '[1, 2]', either: '["a"]', text: '{"a":1}' };
  const config = { ...KUBERNETES, flavor: 'own', configuration };

  test('are sent as such where text will not do', async () => {
    server
      .on('GET', '/api/v1/flavors', { body: page(flavor('own', 'orchestrator', config_schema)) })
      .on('POST', '/api/v1/components', { body: component({ range: [1, 2], either: ['a'], text: '{"a":1}' }) });
    expect(valueOf(await components.apply(config)).configuration).toEqual(configuration);
    expect(lastBody().configuration).toEqual({ range: [1, 2], either: ['a'], text: '{"a":1}' });
  });

  test('are sent as text where no catalog is to be asked', async () => {
    components = new ResourceRunner('zenml_stack_component', providerClient(server, undefined, SKIP));
    server.on('POST', '/api/v1/components', { body: component({}) });
    valueOf(await components.apply(config));
    expect(lastBody().configuration).toEqual(configuration);
  });
});

describe('planning', () => {
  test.each([
    [
      'an unknown flavor',
      { ...STORE, flavor: 's4' },
      /^flavor: Unknown Flavor: .*"s4".*Did you mean "s3"\? It has gcp, s3/,
    ],
    ['a flavor of another type', { ...STORE, flavor: 'kubernetes' }, /^flavor: .*It is a flavor of orchestrator/],
    ['an unknown type', { ...STORE, type: 'artifact_shop' }, /^type: .*Did you mean "artifact_store"\?/],
    ['a missing key', { ...STORE, configuration: {} }, /^configuration\["path"\]: Missing Configuration: /],
    ['no configuration where one is needed', { ...STORE, configuration: null }, /^configuration\["path"\]: /],
  ])('stops at %s before anything is made', async (_, config, expected) => {
    onFlavors();
    expect(said((await components.plan(config)).diagnostics)).toEqual([expect.stringMatching(expected)]);
  });

  test.each([
    ['type', { ...STORE, type: UNKNOWN }],
    ['flavor', { ...STORE, flavor: UNKNOWN }],
    ['configuration', { ...STORE, configuration: UNKNOWN }],
    ['value of a key', { ...STORE, configuration: { path: UNKNOWN } }],
  ])('passes over an unknown %s', async (_, config) => {
    onFlavors();
    expect((await components.plan(config)).diagnostics).toEqual([]);
  });

  test('goes on where the credentials may not see the catalog', async () => {
    server.on('GET', '/api/v1/flavors', { status: 403, body: { detail: ['IllegalOperationError', 'no'] } });
    expect((await components.plan(STORE)).diagnostics).toEqual([]);
  });

  test('asks nobody about a change of name or labels, or a connector that is taken away', async () => {
    const before = { ...STORE, connector_id: OTHER_ID, id: ID, created: CREATED, updated: UPDATED };
    const { planned, requiresReplace } = await components.plan(
      { ...STORE, name: 'other', labels: { a: 'b' } },
      components.model(before),
    );
    expect(planned).toMatchObject({ id: ID, created: CREATED, updated: UNKNOWN });
    expect(requiresReplace).toEqual([]);
    expect(server.seen).toEqual([]);
  });

  test('replaces for another type or flavor only', async () => {
    onFlavors();
    const prior = components.model({ ...STORE, id: ID, created: CREATED, updated: UPDATED });
    const { requiresReplace } = await components.plan({ ...STORE, flavor: 'gcp' }, prior);
    expect(requiresReplace.map(formatPath)).toEqual(['flavor']);
  });

  test('sees a change where the id of the connector or the environment is not known yet', async () => {
    onFlavors();
    const held = { path: 's3://bucket', client_kwargs: '{"a":"b"}' };
    const prior = components.model({ ...STORE, configuration: held, id: ID, created: CREATED, updated: UPDATED });
    const configuration = { path: 's3://bucket', client_kwargs: '{ "a": "b" }' };
    const { planned } = await components.plan({ ...STORE, configuration, connector_id: UNKNOWN }, prior);
    expect(planned).toMatchObject({ connector_id: UNKNOWN, updated: UNKNOWN });
    const environment = await components.plan({ ...STORE, configuration, environment: UNKNOWN }, prior);
    expect(environment.planned).toMatchObject({ environment: UNKNOWN, updated: UNKNOWN });
  });

  test('sees no change where the configuration is the prior one written otherwise', async () => {
    onFlavors();
    const held = { synchronous: 'false', pod_settings: '{"node_selectors":{"a":"b"},"host_ipc":false}' };
    const prior = components.model({ ...KUBERNETES, configuration: held, id: ID, created: CREATED, updated: UPDATED });
    const configuration = { synchronous: 'False', pod_settings: '{ "node_selectors": { "a": "b" } }' };
    expect((await components.plan({ ...KUBERNETES, configuration }, prior)).planned).toEqual(prior);
  });
});

describe('reading', () => {
  const state = (configuration: Record<string, string> | null) =>
    components.model({ ...STORE, configuration, id: ID, created: CREATED, updated: UPDATED });

  test('is one GET and keeps what means the same', async () => {
    const held = { path: 's3://bucket', client_kwargs: { endpoint_url: 'http://x', extra: null }, filled_in: true };
    server.on('GET', AT_ID, { body: component(held) });
    const before = state({ path: 's3://bucket', client_kwargs: '{"endpoint_url": "http://x"}' });
    expect(valueOf(await components.read(before))).toEqual(before);
    expect(requests()).toEqual([`GET /components/${ID}`]);
  });

  test('shows drift of configuration, connector and labels', async () => {
    const fields = { connector: answer('c', {}, {}, OTHER_ID), connector_resource_id: 's3://b', labels: { a: 'b' } };
    server.on('GET', AT_ID, { body: component({ path: 's3://other' }, fields) });
    expect(valueOf(await components.read(state({ path: 's3://bucket' })))).toMatchObject({
      configuration: { path: 's3://other' },
      connector_id: OTHER_ID,
      connector_resource_id: 's3://b',
      labels: { a: 'b' },
    });
  });

  test('keeps empty texts and maps that mean nothing', async () => {
    server.on('GET', AT_ID, { body: component({ path: 's3://bucket' }) });
    const before = { ...state({ path: 's3://bucket' }), connector_id: '', connector_resource_id: '', labels: {} };
    expect(valueOf(await components.read(before))).toEqual(before);
  });

  test('gives null for what somebody else deleted', async () => {
    server.on('GET', AT_ID, { status: 404, body: { detail: ['KeyError', 'No component with this ID found'] } });
    expect(valueOf(await components.read(state(null)))).toBeNull();
  });
});

describe('changing', () => {
  test('is one PUT of everything that can change', async () => {
    const prior = components.model({ ...STORE, id: ID, created: CREATED, updated: UPDATED });
    onFlavors().on('GET', AT_CONNECTOR, { body: connector({}, { resource_types: ['s3-bucket'] }) });
    server.on('PUT', AT_ID, { body: component({}, { updated: 'later' }) });
    const state = valueOf(await components.apply({ ...STORE, name: 'new', connector_id: OTHER_ID }, prior));
    expect(requests().slice(2)).toEqual([`PUT /components/${ID}`]);
    expect(lastBody()).toEqual({
      name: 'new',
      configuration: { path: 's3://bucket' },
      labels: {},
      connector: OTHER_ID,
      connector_resource_id: null,
    });
    expect(state).toMatchObject({ name: 'new', updated: 'later', created: CREATED });
  });
});

describe('deleting', () => {
  const state = () => components.model({ ...STORE, id: ID, created: CREATED, updated: UPDATED });

  test('what is gone already is success', async () => {
    server.on('DELETE', AT_ID, { status: 404, body: { detail: ['KeyError', 'No component with this ID found'] } });
    expect(await components.delete(state())).toEqual([]);
  });
});

describe('importing', () => {
  test('takes what is set on the server', async () => {
    const held = { synchronous: false, pod_settings: { host_ipc: true }, kubernetes_context: null };
    onFlavors().on('GET', AT_ID, {
      body: component(held, { name: 'kube', type: 'orchestrator', flavor_name: 'kubernetes' }),
    });
    const configuration = { synchronous: 'false', pod_settings: '{"host_ipc":true}' };
    const nothing = { labels: {}, environment: {}, secrets: [] };
    expect(valueOf(await components.import(ID))).toEqual(
      components.model({ ...KUBERNETES, ...nothing, configuration, id: ID, created: CREATED, updated: UPDATED }),
    );
  });

  test.each([
    ['leaves it out', {}],
    ['has it empty', { configuration: {}, labels: {}, environment: {}, secrets: [] }],
  ])('plans no change of what the server has nothing of where the configuration %s', async (_, config) => {
    const kubernetes = { name: 'kube', type: 'orchestrator', flavor_name: 'kubernetes' };
    // A default that the server filled in is nothing, too.
    onFlavors().on('GET', AT_ID, { body: component({ synchronous: true }, kubernetes) });
    const imported = valueOf(await components.import(ID));
    const written = { name: 'kube', type: 'orchestrator', flavor: 'kubernetes', ...config };
    expect((await components.plan(written, imported)).planned).toEqual(imported);
  });

  test('plans the removal of labels and configuration that the configuration leaves out', async () => {
    const kubernetes = { name: 'kube', type: 'orchestrator', flavor_name: 'kubernetes', labels: { team: 'ml' } };
    onFlavors().on('GET', AT_ID, { body: component({ synchronous: false }, kubernetes) });
    const imported = valueOf(await components.import(ID));
    const { planned } = await components.plan({ name: 'kube', type: 'orchestrator', flavor: 'kubernetes' }, imported);
    expect(planned).toMatchObject({ labels: null, configuration: null, updated: UNKNOWN });
  });

  test('of what does not exist says so', async () => {
    server.on('GET', AT_ID, { status: 404, body: { detail: ['KeyError', 'No component with this ID found'] } });
    expect(said((await components.import(ID)).diagnostics)).toEqual([
      expect.stringMatching(new RegExp(`component.*${ID}`)),
    ]);
  });
});

describe('without a server', () => {
  test.each(['', 'store', `${ID}x`])('"%s" is no import id', async (id) => {
    const { diagnostics } = await components.import(id);
    expect(said(diagnostics)).toEqual([expect.stringMatching(/Malformed Import Id: .*UUID/)]);
  });

  test('nonsense is refused at validation', () => {
    const config = { ...STORE, name: ' ', connector_id: 'store', configuration: { path: null } };
    expect(said(components.validate(config)).map((text) => text.split(':')[0])).toEqual([
      'name',
      'configuration["path"]',
      'connector_id',
    ]);
    expect(said(components.validate({ ...STORE, connector_resource_id: 's3://b' }))).toEqual([
      expect.stringMatching(/^connector_id: Missing Attribute: /),
    ]);
    expect(components.validate({ ...STORE, connector_resource_id: 's3://b', connector_id: UNKNOWN })).toEqual([]);
  });
});
