import { formatPath, UNKNOWN, type Diagnostic, type Value } from '../../src/framework';
import { MockZenml } from '../zenml/support/mock-zenml';
import { providerClient, ResourceRunner, valueOf } from './support/resource-runner';
import { component, ID, OTHER_ID, stack, THIRD_ID } from './support/server-answers';

const STORE_ID = OTHER_ID;
const ORCHESTRATOR_ID = THIRD_ID;
const ALERTERS = [
  '4e7d5a9b-1c6d-4a0e-9c2f-5d6b7a8f9e0d',
  '5f8e6b0c-2d7e-4b1f-8d3a-6e7c8b9a0f1e',
  '6a9f7c1d-3e8f-4c2a-9e4b-7f8d9c0b1a2f',
] as const;
const [FIRST, SECOND, THIRD] = ALERTERS;
const SECRET_ID = '7b0a8d2e-4f9a-4d3b-8f5c-8a9e0d1c2b3a';
const OTHER_SECRET_ID = '8c1b9e3f-5a0b-4e4c-9a6d-9b0f1e2d3c4b';

const COMPONENTS = { artifact_store: STORE_ID, orchestrator: ORCHESTRATOR_ID, alerter: FIRST };
const STACK = { name: 'dev', components: COMPONENTS };
const AT_ID = `/api/v1/stacks/${ID}`;

const alerter = (id: string) => component({}, { id, type: 'alerter', name: id.slice(0, 4) });
const held = (...alerters: readonly string[]) => ({
  artifact_store: [component({}, { id: STORE_ID })],
  orchestrator: [component({}, { id: ORCHESTRATOR_ID, type: 'orchestrator', name: 'kube' })],
  ...(alerters.length > 0 && { alerter: alerters.map(alerter) }),
});

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
const runs = (version: string) =>
  server.on('GET', '/api/v1/info', { body: { id: 'x', version, deployment_type: 'other', auth_scheme: 'X' } });

const EXTRAS = {
  additional_components: { alerter: [SECOND, THIRD] },
  description: 'Ours.',
  environment: { LEVEL: 'debug' },
  secrets: [SECRET_ID],
};
/** The same of a stack that has nothing of it. */
const NOTHING = { description: '', environment: {}, secrets: [], additional_components: {} };
const ON_SERVER = {
  description: EXTRAS.description,
  environment: EXTRAS.environment,
  secrets: EXTRAS.secrets,
};

describe('creating', () => {
  test('is one POST with everything, the default component of a type first', async () => {
    runs('0.98.0');
    server.on('POST', '/api/v1/stacks', { body: stack(held(FIRST, SECOND, THIRD), 'dev', ON_SERVER) });
    expect(valueOf(await stacks.apply({ ...STACK, ...EXTRAS }))).toEqual(state({ ...STACK, ...EXTRAS }));
    expect(requests()).toEqual(['GET /info', 'POST /stacks']);
    expect(lastBody()).toEqual({
      name: 'dev',
      labels: {},
      components: { artifact_store: [STORE_ID], orchestrator: [ORCHESTRATOR_ID], alerter: [FIRST, SECOND, THIRD] },
      ...ON_SERVER,
    });
  });

  test('without them asks for no version, and leaves them alone from then on', async () => {
    server.on('POST', '/api/v1/stacks', { body: stack(held(FIRST)) });
    const { planned } = await stacks.plan(STACK);
    expect(planned).toMatchObject({
      additional_components: null,
      description: null,
      environment: null,
      secrets: null,
    });
    expect(valueOf(await stacks.apply(STACK))).toEqual(state());
    expect(requests()).toEqual(['POST /stacks']);
  });

  test('is undone where the server keeps one component of a type and drops the others', async () => {
    stacks = new ResourceRunner('zenml_stack', providerClient(server, { apiToken: 'token' }, { skipValidation: true }));
    server.on('POST', '/api/v1/stacks', { body: stack(held(SECOND)) }).on('DELETE', AT_ID, { body: null });
    const { value, diagnostics } = await stacks.apply({ ...STACK, additional_components: { alerter: [SECOND] } });
    expect(value).toBeUndefined();
    expect(said(diagnostics)).toEqual([
      expect.stringMatching(
        /^components\["alerter"\]: Component Not Taken: .*does not keep several of the type alerter/,
      ),
    ]);
  });

  test.each([
    [SECOND, 'stack component', /^additional_components\["alerter"\]\[0\]: Referenced Object Not Found/],
    [SECRET_ID, 'secret', /^secrets: Referenced Object Not Found: .*no secret as `secrets` names it/],
  ])('names what does not exist: %s, a %s', async (id, kind, expected) => {
    runs('0.98.0');
    const detail = ['KeyError', `"Unable to get ${kind} with ID '${id}'"`];
    server.on('POST', '/api/v1/stacks', { status: 404, body: { detail } });
    expect(said((await stacks.apply({ ...STACK, ...EXTRAS })).diagnostics)).toEqual([expect.stringMatching(expected)]);
  });
});

