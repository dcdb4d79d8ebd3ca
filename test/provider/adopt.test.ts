import { formatPath, type Diagnostic, type Value } from '../../src/framework';
import { MockZenml } from '../zenml/support/mock-zenml';
import { providerClient, ResourceRunner } from './support/resource-runner';
import {
  answer,
  component,
  connector,
  CONNECTOR_TYPES,
  FLAVORS,
  ID,
  OTHER_ID,
  page,
  stack,
  USER_ID,
} from './support/server-answers';

type Fields = Readonly<Record<string, unknown>>;

/** A resource whose name something on the server has already. */
interface Taken {
  readonly typeName: string;
  readonly collection: string;
  readonly config: Readonly<Record<string, Value>>;
  /** What has the name: exactly as configured. */
  readonly same: Fields;
  /** What has the name: otherwise, and what an error says of that. */
  readonly other: Fields;
  readonly difference: RegExp;
  /** True where it is read once more alone, with its secrets. */
  readonly isReadWhole?: boolean;
}

const SECRET = 'hunter2hunter2';

const secret = (values: Fields) => answer('tracker', { private: false, values });
const docker = (password: string) =>
  connector({ username: 'me', password }, { connector_type: 'docker', auth_method: 'password' });

const RESOURCES: readonly Taken[] = [
  {
    typeName: 'zenml_project',
    collection: 'projects',
    config: { name: 'fraud', description: 'Finds it.' },
    same: answer('fraud', { display_name: 'fraud' }, { description: 'Finds it.' }),
    other: answer('fraud', { display_name: 'fraud' }, { description: 'Loses it.' }),
    difference: /`description` is "Loses it\." there and "Finds it\." here/,
  },
  {
    typeName: 'zenml_secret',
    collection: 'secrets',
    config: { name: 'tracker', values: { user: 'ml' }, values_wo: { token: SECRET }, values_wo_version: 1 },
    same: secret({ user: 'ml', token: SECRET }),
    other: secret({ user: 'ml', token: `other-${SECRET}` }),
    difference: /`values` is different in token \(the values are sensitive\)/,
    isReadWhole: true,
  },
  {
    typeName: 'zenml_service_connector',
    collection: 'service_connectors',
    config: {
      name: 'registry',
      type: 'docker',
      auth_method: 'password',
      resource_type: 'docker-registry',
      configuration: { username: 'me' },
      configuration_wo: { password: SECRET },
      configuration_wo_version: 1,
      verify: false,
    },
    same: docker(SECRET),
    other: docker(`other-${SECRET}`),
    difference: /`configuration` is different in password/,
    isReadWhole: true,
  },
  {
    typeName: 'zenml_stack_component',
    collection: 'components',
    config: { name: 'store', type: 'artifact_store', flavor: 's3', configuration: { path: 's3://b' } },
    same: component({ path: 's3://b' }),
    other: component({ path: 's3://other' }, { labels: { team: 'ml' } }),
    difference: /`configuration` is different in path.*`labels` is \{"team":"ml"\} there and null here/,
  },
  {
    typeName: 'zenml_stack',
    collection: 'stacks',
    config: { name: 'dev', components: { artifact_store: ID, orchestrator: OTHER_ID } },
    same: stack({ artifact_store: [component({})], orchestrator: [component({}, { id: OTHER_ID })] }),
    other: stack({ artifact_store: [component({})], orchestrator: [component({}, { id: USER_ID })] }),
    difference: /`components` is .* there and .* here/,
  },
  {
    typeName: 'zenml_flavor',
    collection: 'flavors',
    config: { name: 'slurm', type: 'orchestrator', source: 'acme.Slurm', config_schema: '{}' },
    same: answer('slurm', { type: 'orchestrator', source: 'acme.Slurm', is_custom: true }, { config_schema: {} }),
    other: answer('slurm', { type: 'orchestrator', source: 'acme.Other', is_custom: true }, { config_schema: {} }),
    difference: /`source` is "acme.Other" there and "acme.Slurm" here/,
  },
];

let server: MockZenml;

beforeEach(() => {
  server = new MockZenml();
});

afterEach(async () => {
  server.assertAllMade();
  await server.agent.close();
});

const said = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(
    ({ severity, summary, detail, path }) => `${severity} ${path ? formatPath(path) : '-'}: ${summary}: ${detail}`,
  );

