import { compareApp } from '../../../src/cli/status/compare-app';
import { describeStatus } from '../../../src/cli/status/run-status';
import type { ServerObject } from '../../../src/cli/status/server-objects';
import type { JsonObject, SynthesizedResource, SynthesizedStack } from '../../../src/cli/synthesized';

const LABELS = { managed_by: 'terraform', environment: 'dev' };

function resource(address: string, values: JsonObject): SynthesizedResource {
  const [type = '', name = ''] = address.replace('data.', '').split('.');
  return { address, type, name, values, references: [], dependsOn: [], constructPath: address, labels: {} };
}

function stack(name: string, environment: string, resources: readonly SynthesizedResource[]): SynthesizedStack {
  const dataSources = [resource('data.zenml_service_connector.looked-up', { name: 'shared' })];
  const rest = { dependencies: [], providers: [], outputs: {}, folder: '/x' };
  return { name, environment, environments: [environment], resources, dataSources, ...rest };
}

const store = {
  name: 'dev-store',
  type: 'artifact_store',
  flavor: 's3',
  connector_id: '${zenml_service_connector.s3.id}',
  configuration: { path: 's3://${aws_s3_bucket.b.bucket}', is_model: 'false', secret_key: 'one' },
  labels: LABELS,
};
const connector = {
  name: 'dev-s3',
  type: 'aws',
  auth_method: 'implicit',
  resource_type: 's3-bucket',
  configuration: { region: 'us-east-1', aws_secret_access_key: 'hidden by the server' },
  labels: LABELS,
};
const zenmlStack = {
  name: 'dev-stack',
  description: 'of dev',
  components: { artifact_store: '${zenml_stack_component.store.id}' },
  additional_components: {},
  labels: LABELS,
};

function app(changes: { store?: JsonObject; connector?: JsonObject; stack?: JsonObject } = {}): SynthesizedStack[] {
  return [
    stack('dev', 'dev', [
      resource('zenml_stack_component.store', { ...store, ...changes.store }),
      resource('zenml_service_connector.s3', { ...connector, ...changes.connector }),
      resource('zenml_stack.stack', { ...zenmlStack, ...changes.stack }),
    ]),
    stack('prod', 'prod', [resource('zenml_service_connector.s3', { ...connector, name: 'prod-s3' })]),
  ];
}

const server: readonly ServerObject[] = [
  {
    kind: 'component',
    name: 'dev-store',
    type: 'artifact_store',
    labels: LABELS,
    values: {
      flavor: 's3',
      connector_id: 'dev-s3',
      connector_resource_id: null,
      configuration: { path: 's3://b', is_model: false, secret_key: 'one', default_of_the_server: 1 },
      environment: {},
    },
  },
  {
    kind: 'connector',
    name: 'dev-s3',
    labels: LABELS,
    values: {
      type: 'aws',
      auth_method: 'implicit',
      resource_type: 's3-bucket',
      resource_id: 's3://b',
      configuration: { region: 'us-east-1' },
    },
  },
  {
    kind: 'stack',
    name: 'dev-stack',
    labels: LABELS,
    values: { description: 'of dev', environment: {}, components: { artifact_store: ['dev-store'] } },
  },
];

/** The objects of dev that are not as synthesized, with what is otherwise. */
function differencesOf(wanted: readonly SynthesizedStack[], found: readonly ServerObject[] = server) {
  return compareApp(wanted.slice(0, 1), wanted, found)
    .filter(({ state }) => state !== 'as synthesized')
    .map(({ name, state, differences }) => [
      `${name} ${state}`,
      ...differences.map((each) => `${each.what}: ${each.found} instead of ${each.wanted}`),
    ]);
}

function onServer(name: string, values: JsonObject, labels: Record<string, string> = LABELS): readonly ServerObject[] {
  return server.map((each) =>
    each.name === name ? ({ ...each, labels, values: { ...each.values, ...values } } as ServerObject) : each,
  );
}

