import { formatPath, UNKNOWN, type Diagnostic, type Value } from '../../src/framework';
import { MockZenml } from '../zenml/support/mock-zenml';
import { providerClient, ResourceRunner, valueOf } from './support/resource-runner';
import {
  answer,
  component,
  connector,
  CONNECTOR_TYPES,
  CREATED,
  ID,
  OTHER_ID,
  page,
  THIRD_ID,
  UPDATED,
  USER_ID,
} from './support/server-answers';

const CREDENTIALS = { username: 'ml', password: 'hunter2hunter2' };
const DOCKER = { name: 'registry', type: 'docker', auth_method: 'password', configuration: CREDENTIALS };
const KEYS = {
  aws_access_key_id: 'AKIAIOSFODNN7EXAMPLE',
  aws_secret_access_key: 'hunter2hunter2',
  region: 'us-east-1',
};
const AWS = { name: 'aws', type: 'aws', auth_method: 'secret-key', resource_type: 's3-bucket', configuration: KEYS };
const S3 = { resource_types: ['s3-bucket'] };
const AT_ID = `/api/v1/service_connectors/${ID}`;
const VERIFY = '/api/v1/service_connectors/verify';
const COMPUTED = {
  id: ID,
  description: '',
  resource_types: ['docker-registry'],
  expiration_seconds: null,
  expires_at: null,
  expires_skew_tolerance: null,
  supports_instances: false,
  user: USER_ID,
  created: CREATED,
  updated: UPDATED,
};

let server: MockZenml;
let connectors: ResourceRunner;

beforeEach(() => {
  server = new MockZenml();
  connectors = new ResourceRunner('zenml_service_connector', providerClient(server));
});

afterEach(async () => {
  server.assertAllMade();
  await server.agent.close();
});

const onTypes = () => server.on('GET', '/api/v1/service_connector_types', { body: CONNECTOR_TYPES });
const onVerify = (error: string | null = null) => server.on('POST', VERIFY, { body: { error, resources: [] } });
const requests = () => server.seen.map(({ method, path }) => `${method} ${path.replace('/api/v1', '')}`);
const bodyOf = (index: number) => JSON.parse(server.seen.at(index)?.body ?? '{}') as Record<string, unknown>;
const said = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(
    ({ severity, summary, detail, path }) => `${severity} ${path ? formatPath(path) : '-'}: ${summary}: ${detail}`,
  );
const state = (config: Readonly<Record<string, Value>>) => connectors.model({ ...COMPUTED, ...config });

