import { formatPath, UNKNOWN, type Diagnostic } from '../../src/framework';
import { MockZenml } from '../zenml/support/mock-zenml';
import { providerClient, ResourceRunner, valueOf } from './support/resource-runner';
import { answer, component, CREATED, FLAVORS, ID, OTHER_ID, page, UPDATED, USER_ID } from './support/server-answers';

const CONFIG_SCHEMA = { type: 'object', properties: { queue: { type: 'string' } } };
const FLAVOR = {
  name: 'slurm',
  type: 'orchestrator',
  source: 'acme.flavors.SlurmFlavor',
  config_schema: JSON.stringify(CONFIG_SCHEMA),
};
const AT_ID = `/api/v1/flavors/${ID}`;

let server: MockZenml;
let flavors: ResourceRunner;

beforeEach(() => {
  server = new MockZenml();
  flavors = new ResourceRunner('zenml_flavor', providerClient(server));
});

afterEach(async () => {
  server.assertAllMade();
  await server.agent.close();
});

const requests = () => server.seen.map(({ method, path }) => `${method} ${path.replace('/api/v1', '')}`);
const lastBody = () => JSON.parse(server.seen.at(-1)?.body ?? '{}') as Record<string, unknown>;
const said = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ summary, detail, path }) => `${path ? formatPath(path) : '-'}: ${summary}: ${detail}`);

function held(fields: Readonly<Record<string, unknown>> = {}) {
  const { name = 'slurm', is_custom = true, config_schema = CONFIG_SCHEMA, source = FLAVOR.source, ...rest } = fields;
  const { integration = '', logo_url = null, id = ID, ...metadata } = rest;
  return answer(
    String(name),
    { type: 'orchestrator', source, integration, logo_url, is_custom },
    { config_schema, connector_type: null, connector_resource_type: null, docs_url: null, ...metadata },
    String(id),
  );
}

const state = (config: object = FLAVOR) =>
  flavors.model({ ...config, id: ID, is_custom: true, user_id: USER_ID, created: CREATED, updated: UPDATED });

describe('creating', () => {
  test('is one POST with every field, after one look at the component types', async () => {
    server.on('GET', '/api/v1/flavors', { body: FLAVORS }).on('POST', '/api/v1/flavors', { body: held() });
    expect(valueOf(await flavors.apply(FLAVOR))).toEqual(state());
    expect(requests()).toEqual(['GET /flavors', 'POST /flavors']);
    expect(lastBody()).toMatchObject({
      name: 'slurm',
      type: 'orchestrator',
      source: FLAVOR.source,
      config_schema: CONFIG_SCHEMA,
      integration: null,
    });
  });

  test('of a type that the server does not have is refused at plan', async () => {
    server.on('GET', '/api/v1/flavors', { body: FLAVORS });
    expect(said((await flavors.plan({ ...FLAVOR, type: 'orchestratr' })).diagnostics)).toEqual([
      expect.stringMatching(/^type: Unknown Component Type: .*Did you mean "orchestrator"\?/),
    ]);
  });

  test('stops at a taken name with an import block, and without one where the server itself has the flavor', async () => {
    flavors = new ResourceRunner(
      'zenml_flavor',
      providerClient(server, { apiToken: 'token' }, { skipValidation: true }),
    );
    const conflict = { status: 409, body: { detail: ['EntityExistsError', 'same name'] } };
    server
      .on('POST', '/api/v1/flavors', conflict, 2)
      .on('GET', '/api/v1/flavors', { body: page(held()) })
      .on('GET', '/api/v1/flavors', { body: page(held({ is_custom: false })) });
    const [taken] = (await flavors.apply(FLAVOR)).diagnostics;
    expect(taken?.detail).toContain(`import {\n  to = zenml_flavor.example\n  id = "${ID}"\n}`);
    expect(said((await flavors.apply(FLAVOR)).diagnostics)).toEqual([
      expect.stringMatching(/^name: Name Already Taken: .*of its own.*Choose another name/),
    ]);
  });

  test('makes the flavor known to components that are planned after it', async () => {
    const client = providerClient(server);
    server.on('GET', '/api/v1/flavors', { body: FLAVORS });
    expect((await new ResourceRunner('zenml_flavor', client).plan(FLAVOR)).diagnostics).toEqual([]);
    const components = new ResourceRunner('zenml_stack_component', client);
    const wanted = { name: 'queue', type: 'orchestrator', flavor: 'slurm', configuration: { queue: 'long' } };
    expect((await components.plan(wanted)).diagnostics).toEqual([]);
    expect(said((await components.plan({ ...wanted, flavor: 'slurmm' })).diagnostics)).toEqual([
      expect.stringMatching(/^flavor: Unknown Flavor: .*Did you mean "slurm"\?/),
    ]);
  });
});

