import { formatPath, UNKNOWN, type Diagnostic, type Value } from '../../src/framework';
import { MockZenml } from '../zenml/support/mock-zenml';
import { providerClient, ResourceRunner, valueOf } from './support/resource-runner';
import { answer, connector, CONNECTOR_TYPES, flavor, ID, OTHER_ID, page } from './support/server-answers';

type Config = Readonly<Record<string, Value>>;

const FLAVORS = page(
  flavor(
    'k8s',
    'orchestrator',
    {
      properties: {
        synchronous: { type: 'boolean', default: true },
        timeout: { type: 'integer', minimum: 0, default: 0 },
        ratio: { anyOf: [{ type: 'number', exclusiveMinimum: 0 }, { type: 'null' }] },
        tier: { type: 'string', enum: ['low', 'high'] },
        token: { type: 'integer', sensitive: true },
        args: { type: 'array', items: { type: 'string' } },
        free: { type: 'object', additionalProperties: true },
        pods: { anyOf: [{ $ref: '#/$defs/Pods' }, { type: 'null' }] },
        text: { anyOf: [{ type: 'string' }, { type: 'null' }] },
        mixed: { anyOf: [{ type: 'integer' }, { type: 'string' }] },
      },
      $defs: { Pods: { type: 'object', properties: { ipc: { type: 'boolean' }, count: { type: 'integer' } } } },
      required: ['text'],
    },
    { connector_resource_type: 'kubernetes-cluster', connector_type: 'gcp' },
  ),
  flavor('bare', 'orchestrator', { properties: {} }),
  flavor('odd', 'orchestrator', { properties: { a: { $ref: '#/$defs/Gone' } } }),
);

let server: MockZenml;

beforeEach(() => {
  server = new MockZenml();
});

afterEach(async () => {
  server.assertAllMade();
  await server.agent.close();
});

const runner = (typeName: string, settings = {}) =>
  new ResourceRunner(typeName, providerClient(server, undefined, settings));
const said = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(
    ({ severity, summary, detail, path }) => `${severity} ${path ? formatPath(path) : '-'}: ${summary}: ${detail}`,
  );
const onFlavors = () => server.on('GET', '/api/v1/flavors', { body: FLAVORS });
const onVersion = (version: string) =>
  server.on('GET', '/api/v1/info', {
    body: { id: ID, name: 'zenml', version, deployment_type: 'other', auth_scheme: 'NO_AUTH' },
  });
const KUBE = { name: 'kube', type: 'orchestrator', flavor: 'k8s' };
const planned = async (configuration: Value, more: Config = {}) => {
  onFlavors();
  const { diagnostics } = await runner('zenml_stack_component').plan({ ...KUBE, configuration, ...more });
  return said(diagnostics);
};