describe.each(RESOURCES.map((taken) => [taken.typeName, taken] as const))('%s whose name is taken', (_, taken) => {
  const { typeName, collection, config, same, other, difference, isReadWhole = false } = taken;

  function create(holder: Fields, adoptExisting: boolean) {
    const conflict = { status: 409, body: { detail: ['EntityExistsError', 'taken'] } };
    server.on('POST', `/api/v1/${collection}`, conflict).on('GET', `/api/v1/${collection}`, { body: page(holder) });
    if (isReadWhole && adoptExisting) server.on('GET', `/api/v1/${collection}/${ID}`, { body: holder });
    const client = providerClient(server, { apiToken: 'token' }, { adoptExisting, skipValidation: true });
    return new ResourceRunner(typeName, client).apply(config);
  }

  test('stops with an import block', async () => {
    const { value, diagnostics } = await create(same, false);
    expect(value).toBeUndefined();
    expect(said(diagnostics)).toEqual([expect.stringMatching(/^error name: Name Already Taken: /)]);
    expect(diagnostics[0]?.detail).toContain(`import {\n  to = ${typeName}.example\n  id = "${ID}"\n}`);
  });

  test('takes over what is exactly as configured, where the provider adopts', async () => {
    const { value, diagnostics } = await create(same, true);
    expect(value).toMatchObject({ id: ID, name: config.name });
    expect(said(diagnostics)).toEqual([expect.stringMatching(/^warning name: Existing Object Taken Over: .*exactly/)]);
  });

  test('says what is otherwise, with no secret, where the provider adopts', async () => {
    const { value, diagnostics } = await create(other, true);
    expect(value).toBeUndefined();
    expect(said(diagnostics)).toEqual([expect.stringMatching(/^error name: Name Already Taken: /)]);
    expect(diagnostics[0]?.detail).toMatch(difference);
    expect(diagnostics[0]?.detail).toContain('import {');
    expect(JSON.stringify(diagnostics)).not.toContain(SECRET);
  });
});

describe('what the configuration does not have', () => {
  const conflict = { status: 409, body: { detail: ['EntityExistsError', 'taken'] } };
  const create = (typeName: string, config: Readonly<Record<string, Value>>) =>
    new ResourceRunner(typeName, providerClient(server, { apiToken: 'token' }, { adoptExisting: true })).apply(config);

  test.each([
    ['a default is the same', { path: 's3://b', key: null, client_kwargs: {} }, true],
    ['another key is not', { path: 's3://b', key: SECRET }, false],
  ])('in a component: %s', async (_, configuration, isTaken) => {
    server
      .on('GET', '/api/v1/flavors', { body: FLAVORS })
      .on('POST', '/api/v1/components', conflict)
      .on('GET', '/api/v1/components', { body: page(component(configuration)) });
    const config = { name: 'store', type: 'artifact_store', flavor: 's3', configuration: { path: 's3://b' } };
    const { value, diagnostics } = await create('zenml_stack_component', config);
    expect(value !== undefined).toBe(isTaken);
    expect(JSON.stringify(diagnostics)).not.toContain(SECRET);
    if (!isTaken) expect(diagnostics[0]?.detail).toContain('`configuration` is different in key');
  });

  test.each([
    ['a default is the same', { username: 'me', password: SECRET, registry: null }, true],
    ['another key is not', { username: 'me', password: SECRET, registry: 'other.io' }, false],
  ])('in a connector: %s', async (_, configuration, isTaken) => {
    const held = connector(configuration, { connector_type: 'docker', auth_method: 'password' });
    server
      .on('GET', '/api/v1/service_connector_types', { body: CONNECTOR_TYPES })
      .on('POST', '/api/v1/service_connectors', conflict)
      .on('GET', '/api/v1/service_connectors', { body: page(held) })
      .on('GET', `/api/v1/service_connectors/${ID}`, { body: held });
    const { value, diagnostics } = await create('zenml_service_connector', {
      name: 'registry',
      type: 'docker',
      auth_method: 'password',
      resource_type: 'docker-registry',
      configuration: { username: 'me', password: SECRET },
      verify: false,
    });
    expect(value !== undefined).toBe(isTaken);
    if (!isTaken) expect(diagnostics[0]?.detail).toContain('`configuration` is different in registry');
  });
});

test('a secret whose values may not be read is not taken over', async () => {
  server
    .on('POST', '/api/v1/secrets', { status: 409, body: { detail: ['EntityExistsError', 'taken'] } })
    .on('GET', '/api/v1/secrets', { body: page(secret({ user: null })) })
    .on('GET', `/api/v1/secrets/${ID}`, { body: secret({ user: null }) });
  const client = providerClient(server, { apiToken: 'token' }, { adoptExisting: true });
  const { value } = await new ResourceRunner('zenml_secret', client).apply({ name: 'tracker', values: { user: 'ml' } });
  expect(value).toBeUndefined();
});

test('a taken name is named also where its holder cannot be looked up', async () => {
  server
    .on('POST', '/api/v1/projects', { status: 409, body: { detail: ['EntityExistsError', 'taken'] } })
    .on('GET', '/api/v1/projects', { status: 403, body: { detail: ['IllegalOperationError', 'no'] } });
  const { diagnostics } = await new ResourceRunner('zenml_project', providerClient(server)).apply({ name: 'fraud' });
  expect(said(diagnostics)).toEqual([expect.stringMatching(/^error name: Name Already Taken: .*not visible/)]);
});