describe('reading', () => {
  test.each<[string, object, object]>([
    ['nothing', {}, {}],
    [
      'another order of the keys of the schema',
      { config_schema: { properties: { queue: { type: 'string' } }, type: 'object' } },
      {},
    ],
    ['another source', { source: 'acme.flavors.Other' }, { source: 'acme.flavors.Other' }],
    ['another schema', { config_schema: {} }, { config_schema: '{}' }],
    ['a picture', { logo_url: 'https://acme.test/logo.png' }, { logo_url: 'https://acme.test/logo.png' }],
  ])('shows of what somebody changed: %s', async (_, changed, expected) => {
    server.on('GET', AT_ID, { body: held({ ...changed }) });
    expect(valueOf(await flavors.read(state()))).toEqual(state({ ...FLAVOR, ...expected }));
  });

  test('gives null for what somebody else deleted', async () => {
    server.on('GET', AT_ID, { status: 404, body: { detail: ['KeyError', 'none'] } });
    expect(valueOf(await flavors.read(state()))).toBeNull();
  });
});

describe('changing', () => {
  test.each<[string, Record<string, string>, string[][]]>([
    ['name', { name: 'slurm2' }, [['name']]],
    ['type', { type: 'step_operator' }, [['type']]],
    ['source', { source: 'acme.flavors.Other' }, []],
    ['config_schema', { config_schema: '{}' }, []],
    ['docs_url', { docs_url: 'https://acme.test' }, []],
  ])('%s replaces the flavor only where components name it by that', async (_, changed, expected) => {
    const { requiresReplace } = await flavors.plan({ ...FLAVOR, ...changed }, state());
    expect(requiresReplace.map((path) => path.map((step) => ('attribute' in step ? step.attribute : '')))).toEqual(
      expected,
    );
  });

  test('is one PUT, which unsets what is left out', async () => {
    server.on('PUT', AT_ID, { body: held({ source: 'acme.flavors.Other' }) });
    const before = state({ ...FLAVOR, docs_url: 'https://acme.test', connector_resource_type: 's3-bucket' });
    const wanted = { ...FLAVOR, source: 'acme.flavors.Other' };
    expect(valueOf(await flavors.apply(wanted, before))).toEqual(state(wanted));
    expect(requests()).toEqual([`PUT /flavors/${ID}`]);
    expect(lastBody()).toMatchObject({
      source: 'acme.flavors.Other',
      docs_url: null,
      connector_resource_type: null,
      config_schema: CONFIG_SCHEMA,
    });
  });

  test('of the white space of the schema is none', async () => {
    const prior = state();
    const { planned } = await flavors.plan({ ...FLAVOR, config_schema: JSON.stringify(CONFIG_SCHEMA, null, 2) }, prior);
    expect(planned).toEqual(prior);
  });
});

describe('deleting', () => {
  test('names the components that still have the flavor', async () => {
    const user = component({}, { id: OTHER_ID, type: 'orchestrator', name: 'queue', flavor_name: 'slurm' });
    server
      .on('DELETE', AT_ID, { status: 403, body: { detail: ['IllegalOperationError', 'it is used by 1 components'] } })
      .on('GET', '/api/v1/components', { body: page(user, component({})) });
    expect(said(await flavors.delete(state()))).toEqual([
      expect.stringMatching(new RegExp(`Flavor Still in Use: .*the stack component "queue" \\(${OTHER_ID}\\)\\.`)),
    ]);
  });

  test('what is gone already is success', async () => {
    server.on('DELETE', AT_ID, { status: 404, body: { detail: ['KeyError', 'none'] } });
    expect(await flavors.delete(state())).toEqual([]);
  });
});

describe('importing', () => {
  test('by type and name takes everything, with what is not set left out', async () => {
    server.on('GET', '/api/v1/flavors', { body: page(held()) }).on('GET', AT_ID, { body: held() });
    expect(valueOf(await flavors.import('orchestrator/slurm'))).toEqual(state());
  });

  test("of the server's own flavor is refused", async () => {
    server.on('GET', AT_ID, { body: held({ is_custom: false }) });
    expect(said((await flavors.import(ID)).diagnostics)).toEqual([
      expect.stringMatching(/Not a Custom Flavor: .*data source `zenml_flavor`/),
    ]);
  });
});

test('nonsense is refused at validation, and unknown values are not', () => {
  const nonsense = { name: ' ', type: 'orchestrator', source: '', config_schema: '[]' };
  expect(said(flavors.validate(nonsense)).map((text) => text.split(':')[0])).toEqual([
    'name',
    'source',
    'config_schema',
  ]);
  expect(said(flavors.validate({ ...FLAVOR, config_schema: 'queue' }))).toEqual([
    expect.stringMatching(/^config_schema: .*no JSON object.*jsonencode/),
  ]);
  expect(flavors.validate({ name: UNKNOWN, type: UNKNOWN, source: UNKNOWN, config_schema: UNKNOWN })).toEqual([]);
});