describe('the configuration of a component', () => {
  test.each([
    [
      { synchronous: 'perhaps' },
      /^error configuration\["synchronous"\]: .* is "perhaps"\..*`"true"` or `"false"`.*Correct it/,
    ],
    [{ timeout: 'abc' }, /^error configuration\["timeout"\]: .*"abc".*a whole number such as `"5"`, at least 0/],
    [{ timeout: '-1' }, /^error configuration\["timeout"\]: .*"-1".*at least 0/],
    [{ timeout: '1.5' }, /^error configuration\["timeout"\]: .*"1\.5".*a whole number/],
    [{ ratio: '0' }, /^error configuration\["ratio"\]: .*more than 0/],
    [{ tier: 'middle' }, /^error configuration\["tier"\]: .*one of "low", "high"/],
    [{ args: 'not json' }, /^error configuration\["args"\]: .*a list, written with `jsonencode/],
    [{ args: '["a", 1]' }, /^error configuration\["args"\]: .*1 must be string/],
    [{ free: '[]' }, /^error configuration\["free"\]: .*an object, written with `jsonencode/],
    [{ pods: '{"ipc": "maybe", "count": 1}' }, /^error configuration\["pods"\]: .*ipc must be boolean/],
  ])('%j is refused at the key', async (configuration, expected) => {
    expect(await planned({ text: '', ...configuration })).toEqual([expect.stringMatching(expected)]);
  });

  test.each<Config>([
    { synchronous: 'False' },
    { synchronous: 'yes' },
    { timeout: '5' },
    { timeout: '5.0' },
    { ratio: '0.5' },
    { tier: 'low' },
    { args: '["a"]' },
    { free: '{"a":{"b":[1]}}' },
    { pods: '{"ipc":"true","count":"3"}' },
    { pods: 'null' },
    { text: '{"a":' },
    { mixed: 'five' },
  ])('%j is taken as the server takes it', async (configuration) => {
    expect(await planned({ text: '', ...configuration })).toEqual([]);
  });

  test('lacks a key, which is named', async () => {
    expect(await planned({})).toEqual([expect.stringMatching(/^error configuration\["text"\]: Missing Configuration/)]);
  });

  test('has its required key in the write-only part', async () => {
    expect(await planned(null, { configuration_wo: { text: 'x' }, configuration_wo_version: 1 })).toEqual([]);
  });

  test('never shows the value of a secret or write-only key', async () => {
    const more = { configuration_wo: { timeout: 'hunter2' }, configuration_wo_version: 1 };
    const texts = await planned({ text: '', token: 'hunter3' }, more);
    expect(texts.map((text) => text.split(': ')[0]).sort()).toEqual([
      'error configuration["token"]',
      'error configuration_wo["timeout"]',
    ]);
    expect(texts.join()).not.toMatch(/hunter/);
  });

  test.each([
    ['0.98.0', 'error', /refuses it/],
    ['0.92.0', 'error', /refuses it/],
    ['0.90.0', 'warning', /drops it/],
    ['0.84.3', 'warning', /drops it/],
    ['0.82.1', 'warning', /stores it/],
    ['0.80.2', 'error', /refuses it/],
  ])('has an unknown key, of which a server %s makes an %s', async (version, severity, consequence) => {
    onVersion(version);
    const [text, ...others] = await planned({ text: '', timeoutt: '1' });
    expect(others).toEqual([]);
    expect(text).toMatch(new RegExp(`^${severity} configuration\\["timeoutt"\\]: .*Did you mean "timeout"\\?`));
    expect(text).toMatch(consequence);
  });

  test('keeps an unknown key that it has already, with a warning', async () => {
    onVersion('0.98.0');
    onFlavors();
    const components = runner('zenml_stack_component');
    const prior = components.model({ ...KUBE, id: ID, configuration: { text: '', old: '1' } });
    const { diagnostics } = await components.plan({ ...KUBE, configuration: { text: 'x', old: '1' } }, prior);
    expect(said(diagnostics)).toEqual([expect.stringMatching(/^warning configuration\["old"\]/)]);
  });

  test.each([
    ['of a key', { text: UNKNOWN }],
    ['of another key', { text: '', timeout: UNKNOWN }],
    ['of all', UNKNOWN],
  ])('is not judged by an unknown value %s', async (_, configuration) => {
    expect(await planned(configuration)).toEqual([]);
  });

  test('is passed with a warning where the schema is unusable', async () => {
    onFlavors();
    const { diagnostics } = await runner('zenml_stack_component').plan({
      ...KUBE,
      flavor: 'odd',
      configuration: { a: '1' },
    });
    expect(said(diagnostics)).toEqual([expect.stringMatching(/^warning configuration: Configuration Not Checked/)]);
  });

  test('is not checked with skip_validation, and no catalog is asked for', async () => {
    const components = runner('zenml_stack_component', { skipValidation: true });
    const { diagnostics } = await components.plan({ ...KUBE, configuration: { nonsense: '1' } });
    expect(diagnostics).toEqual([]);
    expect(server.seen).toEqual([]);
  });
});