describe('planning', () => {
  test.each(['0.80.2', '0.94.2', '0.94.3'])('refuses several of a type on %s, which drops them', async (version) => {
    runs(version);
    const { diagnostics } = await stacks.plan({ ...STACK, additional_components: { alerter: [SECOND] } });
    expect(said(diagnostics)).toEqual([
      expect.stringMatching(/^additional_components\["alerter"\]: ZenML Server Too Old.*would keep one of those/),
    ]);
  });

  test('refuses several of a type that a server takes once, with those that it takes', async () => {
    runs('0.98.0');
    const { diagnostics } = await stacks.plan({
      ...STACK,
      additional_components: { alerter: [SECOND], orchestrator: [ID] },
    });
    expect(said(diagnostics)).toEqual([
      expect.stringMatching(
        /^additional_components\["orchestrator"\]: .*Several are taken of alerter, experiment_tracker, sandbox, step_operator/,
      ),
    ]);
  });

  test('leaves a server that is newer than is known here to say itself which types it takes', async () => {
    const text =
      "1 validation error:\n  {'type': 'value_error', 'loc': ('body', 'components'), 'msg': \"Value error, Stack component type 'orchestrator' does not support multiple components in a single stack.\", 'input': {}}";
    runs('1.2.0');
    server.on('POST', '/api/v1/stacks', { status: 422, body: ['ValueError', text] });
    const { diagnostics } = await stacks.apply({ ...STACK, additional_components: { orchestrator: [ID] } });
    expect(said(diagnostics)).toEqual([
      expect.stringMatching(/^additional_components\["orchestrator"\]: One Component of This Type Only/),
    ]);
  });

  test('refuses environment and secrets on a server that drops them', async () => {
    runs('0.85.0');
    const { diagnostics } = await stacks.plan({ ...STACK, environment: { A: 'b' }, secrets: [SECRET_ID] });
    expect(said(diagnostics)).toEqual([
      expect.stringMatching(/^environment: .*needs ZenML 0\.90\.0\. The server runs 0\.85\.0/),
      expect.stringMatching(/^secrets: /),
    ]);
  });

  test('asks for no version where nothing could be lost or nothing changes', async () => {
    const empty = { ...STACK, additional_components: { alerter: [] }, environment: {}, secrets: [] };
    expect((await stacks.plan(empty)).diagnostics).toEqual([]);
    const renamed = { ...STACK, ...EXTRAS, name: 'new' };
    expect((await stacks.plan(renamed, state({ ...STACK, ...EXTRAS }))).diagnostics).toEqual([]);
    expect(requests()).toEqual([]);
  });

  test('skips these checks where validation is turned off', async () => {
    stacks = new ResourceRunner('zenml_stack', providerClient(server, { apiToken: 'token' }, { skipValidation: true }));
    expect((await stacks.plan({ ...STACK, ...EXTRAS })).diagnostics).toEqual([]);
  });

  test('changes nothing where the configuration leaves alone what the stack has', async () => {
    const prior = state({ ...STACK, ...EXTRAS });
    const { planned, requiresReplace } = await stacks.plan(STACK, prior);
    expect(planned).toEqual(prior);
    expect(requiresReplace).toEqual([]);
  });
});

