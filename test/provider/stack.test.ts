import { formatPath, UNKNOWN, type Diagnostic } from '../../src/framework';
import { MockZenml } from '../zenml/support/mock-zenml';
import { providerClient, ResourceRunner, valueOf } from './support/resource-runner';
import { component, ID, OTHER_ID, page, stack, THIRD_ID } from './support/server-answers';

const STORE_ID = OTHER_ID;
const ORCHESTRATOR_ID = THIRD_ID;
const ALERTER_ID = '4e7d5a9b-1c6d-4a0e-9c2f-5d6b7a8f9e0d';
const OTHER_ALERTER_ID = '5f8e6b0c-2d7e-4b1f-8d3a-6e7c8b9a0f1e';

const COMPONENTS = { artifact_store: STORE_ID, orchestrator: ORCHESTRATOR_ID };
const STACK = { name: 'dev', components: COMPONENTS };
const AT_ID = `/api/v1/stacks/${ID}`;

const store = component({}, { id: STORE_ID });
const orchestrator = component({}, { id: ORCHESTRATOR_ID, type: 'orchestrator', name: 'kube' });
const alerter = component({}, { id: ALERTER_ID, type: 'alerter', name: 'slack' });
const otherAlerter = component({}, { id: OTHER_ALERTER_ID, type: 'alerter', name: 'discord' });
const BOTH = { artifact_store: [store], orchestrator: [orchestrator] };

let server: MockZenml;
let stacks: ResourceRunner;

beforeEach(() => {
  server = new MockZenml();
  stacks = new ResourceRunner('zenml_stack', providerClient(server));
});

afterEach(async () => {
  server.assertAllMade();
  await server.agent.close();
});

const requests = () => server.seen.map(({ method, path }) => `${method} ${path.replace('/api/v1', '')}`);
const lastBody = () => JSON.parse(server.seen.at(-1)?.body ?? '{}') as Record<string, unknown>;
const state = (config: object = STACK) => stacks.model({ ...config, id: ID });
const said = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ summary, detail, path }) => `${path ? formatPath(path) : '-'}: ${summary}: ${detail}`);

describe('creating', () => {
  test('is one POST with a list per type', async () => {
    server.on('POST', '/api/v1/stacks', { body: stack(BOTH) });
    expect(valueOf(await stacks.apply({ ...STACK, labels: { team: 'ml' } }))).toEqual(
      state({ ...STACK, labels: { team: 'ml' } }),
    );
    expect(requests()).toEqual(['POST /stacks']);
    expect(lastBody()).toEqual({
      name: 'dev',
      components: { artifact_store: [STORE_ID], orchestrator: [ORCHESTRATOR_ID] },
      labels: { team: 'ml' },
    });
  });

  test('is undone where a component is not of the type it was given as', async () => {
    const swapped = { artifact_store: ORCHESTRATOR_ID, orchestrator: STORE_ID };
    server.on('POST', '/api/v1/stacks', { body: stack(BOTH) }).on('DELETE', AT_ID, { body: null });
    const { value, diagnostics } = await stacks.apply({ ...STACK, components: swapped });
    expect(value).toBeUndefined();
    expect(said(diagnostics)).toEqual([
      expect.stringMatching(/^components\["artifact_store"\]: .*"kube".*is of the type orchestrator/),
      expect.stringMatching(/^components\["orchestrator"\]: .*"store".*is of the type artifact_store/),
    ]);
  });

  test('keeps hold of the stack where undoing fails', async () => {
    const swapped = { artifact_store: ORCHESTRATOR_ID, orchestrator: STORE_ID };
    server
      .on('POST', '/api/v1/stacks', { body: stack(BOTH) })
      .on('DELETE', AT_ID, { status: 500, body: { detail: ['RuntimeError', 'broken'] } });
    const { value, diagnostics } = await stacks.apply({ ...STACK, components: swapped });
    expect(value).toMatchObject({ id: ID, components: COMPONENTS });
    expect(diagnostics).toHaveLength(2);
  });

  test('names the component that does not exist', async () => {
    const detail = ['KeyError', `"Unable to get stack component with ID '${ORCHESTRATOR_ID}'"`];
    server.on('POST', '/api/v1/stacks', { status: 404, body: { detail } });
    expect(said((await stacks.apply(STACK)).diagnostics)).toEqual([
      expect.stringMatching(/^components\["orchestrator"\]: Referenced Object Not Found: /),
    ]);
  });

  test('names the component type that does not exist', async () => {
    const text =
      "1 validation error:\n  {'type': 'enum', 'loc': ('body', 'components', 'nope', '[key]'), 'msg': \"Input should be 'alerter' or 'sandbox'\", 'input': 'nope'}";
    server.on('POST', '/api/v1/stacks', { status: 422, body: ['ValueError', text] });
    const components = { ...COMPONENTS, nope: ALERTER_ID };
    expect(said((await stacks.apply({ ...STACK, components })).diagnostics)).toEqual([
      expect.stringMatching(/^components\["nope"\]: Unknown Component Type: .*It has alerter, sandbox/),
    ]);
  });

  test('stops at a taken name with an import block', async () => {
    server
      .on('POST', '/api/v1/stacks', { status: 409, body: { detail: ['EntityExistsError', 'same name'] } })
      .on('GET', '/api/v1/stacks', { body: page(stack({})) });
    const { diagnostics } = await stacks.apply(STACK);
    expect(diagnostics[0]?.detail).toContain(`import {\n  to = zenml_stack.example\n  id = "${ID}"\n}`);
  });
});