describe('creating', () => {
  test('verifies again while AWS does not know the new key yet, and then makes the connector once', async () => {
    onTypes();
    onVerify('An error occurred (InvalidClientTokenId) when calling the GetCallerIdentity operation.');
    onVerify().on('POST', '/api/v1/service_connectors', {
      body: connector(KEYS, { connector_type: 'aws', auth_method: 'secret-key' }),
    });
    expect((await connectors.apply(AWS)).diagnostics).toEqual([]);
    expect(requests().slice(1)).toEqual([
      'POST /service_connectors/verify',
      'POST /service_connectors/verify',
      'POST /service_connectors',
    ]);
  });

  test('verifies first, then makes the connector', async () => {
    onTypes();
    onVerify().on('POST', '/api/v1/service_connectors', { body: connector(CREDENTIALS) });
    expect(valueOf(await connectors.apply(DOCKER))).toEqual(state(DOCKER));
    expect(requests()).toEqual([
      'GET /service_connector_types',
      'POST /service_connectors/verify',
      'POST /service_connectors',
    ]);
    expect(bodyOf(2)).toMatchObject({
      name: 'registry',
      connector_type: 'docker',
      auth_method: 'password',
      resource_types: [],
      configuration: CREDENTIALS,
      labels: {},
    });
  });

  test('makes nothing where the cloud refuses the configuration, and does not repeat its secrets', async () => {
    onTypes();
    onVerify('authorization failure: ml:hunter2hunter2 was refused');
    const { value, diagnostics } = await connectors.apply(DOCKER);
    expect(value).toBeUndefined();
    expect(said(diagnostics)).toEqual([
      expect.stringMatching(
        /^error configuration: Service Connector Not Verified: .*authorization failure: ml.*Nothing was changed.*verify = false/,
      ),
    ]);
    expect(JSON.stringify(diagnostics)).not.toContain('hunter2hunter2');
  });

  test('names the variable that the server must be started with, where that refuses implicit authentication', async () => {
    onTypes();
    onVerify(
      'connector authorization failure: Implicit authentication methods for service connectors are implicitly disabled for ' +
        'security reasons. To enabled them, the ZENML_ENABLE_IMPLICIT_AUTH_METHODS environment variable must be set for the ' +
        'ZenML deployment.',
    );
    const { value, diagnostics } = await connectors.apply(AWS);
    expect(value).toBeUndefined();
    expect(said(diagnostics)).toEqual([
      expect.stringMatching(
        /^error auth_method: Implicit Authentication Not Enabled: .*"aws".*Nothing was changed\. Start the server with ZENML_ENABLE_IMPLICIT_AUTH_METHODS=true .*run the command again/,
      ),
    ]);
  });

  test('makes nothing where the server does not answer within timeouts.create', async () => {
    onTypes();
    server.agent.get('https://zenml.test').intercept({ method: 'POST', path: VERIFY }).reply(200, {}).delay(2_000);
    const { value, diagnostics } = await connectors.apply({ ...DOCKER, timeouts: { create: '60ms', update: null } });
    expect(value).toBeUndefined();
    expect(said(diagnostics)).toEqual([expect.stringMatching(/^error timeouts\.create: .*timeouts\.create/)]);
  });

  test('verifies nothing with verify = false', async () => {
    onTypes().on('POST', '/api/v1/service_connectors', { body: connector(CREDENTIALS) });
    expect(valueOf(await connectors.apply({ ...DOCKER, verify: false }))).toEqual(state({ ...DOCKER, verify: false }));
  });

  test.each([
    [
      'missing required attribute "region"',
      ['ValueError', "connector configuration is not valid: missing required attribute 'region'"],
      'configuration["region"]',
    ],
    ['an invalid resource id', ['ValueError', 'Invalid resource ID for an S3 bucket: x'], 'resource_id'],
  ])('points at %s', async (_, detail, path) => {
    onTypes().on('POST', '/api/v1/service_connectors', { status: 400, body: { detail } });
    const { diagnostics } = await connectors.apply({ ...AWS, verify: false });
    expect(diagnostics.map((diagnostic) => formatPath(diagnostic.path ?? []))).toEqual([path]);
  });

  test('stops at a taken name with an import block', async () => {
    onTypes()
      .on('POST', '/api/v1/service_connectors', { status: 409, body: { detail: ['EntityExistsError', 'same name'] } })
      .on('GET', '/api/v1/service_connectors', { body: page(connector({})) });
    const { diagnostics } = await connectors.apply({ ...DOCKER, verify: false });
    expect(diagnostics[0]?.detail).toContain(`import {\n  to = zenml_service_connector.example\n  id = "${ID}"\n}`);
  });
});