describe('reading', () => {
  test('leaves alone what is not managed, whatever others did', async () => {
    server.on('GET', AT_ID, { body: stack(held(FIRST, SECOND), 'dev', ON_SERVER) });
    expect(valueOf(await stacks.read(state()))).toEqual(state());
  });

  test.each<[string, object, readonly string[], object]>([
    [
      'a component that was added',
      {},
      [FIRST, SECOND, THIRD, ID],
      { additional_components: { alerter: [SECOND, THIRD, ID] } },
    ],
    ['a component that was taken out', {}, [FIRST, SECOND], { additional_components: { alerter: [SECOND] } }],
    ['all further ones taken out', {}, [FIRST], { additional_components: {} }],
    ['another description', { description: '' }, ALERTERS, { description: '' }],
    ['another environment', { environment: { LEVEL: 'info' } }, ALERTERS, { environment: { LEVEL: 'info' } }],
    ['a secret that was taken off', { secrets: [] }, ALERTERS, { secrets: [] }],
  ])('shows as drift %s', async (_, changed, alerters, expected) => {
    server.on('GET', AT_ID, { body: stack(held(...alerters), 'dev', { ...ON_SERVER, ...changed }) });
    expect(valueOf(await stacks.read(state({ ...STACK, ...EXTRAS })))).toEqual(
      state({ ...STACK, ...EXTRAS, ...expected }),
    );
  });

  test('takes another order of the further components for none', async () => {
    server.on('GET', AT_ID, { body: stack(held(FIRST, THIRD, SECOND), 'dev', ON_SERVER) });
    const prior = state({ ...STACK, ...EXTRAS });
    expect(valueOf(await stacks.read(prior))).toEqual(prior);
  });

  test('leaves an empty list of a type as it was written', async () => {
    server.on('GET', AT_ID, { body: stack(held(FIRST)) });
    const prior = state({ ...STACK, additional_components: { alerter: [] } });
    expect(valueOf(await stacks.read(prior))).toEqual(prior);
  });
});

describe('changing', () => {
  const prior = () => state({ ...STACK, ...EXTRAS });

  test('sends what is different alone, in one PUT', async () => {
    runs('0.98.0');
    server.on('PUT', AT_ID, { body: stack(held(...ALERTERS), 'dev', ON_SERVER) });
    const wanted = { ...STACK, ...EXTRAS, environment: { LEVEL: 'info' }, secrets: [SECRET_ID, OTHER_SECRET_ID] };
    expect(valueOf(await stacks.apply(wanted, prior()))).toEqual(state(wanted));
    expect(requests()).toEqual(['GET /info', `PUT /stacks/${ID}`]);
    expect(lastBody()).toEqual({
      name: 'dev',
      labels: {},
      environment: { LEVEL: 'info' },
      add_secrets: [OTHER_SECRET_ID],
    });
  });

  test('of the further components sends all of each type, without asking what is there', async () => {
    runs('0.98.0');
    server.on('PUT', AT_ID, { body: stack(held(FIRST, THIRD), 'dev', ON_SERVER) });
    const wanted = { ...STACK, ...EXTRAS, additional_components: { alerter: [THIRD] } };
    expect(valueOf(await stacks.apply(wanted, prior()))).toEqual(state(wanted));
    expect(lastBody()).toMatchObject({ components: { alerter: [FIRST, THIRD] } });
    expect(requests()).toEqual(['GET /info', `PUT /stacks/${ID}`]);
  });

  test('to nothing empties description, environment, secrets and further components', async () => {
    server
      .on('GET', AT_ID, { body: stack(held(...ALERTERS), 'dev', ON_SERVER) })
      .on('PUT', AT_ID, { body: stack(held(FIRST)) });
    const wanted = { ...STACK, additional_components: {}, description: '', environment: {}, secrets: [] };
    expect(valueOf(await stacks.apply(wanted, prior()))).toEqual(state(wanted));
    expect(lastBody()).toEqual({
      name: 'dev',
      labels: {},
      components: { artifact_store: [STORE_ID], orchestrator: [ORCHESTRATOR_ID], alerter: [FIRST] },
      description: '',
      environment: {},
      remove_secrets: [SECRET_ID],
    });
  });

  test('takes no secret off that is gone from the stack already, which the server refuses', async () => {
    server
      .on('GET', AT_ID, { body: stack(held(...ALERTERS), 'dev', { ...ON_SERVER, secrets: [] }) })
      .on('PUT', AT_ID, { body: stack(held(...ALERTERS)) });
    valueOf(await stacks.apply({ ...STACK, ...EXTRAS, secrets: [] }, prior()));
    expect(lastBody()).toEqual({ name: 'dev', labels: {} });
  });

  test('of a default component keeps the further ones that the configuration leaves alone', async () => {
    const components = { ...COMPONENTS, alerter: SECOND };
    server
      .on('GET', AT_ID, { body: stack(held(...ALERTERS), 'dev', ON_SERVER) })
      .on('PUT', AT_ID, { body: stack(held(SECOND, THIRD), 'dev', ON_SERVER) });
    const { planned } = await stacks.plan({ ...STACK, components }, prior());
    expect(planned).toMatchObject({ additional_components: UNKNOWN, environment: EXTRAS.environment });
    expect(valueOf(await stacks.apply({ ...STACK, components }, prior()))).toEqual(
      state({ ...STACK, ...EXTRAS, components, additional_components: { alerter: [THIRD] } }),
    );
    expect(lastBody()).toMatchObject({ components: { alerter: [SECOND, THIRD] } });
  });
});