describe('the connector of a component', () => {
  const withConnector = (body: object) =>
    server.on('GET', `/api/v1/service_connectors/${OTHER_ID}`, { body: connector({}, { id: OTHER_ID, ...body }) });
  const GIVEN = { connector_id: OTHER_ID };

  test('of the right type and resource type fits', async () => {
    withConnector({ connector_type: 'gcp', resource_types: ['gcp-generic', 'kubernetes-cluster'] });
    expect(await planned({ text: '' }, GIVEN)).toEqual([]);
  });

  test.each([
    [{ connector_type: 'aws', resource_types: ['kubernetes-cluster'] }, /of the type aws.*needs one of the type gcp/],
    [{ connector_type: 'gcp', resource_types: ['gcs-bucket'] }, /reaches gcs-bucket.*reaches kubernetes-cluster/],
  ])('%j does not fit', async (body, expected) => {
    withConnector(body);
    const texts = await planned({ text: '' }, GIVEN);
    expect(texts).toEqual([expect.stringMatching(/^error connector_id: Unfit Service Connector/)]);
    expect(texts[0]).toMatch(expected);
  });

  test('is of no use to a flavor that takes none', async () => {
    withConnector({});
    expect(await planned({}, { ...GIVEN, flavor: 'bare' })).toEqual([
      expect.stringMatching(/^warning connector_id: Service Connector Not Used/),
    ]);
  });

  test('is asked for once, however many components have it', async () => {
    onFlavors();
    withConnector({ connector_type: 'gcp', resource_types: ['kubernetes-cluster'] });
    const components = runner('zenml_stack_component');
    for (const name of ['a', 'b', 'c']) {
      const { diagnostics } = await components.plan({ ...KUBE, ...GIVEN, name, configuration: { text: '' } });
      expect(diagnostics).toEqual([]);
    }
  });

  test('is not asked for where the same run made it', async () => {
    onFlavors().on('GET', '/api/v1/service_connector_types', { body: CONNECTOR_TYPES });
    server.on('POST', '/api/v1/service_connectors', { body: connector({}) });
    const client = providerClient(server);
    const configuration = { username: 'me', password: 'p' };
    const config = { name: 'registry', type: 'docker', auth_method: 'password', configuration, verify: false };
    valueOf(await new ResourceRunner('zenml_service_connector', client).apply(config));
    const kube = { ...KUBE, connector_id: ID, configuration: { text: '' } };
    const { diagnostics } = await new ResourceRunner('zenml_stack_component', client).plan(kube);
    expect(said(diagnostics)).toEqual([expect.stringMatching(/Unfit Service Connector: .*of the type docker/)]);
  });

  test('is not asked for while its id is unknown, nor where it may not be seen', async () => {
    expect(await planned({ text: '' }, { connector_id: UNKNOWN })).toEqual([]);
    const denied = { status: 403, body: { detail: ['IllegalOperationError', 'no'] } };
    server.on('GET', `/api/v1/service_connectors/${OTHER_ID}`, denied);
    expect(await planned({ text: '' }, GIVEN)).toEqual([]);
  });
});

describe('a reference to a secret', () => {
  const REFERENCE = { text: '{{ tracker.token }}' };
  const found = (...items: object[]) => server.on('GET', '/api/v1/secrets', { body: page(...items) });
  const secret = (values: object | null) => answer('tracker', { private: false, ...(values && { values }) });
  const held = (values: object) => server.on('GET', `/api/v1/secrets/${ID}`, { body: secret(values) });

  test('is in order where secret and key are there', async () => {
    found(secret(null));
    held({ token: 'x' });
    expect(await planned(REFERENCE)).toEqual([]);
  });

  test.each([
    ['a key', () => [found(secret(null)), held({ tokn: 'x' })], /has no key "token".*Did you mean "tokn"\?/],
    ['the secret', () => [found()], /has no secret "tracker"/],
  ])('that lacks %s draws a warning, since this run may make it', async (_, answers, expected) => {
    answers();
    const texts = await planned(REFERENCE);
    expect(texts).toEqual([expect.stringMatching(/^warning configuration\["text"\]: Secret Reference Not Found/)]);
    expect(texts[0]).toMatch(expected);
  });

  test('is looked up once for all components', async () => {
    onFlavors();
    found(secret(null));
    held({ token: 'x' });
    const components = runner('zenml_stack_component');
    const config = { ...KUBE, configuration: REFERENCE };
    await Promise.all([components.plan(config), components.plan({ ...config, name: 'other' })]);
    expect(server.count('GET', '/api/v1/secrets')).toBe(1);
  });

  test.each<[string, Config]>([
    ['the key', { values: { token: 'x' } }],
    ['the key, write-only,', { values_wo: { token: 'x' }, values_wo_version: 1 }],
    ['keys that are not known yet', { values: UNKNOWN }],
  ])('is in order where the same run has planned the secret with %s', async (_, config) => {
    const client = providerClient(server);
    onFlavors();
    await new ResourceRunner('zenml_secret', client).plan({ name: 'tracker', ...config });
    const components = new ResourceRunner('zenml_stack_component', client);
    expect((await components.plan({ ...KUBE, configuration: REFERENCE })).diagnostics).toEqual([]);
    expect(server.count('GET', '/api/v1/secrets')).toBe(0);
  });

  test('draws a warning where the same run has planned the secret without the key', async () => {
    const client = providerClient(server);
    onFlavors();
    found();
    await new ResourceRunner('zenml_secret', client).plan({ name: 'tracker', values: { tokn: 'x' } });
    const { diagnostics } = await new ResourceRunner('zenml_stack_component', client).plan({
      ...KUBE,
      configuration: REFERENCE,
    });
    expect(diagnostics).toMatchObject([{ severity: 'warning', summary: 'Secret Reference Not Found' }]);
  });

  test('draws nothing where secrets may not be seen', async () => {
    server.on('GET', '/api/v1/secrets', { status: 403, body: { detail: ['IllegalOperationError', 'no'] } });
    expect(await planned(REFERENCE)).toEqual([]);
  });
});