describe('planning', () => {
  test.each([
    ['an unknown type', { ...DOCKER, type: 'dokcer' }, /^error type: .*Did you mean "docker"\?/],
    [
      'a type that is not installed',
      { ...AWS, type: 'gcp' },
      /^error type: Service Connector Type Not Installed: .*connectors-gcp/,
    ],
    [
      'an unknown authentication method',
      { ...AWS, auth_method: 'secretkey' },
      /^error auth_method: .*Did you mean "secret-key"\?/,
    ],
    [
      'an unknown resource type',
      { ...AWS, resource_type: 's3' },
      /^error resource_type: .*They reach aws-generic, s3-bucket/,
    ],
  ])('stops at %s', async (_, config, expected) => {
    onTypes();
    expect(said((await connectors.plan(config)).diagnostics)).toEqual([expect.stringMatching(expected)]);
  });

  test('lets a type that is not installed pass with a warning where nothing is verified', async () => {
    onTypes();
    expect(said((await connectors.plan({ ...AWS, type: 'gcp', verify: false })).diagnostics)).toEqual([
      expect.stringMatching(/^warning type: /),
    ]);
  });

  test('replaces for another type only', async () => {
    onTypes();
    const config = {
      ...AWS,
      auth_method: 'iam-role',
      resource_type: null,
      configuration: { ...KEYS, role_arn: 'arn' },
    };
    expect((await connectors.plan(config, state(AWS))).requiresReplace).toEqual([]);
    const { requiresReplace } = await connectors.plan(DOCKER, state(AWS));
    expect(requiresReplace.map(formatPath)).toEqual(['type']);
  });

  test('knows what a change of verify or timeouts alone leaves as it is', async () => {
    const config = { ...DOCKER, verify: false, timeouts: { create: '1m', update: null, delete: null } };
    expect((await connectors.plan(config, state(DOCKER))).planned).toEqual(state(config));
  });
});

describe('reading', () => {
  test('is one GET, and what the server filled in is no drift', async () => {
    server.on('GET', AT_ID, { body: connector({ ...CREDENTIALS, registry: 'docker.io' }) });
    expect(valueOf(await connectors.read(state(DOCKER)))).toEqual(state(DOCKER));
    expect(requests()).toEqual([`GET /service_connectors/${ID}`]);
  });

  test('shows drift of secrets, method, resource and labels', async () => {
    const changed = {
      name: 'aws',
      connector_type: 'aws',
      auth_method: 'iam-role',
      resource_types: ['s3-bucket', 'aws-generic'],
      labels: { a: 'b' },
      updated: 'later',
    };
    server.on('GET', AT_ID, { body: connector({ ...KEYS, aws_secret_access_key: 'other' }, changed) });
    expect(valueOf(await connectors.read(state(AWS)))).toMatchObject({
      auth_method: 'iam-role',
      resource_type: null,
      labels: { a: 'b' },
      configuration: { ...KEYS, aws_secret_access_key: 'other' },
    });
  });

  test('tells a hidden secret from a key that is gone by the catalog', async () => {
    const config = { ...DOCKER, configuration: { ...CREDENTIALS, registry: 'docker.io', unheard_of: 'x' } };
    server.on('GET', AT_ID, { body: connector({ username: 'ml' }, { updated: 'later' }) });
    onTypes();
    expect(valueOf(await connectors.read(state(config)))).toMatchObject({
      configuration: { ...CREDENTIALS, unheard_of: 'x' },
      resource_type: null,
    });
  });

  test('shows that a connector of several resource types was narrowed to one', async () => {
    const narrowed = {
      connector_type: 'aws',
      auth_method: 'secret-key',
      resource_types: ['s3-bucket'],
      updated: 'later',
    };
    server.on('GET', AT_ID, { body: connector(KEYS, narrowed) });
    onTypes();
    expect(valueOf(await connectors.read(state({ ...AWS, resource_type: null })))).toMatchObject({
      resource_type: 's3-bucket',
    });
  });

  test('gives null for what somebody else deleted', async () => {
    server.on('GET', AT_ID, { status: 404, body: { detail: ['KeyError', 'none'] } });
    expect(valueOf(await connectors.read(state(DOCKER)))).toBeNull();
  });
});

