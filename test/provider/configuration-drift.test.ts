import { MockZenml } from '../zenml/support/mock-zenml';
import { providerClient, ResourceRunner, valueOf } from './support/resource-runner';
import { component, connector, CONNECTOR_TYPES, flavor, ID, page } from './support/server-answers';

const AT_ID = `/api/v1/components/${ID}`;
const KUBE = { name: 'kube', type: 'orchestrator', flavor: 'k8s' };
const FIELDS = { name: 'kube', type: 'orchestrator', flavor_name: 'k8s' };

/** The flavor as one line of the server has it; a later one has further defaults. */
const flavors = (podDefaults: object) =>
  page(
    flavor('k8s', 'orchestrator', {
      properties: {
        free: { type: 'object', additionalProperties: true },
        pods: { anyOf: [{ $ref: '#/$defs/Pods' }, { type: 'null' }] },
        path: { type: 'string' },
        wait: { type: 'boolean', default: true },
        token: { anyOf: [{ type: 'string' }, { type: 'null' }], sensitive: true },
      },
      $defs: { Pods: { type: 'object', properties: { image: { type: 'string' }, ...podDefaults } } },
    }),
  );

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

const onFlavors = (podDefaults: object = {}) => server.on('GET', '/api/v1/flavors', { body: flavors(podDefaults) });
const holds = (configuration: Readonly<Record<string, unknown>>) =>
  server.on('GET', AT_ID, { body: component(configuration, FIELDS) });
const made = async (configuration: Readonly<Record<string, string>>, held: Readonly<Record<string, unknown>>) => {
  onFlavors().on('POST', '/api/v1/components', { body: component(held, FIELDS) });
  return valueOf(await components.apply({ ...KUBE, configuration }));
};
const readOf = async (state: Awaited<ReturnType<typeof made>>) => valueOf(await components.read(state))?.configuration;
/** As at another run, after the server became another. */
const anotherRun = () => {
  const { privateState } = components;
  components = new ResourceRunner('zenml_stack_component', providerClient(server));
  components.privateState = privateState;
};

describe('a configuration that was applied', () => {
  test('is as it was written for as long as the server holds what it made of it, and asks for no catalog', async () => {
    const written = { path: 's3://bucket/', wait: 'no', pods: '{"image":"x"}' };
    const held = { path: 's3://bucket', wait: false, pods: { image: 'x', replicas: 1 } };
    const state = await made(written, held);
    holds(held);
    expect(await readOf(state)).toEqual(written);
    expect(server.count('GET', '/api/v1/flavors')).toBe(1);
  });

  test('does not drift where a newer server fills in defaults that it did not have', async () => {
    const written = { pods: '{"image":"x"}' };
    const state = await made(written, { pods: { image: 'x' } });
    anotherRun();
    onFlavors({ replicas: { type: 'integer', default: 1 } });
    holds({ pods: { image: 'x', replicas: 1 } });
    expect(await readOf(state)).toEqual(written);
  });

  test('is compared with what was read last, so that the catalog is asked once for such a change', async () => {
    const written = { pods: '{"image":"x"}' };
    const state = await made(written, { pods: { image: 'x' } });
    anotherRun();
    onFlavors({ replicas: { type: 'integer', default: 1 } });
    const held = { pods: { image: 'x', replicas: 1 } };
    holds(held);
    await readOf(state);
    anotherRun();
    holds(held);
    expect(await readOf(state)).toEqual(written);
  });

  test.each([
    ['another value', { pods: { image: 'y' } }, { pods: '{"image":"y"}' }],
    ['a value beside a default', { pods: { image: 'x', replicas: 2 } }, { pods: '{"image":"x","replicas":2}' }],
    ['nothing', {}, {}],
  ])('drifts to %s', async (_, held, expected) => {
    const state = await made({ pods: '{"image":"x"}' }, { pods: { image: 'x', replicas: 1 } });
    anotherRun();
    onFlavors({ replicas: { type: 'integer', default: 1 } });
    holds(held);
    expect(await readOf(state)).toEqual(expected);
  });

  test('drifts where a key is added to a free object', async () => {
    const state = await made({ free: '{"a":1}' }, { free: { a: 1 } });
    holds({ free: { a: 1, b: 2 } });
    expect(await readOf(state)).toEqual({ free: '{"a":1,"b":2}' });
  });

  test('does not drift where a key that said the default is taken away', async () => {
    const state = await made({ wait: 'true' }, { wait: true });
    holds({});
    expect(await readOf(state)).toEqual({ wait: 'true' });
  });

  test('drifts in its secrets, too, where the server shows them', async () => {
    const state = await made({ token: 'hunter2hunter2' }, { token: 'hunter2hunter2' });
    holds({ token: 'changed' });
    expect(await readOf(state)).toEqual({ token: 'changed' });
  });

  test('is remembered without secrets and without what they are', async () => {
    await made({ token: 'hunter2hunter2', path: 'x' }, { token: 'hunter2hunter2', path: 'x' });
    expect(Object.keys(JSON.parse(components.privateState.configuration ?? '{}') as object)).toEqual(['path']);
    expect(components.privateState.configuration).toMatch(/^\{"path":"[\w-]{43}"\}$/);
  });

  test('is remembered also where something else changes, without the catalog', async () => {
    const state = await made({ path: 'x' }, { path: 'x' });
    const before = components.privateState.configuration;
    server.on('PUT', AT_ID, { body: component({ path: 'x' }, FIELDS) });
    valueOf(await components.apply({ ...KUBE, configuration: { path: 'x' }, labels: { a: 'b' } }, state));
    expect(components.privateState.configuration).toBe(before);
    expect(server.count('GET', '/api/v1/flavors')).toBe(1);
  });
});

test('a connector drifts in a key that is taken away, and not in a secret that is hidden', async () => {
  const connectors = new ResourceRunner('zenml_service_connector', providerClient(server));
  const configuration = { username: 'ml', password: 'hunter2hunter2', registry: 'docker.io' };
  server
    .on('GET', '/api/v1/service_connector_types', { body: CONNECTOR_TYPES })
    .on('POST', '/api/v1/service_connectors', { body: connector(configuration) })
    .on('GET', `/api/v1/service_connectors/${ID}`, { body: connector({ username: 'ml' }, { updated: 'later' }) });
  const config = { name: 'registry', type: 'docker', auth_method: 'password', configuration, verify: false };
  const state = valueOf(await connectors.apply(config));
  expect(valueOf(await connectors.read(state))?.configuration).toEqual({ username: 'ml', password: 'hunter2hunter2' });
});