describe('a connector', () => {
  const AWS = {
    name: 'aws',
    type: 'aws',
    auth_method: 'secret-key',
    configuration: { aws_access_key_id: 'a', aws_secret_access_key: 'hunter2', region: 'us-east-1' },
  };
  const check = async (config: Config) => {
    server.on('GET', '/api/v1/service_connector_types', { body: CONNECTOR_TYPES });
    return said((await runner('zenml_service_connector').plan({ ...AWS, ...config })).diagnostics);
  };

  test('with all keys is in order', async () => {
    expect(await check({})).toEqual([]);
  });

  test('without a key is refused, unless that is write-only', async () => {
    const { aws_secret_access_key, ...configuration } = AWS.configuration;
    expect(await check({ configuration })).toEqual([
      expect.stringMatching(/^error configuration\["aws_secret_access_key"\]: Missing.*`configuration_wo`/),
    ]);
    const configuration_wo = { aws_secret_access_key };
    expect(await check({ configuration, configuration_wo, configuration_wo_version: 1 })).toEqual([]);
  });

  test('with an unknown key draws a warning: servers ignore it', async () => {
    expect(await check({ configuration: { ...AWS.configuration, regin: 'x' } })).toEqual([
      expect.stringMatching(/^warning configuration\["regin"\]: .*ignores it.*Did you mean "region"\?/),
    ]);
  });

  test.each([
    [['aws-generic'], []],
    [['s3-bucket', 'aws-generic'], []],
    [['s3'], [expect.stringMatching(/^error resource_types: Unknown Resource Type.*They reach/)]],
    [UNKNOWN, []],
  ])('with the resource types %j is judged by what its type reaches', async (resource_types, expected) => {
    expect(await check({ resource_types })).toEqual(expected);
  });

  test('that is only to be renamed asks for no catalog', async () => {
    const connectors = runner('zenml_service_connector');
    const prior = connectors.model({ ...AWS, id: ID });
    expect((await connectors.plan({ ...AWS, name: 'new' }, prior)).diagnostics).toEqual([]);
    expect(server.seen).toEqual([]);
  });

  test('is not checked with skip_validation', async () => {
    const connectors = runner('zenml_service_connector', { skipValidation: true });
    expect((await connectors.plan({ ...AWS, auth_method: 'nonsense' })).diagnostics).toEqual([]);
    expect(server.seen).toEqual([]);
  });
});

test('a component that is planned unchanged asks nobody', async () => {
  const components = runner('zenml_stack_component');
  const prior = components.model({ ...KUBE, id: ID, configuration: { text: '' } });
  expect((await components.plan({ ...KUBE, configuration: { text: '' } }, prior)).planned).toEqual(prior);
  expect(server.seen).toEqual([]);
});