describe('changing', () => {
  test('sends everything, what is not managed as it was read, after verifying, and reads nothing first', async () => {
    const held = { expiration_seconds: 900, expires_at: '2027-01-01T00:00:00' };
    onTypes();
    onVerify().on('PUT', AT_ID, { body: connector(CREDENTIALS, held) });
    const configuration = { ...CREDENTIALS, password: 'rotated-password' };
    valueOf(await connectors.apply({ ...DOCKER, configuration }, state({ ...DOCKER, ...held })));
    expect(requests()).toEqual([
      'GET /service_connector_types',
      'POST /service_connectors/verify',
      `PUT /service_connectors/${ID}`,
    ]);
    expect(bodyOf(2)).toEqual({
      name: 'registry',
      description: '',
      auth_method: 'password',
      resource_types: ['docker-registry'],
      resource_id: null,
      configuration,
      labels: {},
      expiration_seconds: 900,
      expires_at: '2027-01-01T00:00:00',
    });
  });

  test('changes nothing where the cloud refuses the new configuration', async () => {
    onTypes();
    onVerify('refused');
    const configuration = { ...CREDENTIALS, password: 'wrong' };
    const { value, diagnostics } = await connectors.apply({ ...DOCKER, configuration }, state(DOCKER));
    expect(value).toBeUndefined();
    expect(said(diagnostics)).toEqual([expect.stringMatching(/Not Verified.*refused/)]);
  });

  test('verifies nothing for a new name or label', async () => {
    server.on('PUT', AT_ID, { body: connector(CREDENTIALS) });
    valueOf(await connectors.apply({ ...DOCKER, name: 'new', labels: { a: 'b' } }, state(DOCKER)));
    expect(requests()).toEqual([`PUT /service_connectors/${ID}`]);
  });

  test('writes nothing when verify alone changes', async () => {
    onVerify();
    const value = valueOf(await connectors.apply({ ...DOCKER, verify: true }, state({ ...DOCKER, verify: false })));
    expect(value).toEqual(state({ ...DOCKER, verify: true }));
  });

  describe('the authentication method while components use the connector', () => {
    const refused = {
      detail: ['IllegalOperationError', 'a service connector that is already actively used cannot be changed.'],
    };
    const user = component({}, { connector: answer('aws', {}, {}, ID), connector_resource_id: 's3://b', id: OTHER_ID });
    const stranger = component({}, { connector: answer('x', {}, {}, THIRD_ID), id: THIRD_ID, name: 'other' });
    const held = { name: 'aws', connector_type: 'aws', auth_method: 'secret-key', resource_types: ['s3-bucket'] };
    const wanted = { ...AWS, verify: false, auth_method: 'iam-role', configuration: { ...KEYS, role_arn: 'arn' } };
    const prior = () => state({ ...AWS, ...S3, verify: false });

    beforeEach(() => {
      onTypes()
        .on('PUT', AT_ID, { status: 403, body: refused })
        .on('GET', '/api/v1/components', { body: page(user, stranger) });
    });

    test('is changed with them detached and attached again', async () => {
      server
        .on('PUT', AT_ID, { body: connector(wanted.configuration, { ...held, auth_method: 'iam-role' }) })
        .on('PUT', `/api/v1/components/${OTHER_ID}`, { body: user }, 2);
      expect(valueOf(await connectors.apply(wanted, prior()))).toEqual(state({ ...wanted, ...S3 }));
      const writes = server.seen
        .filter(({ method }) => method === 'PUT')
        .map(({ path, body }) => [path, JSON.parse(body) as object]);
      expect(writes.slice(1)).toEqual([
        [`/api/v1/components/${OTHER_ID}`, { connector: null, connector_resource_id: null }],
        [AT_ID, expect.objectContaining({ auth_method: 'iam-role' })],
        [`/api/v1/components/${OTHER_ID}`, { connector: ID, connector_resource_id: 's3://b' }],
      ]);
    });

    test('leaves them attached where the change fails after all', async () => {
      server
        .on('PUT', AT_ID, { status: 500, body: { detail: ['RuntimeError', 'broken'] } })
        .on('PUT', `/api/v1/components/${OTHER_ID}`, { body: user }, 2);
      const { value, diagnostics } = await connectors.apply(wanted, prior());
      expect(value).toBeUndefined();
      expect(said(diagnostics)).toEqual([expect.stringMatching(/ZenML Server Failed: .*broken/)]);
      expect(bodyOf(-1)).toEqual({ connector: ID, connector_resource_id: 's3://b' });
    });

    test('names the components that could not be attached again', async () => {
      server
        .on('PUT', AT_ID, { body: connector(wanted.configuration, { ...held, auth_method: 'iam-role' }) })
        .on('PUT', `/api/v1/components/${OTHER_ID}`, { body: user })
        .on('PUT', `/api/v1/components/${OTHER_ID}`, { status: 500, body: { detail: ['RuntimeError', 'broken'] } }, 3);
      const { value, diagnostics } = await connectors.apply(wanted, prior());
      expect(value).toMatchObject({ auth_method: 'iam-role' });
      expect(said(diagnostics)).toEqual([
        expect.stringMatching(new RegExp(`Components Left Without.*store \\(${OTHER_ID}\\).*s3://b`)),
      ]);
    });
  });
});