describe('importing', () => {
  test('gives what the stack has, and nothing for what it has not', async () => {
    server
      .on('GET', AT_ID, { body: stack(held(...ALERTERS), 'dev', ON_SERVER) })
      .on('GET', AT_ID, { body: stack(held(FIRST)) });
    expect(valueOf(await stacks.import(ID))).toEqual(state({ ...STACK, ...EXTRAS, labels: {} }));
    expect(valueOf(await stacks.import(ID))).toEqual(state({ ...STACK, ...NOTHING, labels: {} }));
  });

  test.each([STACK, { ...STACK, ...NOTHING }])(
    'plans no change of what it has nothing of, left out or empty',
    async (config) => {
      server.on('GET', AT_ID, { body: stack(held(FIRST)) });
      const imported = valueOf(await stacks.import(ID));
      expect((await stacks.plan(config, imported)).planned).toEqual(imported);
    },
  );

  test.each<[string, object]>([
    ['writes all of it', { ...STACK, ...EXTRAS }],
    ['writes none of it', STACK],
    ['has no label', { ...STACK, labels: {} }],
  ])('plans no change where the configuration %s', async (_, config) => {
    server.on('GET', AT_ID, { body: stack(held(...ALERTERS), 'dev', ON_SERVER) });
    const imported = valueOf(await stacks.import(ID));
    expect((await stacks.plan({ ...config }, imported)).planned).toEqual(imported);
  });
});

test.each<[string, Readonly<Record<string, readonly (string | null)[]>>, RegExp]>([
  [
    'a type without a default component',
    { step_operator: [SECOND] },
    /^additional_components\["step_operator"\]: No Component to Add To/,
  ],
  [
    'the default component again',
    { alerter: [SECOND, FIRST] },
    /^additional_components\["alerter"\]\[1\]: Component Given Twice/,
  ],
  [
    'a component twice',
    { alerter: [SECOND, SECOND] },
    /^additional_components\["alerter"\]\[1\]: Component Given Twice/,
  ],
  ['null', { alerter: [null] }, /^additional_components\["alerter"\]\[0\]: Invalid Attribute Value: An item is null/],
  ['a name', { alerter: ['slack'] }, /^additional_components\["alerter"\]\[0\]: .*"slack" is no id/],
])('%s among the further ones is refused at validation', (_, additional_components, expected) => {
  expect(said(stacks.validate({ ...STACK, additional_components }))).toEqual([expect.stringMatching(expected)]);
});

test('unknown further components, and none of a type, are nothing to refuse', () => {
  const values: readonly Value[] = [UNKNOWN, { alerter: UNKNOWN }, { alerter: [UNKNOWN] }, { step_operator: [] }];
  for (const additional_components of values) {
    expect(stacks.validate({ ...STACK, additional_components })).toEqual([]);
  }
});