describe('what is on the server', () => {
  it('is as synthesized where it means the same: computed, hidden and filled in values apart', () => {
    expect(differencesOf(app())).toEqual([]);
    const [component] = compareApp(app().slice(0, 1), app(), server);
    expect(component).toMatchObject({ name: 'dev-store', stack: 'dev', notCompared: ['configuration.path'] });
  });

  it('is missing where it is not there, also where another type has its name', () => {
    const namesake = server.map((each) => (each.kind === 'component' ? { ...each, type: 'orchestrator' } : each));
    expect(differencesOf(app(), namesake)).toContainEqual(['dev-store missing']);
    expect(differencesOf(app(), [])).toEqual([['dev-store missing'], ['dev-s3 missing'], ['dev-stack missing']]);
  });

  it.each<[string, JsonObject, JsonObject, string]>([
    ['flavor', { flavor: 'local' }, {}, 'flavor: s3 instead of local'],
    ['configuration', { configuration: { is_model: 'true' } }, {}, 'configuration.is_model: false instead of true'],
    [
      'secrets',
      { configuration: { secret_key: 'two' } },
      {},
      'configuration.secret_key: (not shown) instead of (not shown)',
    ],
    ['connector', {}, { connector_id: 'other' }, 'connector_id: other instead of dev-s3'],
    ['connector', { connector_id: undefined }, {}, 'connector_id: dev-s3 instead of none'],
    [
      'connector',
      { connector_id: '${data.zenml_service_connector.looked-up.id}' },
      {},
      'connector_id: dev-s3 instead of shared',
    ],
    ['labels', { labels: { ...LABELS, team: 'a' } }, {}, 'labels.team: none instead of a'],
  ])('has drifted in the %s of a component', (_, wanted, found, difference) => {
    expect(differencesOf(app({ store: wanted }), onServer('dev-store', found))).toEqual([
      ['dev-store drifted', difference],
    ]);
  });

  it.each<[string, JsonObject, string]>([
    ['method', { auth_method: 'secret-key' }, 'auth_method: secret-key instead of implicit'],
    ['resource type', { resource_type: null }, 'resource_type: none instead of s3-bucket'],
    [
      'configuration',
      { configuration: { region: 'eu-west-1' } },
      'configuration.region: eu-west-1 instead of us-east-1',
    ],
  ])('has drifted in the %s of a connector', (_, found, difference) => {
    expect(differencesOf(app(), onServer('dev-s3', found))).toEqual([['dev-s3 drifted', difference]]);
  });

  it('has drifted in the components of a stack, those of types that it should not have too', () => {
    const components = { artifact_store: ['other'], orchestrator: ['local'] };
    expect(differencesOf(app(), onServer('dev-stack', { components }))).toEqual([
      [
        'dev-stack drifted',
        'components.artifact_store: ["other"] instead of ["dev-store"]',
        'components.orchestrator: ["local"] instead of none',
      ],
    ]);
  });

  it('has not drifted in what terraform is told to ignore', () => {
    const lifecycle = { ignore_changes: ['labels', 'description'] };
    const found = onServer('dev-stack', { description: 'changed' }, { environment: 'dev' });
    expect(differencesOf(app({ stack: { lifecycle } }), found)).toEqual([]);
    expect(differencesOf(app(), found)).toHaveLength(1);
  });

  it('is extra where it has the labels of the environment and is nowhere in the app', () => {
    const orphan = { kind: 'connector', name: 'orphan', labels: LABELS, values: {} } as const;
    const others = [
      { ...orphan, name: 'of-prod', labels: { ...LABELS, environment: 'prod' } },
      { ...orphan, name: 'of-people', labels: { environment: 'dev' } },
      { ...orphan, name: 'prod-s3' },
    ];
    expect(differencesOf(app(), [...server, orphan, ...others])).toEqual([['orphan extra']]);
  });

  it('is not called missing or extra where terraform computes the name', () => {
    const found = server.map((each) => (each.kind === 'connector' ? { ...each, name: 'dev-1a2b' } : each));
    const wanted = app({
      connector: { name: 'dev-${random_id.x.hex}' },
      store: { connector_id: '${local.connector}' },
    });
    expect(differencesOf(wanted, found)).toEqual([['dev-${random_id.x.hex} not compared']]);
  });
});

test('people get a table, with what differs and a summary', () => {
  const objects = compareApp(app().slice(0, 1), app(), onServer('dev-s3', { auth_method: 'secret-key' }));
  const text = describeStatus(objects, 'http://server');
  expect(text).toMatch(/drifted +│ connector +│ dev-s3 +│ auth_method: secret-key on the server, implicit in the app/);
  expect(text).toContain('http://server: 2 as synthesized, 1 drifted, 0 missing, 0 extra.');
  expect(text).toContain('Values that terraform computes were not compared: 1.');
});