describe('reading', () => {
  test('gives the first component of each type', async () => {
    server.on('GET', AT_ID, { body: stack({ ...BOTH, alerter: [alerter, otherAlerter] }) });
    expect(valueOf(await stacks.read(state()))).toEqual(
      state({ ...STACK, components: { ...COMPONENTS, alerter: ALERTER_ID } }),
    );
  });

  test('gives null for what somebody else deleted', async () => {
    server.on('GET', AT_ID, { status: 404, body: { detail: ['KeyError', 'none'] } });
    expect(valueOf(await stacks.read(state()))).toBeNull();
  });
});

describe('changing', () => {
  test('never replaces the stack', async () => {
    const components = { artifact_store: UNKNOWN, orchestrator: ALERTER_ID };
    const { requiresReplace, planned } = await stacks.plan({ name: 'new', components, labels: { a: 'b' } }, state());
    expect(requiresReplace).toEqual([]);
    expect(planned).toMatchObject({ id: ID });
  });

  test('of name and labels leaves the components out of the request', async () => {
    server.on('PUT', AT_ID, { body: stack(BOTH, 'new') });
    valueOf(await stacks.apply({ ...STACK, name: 'new' }, state()));
    expect(lastBody()).toEqual({ name: 'new', labels: {} });
  });

  test('of a component keeps the further ones of each type that were added elsewhere', async () => {
    const before = { ...BOTH, alerter: [alerter, otherAlerter] };
    const wanted = { ...STACK, components: { ...COMPONENTS, alerter: ALERTER_ID, orchestrator: ID } };
    const moved = component({}, { id: ID, type: 'orchestrator', name: 'new' });
    server
      .on('GET', AT_ID, { body: stack(before) })
      .on('PUT', AT_ID, { body: stack({ ...before, orchestrator: [moved] }) });
    valueOf(await stacks.apply(wanted, state({ ...STACK, components: { ...COMPONENTS, alerter: ALERTER_ID } })));
    expect(lastBody()).toMatchObject({
      components: { artifact_store: [STORE_ID], orchestrator: [ID], alerter: [ALERTER_ID, OTHER_ALERTER_ID] },
    });
  });
});

test('importing takes name, components and labels', async () => {
  server.on('GET', AT_ID, { body: stack(BOTH) });
  const nothing = { labels: {}, description: '', environment: {}, secrets: [], additional_components: {} };
  expect(valueOf(await stacks.import(ID))).toEqual({ ...state(), ...nothing });
});

test('deleting what is gone already is success', async () => {
  server.on('DELETE', AT_ID, { status: 404, body: { detail: ['KeyError', 'none'] } });
  expect(await stacks.delete(state())).toEqual([]);
});

test('nonsense is refused at validation', () => {
  expect(
    said(stacks.validate({ name: '', components: { artifact_store: 'store' } })).map((text) => text.split(':')[0]),
  ).toEqual(['name', 'components["artifact_store"]', 'components']);
  expect(stacks.validate({ name: 'dev', components: UNKNOWN })).toEqual([]);
  expect(stacks.validate({ name: UNKNOWN, components: { artifact_store: UNKNOWN, orchestrator: UNKNOWN } })).toEqual(
    [],
  );
});