describe('deleting', () => {
  test('what is in use names the components', async () => {
    const users = page(
      component({}, { connector: answer('registry', {}, {}, ID) }),
      component({}, { id: OTHER_ID, name: 'other' }),
    );
    server
      .on('DELETE', AT_ID, {
        status: 403,
        body: { detail: ['IllegalOperationError', 'still referenced by 1 stack components'] },
      })
      .on('GET', '/api/v1/components', { body: users });
    const [text] = said(await connectors.delete(state(DOCKER)));
    expect(text).toMatch(/Service Connector Still in Use: .*"registry".*the stack component "store"/);
    expect(text).not.toContain('"other"');
  });
});

describe('importing', () => {
  test('takes no secrets, and no resource type where the connector type has but one', async () => {
    server.on('GET', AT_ID, { body: connector({ ...CREDENTIALS, registry: 'docker.io' }) });
    onTypes();
    expect(valueOf(await connectors.import(ID))).toEqual(
      state({ ...DOCKER, labels: {}, configuration: { username: 'ml', registry: 'docker.io' } }),
    );
  });

  test('takes the one resource type of a connector that could have several', async () => {
    const fields = { name: 'aws', connector_type: 'aws', auth_method: 'secret-key', resource_types: ['s3-bucket'] };
    server.on('GET', AT_ID, { body: connector(KEYS, fields) });
    onTypes();
    expect(valueOf(await connectors.import(ID))).toEqual(
      state({ ...AWS, ...S3, labels: {}, configuration: { region: 'us-east-1' } }),
    );
  });
});

describe('resource types, expiration and description', () => {
  const several = { ...AWS, resource_type: null, resource_types: ['s3-bucket', 'aws-generic'] };
  const read = async (fields: object, prior: Readonly<Record<string, Value>>) => {
    server.on('GET', AT_ID, { body: connector({}, { connector_type: 'aws', auth_method: 'secret-key', ...fields }) });
    return valueOf(await connectors.read(state({ ...AWS, configuration: null, ...prior })));
  };

  test('are sent as they are written', async () => {
    onTypes().on('POST', '/api/v1/service_connectors', { body: connector(KEYS) });
    const config = {
      ...several,
      verify: false,
      description: 'Of the platform team',
      expiration_seconds: 900,
      expires_at: '2027-01-01T02:00:00+02:00',
      expires_skew_tolerance: 60,
    };
    expect(valueOf(await connectors.apply(config))).toEqual(
      state({ ...config, resource_types: several.resource_types }),
    );
    expect(bodyOf(-1)).toMatchObject({
      description: 'Of the platform team',
      resource_types: ['s3-bucket', 'aws-generic'],
      expiration_seconds: 900,
      expires_at: '2027-01-01T00:00:00.000',
      expires_skew_tolerance: 60,
    });
  });

  test('are no drift in another order, as another text of the same instant, or as nothing where a zero is written', async () => {
    const prior = {
      ...several,
      configuration: null,
      expires_at: '2027-01-01T02:00:00+02:00',
      expiration_seconds: 0,
      expires_skew_tolerance: 0,
    };
    const held = { resource_types: ['aws-generic', 's3-bucket'], expires_at: '2027-01-01T00:00:00' };
    expect(await read({ ...held, name: 'aws' }, prior)).toEqual(state({ ...AWS, ...prior }));
  });

  test('show what somebody else changed', async () => {
    const held = {
      resource_types: ['aws-generic', 's3-bucket'],
      description: 'Changed',
      expiration_seconds: 60,
      expires_at: '2028-01-01T00:00:00',
      expires_skew_tolerance: 5,
      supports_instances: true,
    };
    expect(await read(held, { ...S3, expires_at: '2027-01-01T00:00:00Z' })).toMatchObject({
      ...held,
      resource_type: null,
    });
  });

  test('planned anew from another resource type, and known where it stays', async () => {
    onTypes();
    const prior = state({ ...AWS, ...S3, supports_instances: true });
    const narrowed = await connectors.plan({ ...AWS, resource_type: 'aws-generic' }, prior);
    expect(narrowed.planned).toMatchObject({ resource_types: ['aws-generic'], supports_instances: UNKNOWN });
    const widened = await connectors.plan({ ...AWS, resource_type: null }, prior);
    expect(widened.planned).toMatchObject({ resource_type: null, resource_types: UNKNOWN });
    const renamed = await connectors.plan({ ...AWS, name: 'new' }, prior);
    expect(renamed.planned).toMatchObject({ ...S3, supports_instances: true, expires_at: UNKNOWN });
  });

  test('of several types are left out of an update that does not change them', async () => {
    server.on('PUT', AT_ID, { body: connector(KEYS) });
    valueOf(await connectors.apply({ ...several, name: 'new' }, state(several)));
    expect(bodyOf(-1)).not.toHaveProperty('resource_types');
  });

  test('are refused where they make no sense', () => {
    const config = { ...several, resource_type: 's3-bucket', expires_at: 'tomorrow', expiration_seconds: -1 };
    expect(said(connectors.validate(config)).map((text) => text.split(': ')[0])).toEqual([
      'error expiration_seconds',
      'error expires_at',
      'error resource_types',
    ]);
  });

  test('are refused where there are none of them, which the server would make all', () => {
    expect(said(connectors.validate({ ...DOCKER, resource_types: [] }))).toEqual([
      expect.stringMatching(/^error resource_types: .*It is empty\. Leave it out for every type/),
    ]);
  });
});

test.each([
  ['2027-02-28T00:00:00Z', []],
  ['2028-02-29t12:30:00.123456+02:00', []],
  ['2027-02-29T00:00:00Z', ['error expires_at']],
  ['2027-04-31T23:00:00-05:00', ['error expires_at']],
  ['2027-13-01T00:00:00Z', ['error expires_at']],
  ['2027-01-31', ['error expires_at']],
  ['2027-01-31T12:00:00', ['error expires_at']],
  ['', ['error expires_at']],
])('%j as the expiry draws %j', (expires_at, expected) => {
  expect(said(connectors.validate({ ...DOCKER, expires_at })).map((text) => text.split(': ')[0])).toEqual(expected);
});

test('nonsense is refused at validation', () => {
  const config = { ...DOCKER, auth_method: '', resource_id: 'x', timeouts: { create: 'soon', update: '5m' } };
  expect(said(connectors.validate(config)).map((text) => text.split(': ')[0])).toEqual([
    'error auth_method',
    'error timeouts.create',
    'error resource_type',
  ]);
  expect(connectors.validate({ ...DOCKER, resource_type: UNKNOWN, resource_id: 'x' })).toEqual([]);
});
