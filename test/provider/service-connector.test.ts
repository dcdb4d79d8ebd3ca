import { formatPath } from '../../src/framework';
import { AT_ID, AWS, CREDENTIALS, DOCKER, KEYS, mockConnectors, S3, said, VERIFY } from './support/mock-connectors';
import { valueOf } from './support/resource-runner';
import { connector, ID, page } from './support/server-answers';

const zenml = mockConnectors();
const { bodyOf, onTypes, onVerify, requests, state } = zenml;

describe('creating', () => {
  test('verifies again while AWS does not know the new key yet, and then makes the connector once', async () => {
    onTypes();
    onVerify('An error occurred (InvalidClientTokenId) when calling the GetCallerIdentity operation.');
    onVerify().on('POST', '/api/v1/service_connectors', {
      body: connector(KEYS, { connector_type: 'aws', auth_method: 'secret-key' }),
    });
    expect((await zenml.connectors.apply(AWS)).diagnostics).toEqual([]);
    expect(requests().slice(1)).toEqual([
      'POST /service_connectors/verify',
      'POST /service_connectors/verify',
      'POST /service_connectors',
    ]);
  });

  test('verifies first, then makes the connector', async () => {
    onTypes();
    onVerify().on('POST', '/api/v1/service_connectors', { body: connector(CREDENTIALS) });
    expect(valueOf(await zenml.connectors.apply(DOCKER))).toEqual(state(DOCKER));
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
    const { value, diagnostics } = await zenml.connectors.apply(DOCKER);
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
    const { value, diagnostics } = await zenml.connectors.apply(AWS);
    expect(value).toBeUndefined();
    expect(said(diagnostics)).toEqual([
      expect.stringMatching(
        /^error auth_method: Implicit Authentication Not Enabled: .*"aws".*Nothing was changed\. Start the server with ZENML_ENABLE_IMPLICIT_AUTH_METHODS=true .*run the command again/,
      ),
    ]);
  });

  test('makes nothing where the server does not answer within timeouts.create', async () => {
    onTypes();
    zenml.server.agent
      .get('https://zenml.test')
      .intercept({ method: 'POST', path: VERIFY })
      .reply(200, {})
      .delay(2_000);
    const { value, diagnostics } = await zenml.connectors.apply({
      ...DOCKER,
      timeouts: { create: '60ms', update: null },
    });
    expect(value).toBeUndefined();
    expect(said(diagnostics)).toEqual([expect.stringMatching(/^error timeouts\.create: .*timeouts\.create/)]);
  });

  test('verifies nothing with verify = false', async () => {
    onTypes().on('POST', '/api/v1/service_connectors', { body: connector(CREDENTIALS) });
    expect(valueOf(await zenml.connectors.apply({ ...DOCKER, verify: false }))).toEqual(
      state({ ...DOCKER, verify: false }),
    );
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
    const { diagnostics } = await zenml.connectors.apply({ ...AWS, verify: false });
    expect(diagnostics.map((diagnostic) => formatPath(diagnostic.path ?? []))).toEqual([path]);
  });

  test('stops at a taken name with an import block', async () => {
    onTypes()
      .on('POST', '/api/v1/service_connectors', { status: 409, body: { detail: ['EntityExistsError', 'same name'] } })
      .on('GET', '/api/v1/service_connectors', { body: page(connector({})) });
    const { diagnostics } = await zenml.connectors.apply({ ...DOCKER, verify: false });
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
    expect(said((await zenml.connectors.plan(config)).diagnostics)).toEqual([expect.stringMatching(expected)]);
  });

  test('lets a type that is not installed pass with a warning where nothing is verified', async () => {
    onTypes();
    expect(said((await zenml.connectors.plan({ ...AWS, type: 'gcp', verify: false })).diagnostics)).toEqual([
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
    expect((await zenml.connectors.plan(config, state(AWS))).requiresReplace).toEqual([]);
    const { requiresReplace } = await zenml.connectors.plan(DOCKER, state(AWS));
    expect(requiresReplace.map(formatPath)).toEqual(['type']);
  });

  test('knows what a change of verify or timeouts alone leaves as it is', async () => {
    const config = { ...DOCKER, verify: false, timeouts: { create: '1m', update: null, delete: null } };
    expect((await zenml.connectors.plan(config, state(DOCKER))).planned).toEqual(state(config));
  });
});

describe('reading', () => {
  test('is one GET, and what the server filled in is no drift', async () => {
    zenml.server.on('GET', AT_ID, { body: connector({ ...CREDENTIALS, registry: 'docker.io' }) });
    expect(valueOf(await zenml.connectors.read(state(DOCKER)))).toEqual(state(DOCKER));
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
    zenml.server.on('GET', AT_ID, { body: connector({ ...KEYS, aws_secret_access_key: 'other' }, changed) });
    expect(valueOf(await zenml.connectors.read(state(AWS)))).toMatchObject({
      auth_method: 'iam-role',
      resource_type: null,
      labels: { a: 'b' },
      configuration: { ...KEYS, aws_secret_access_key: 'other' },
    });
  });

  test('tells a hidden secret from a key that is gone by the catalog', async () => {
    const config = { ...DOCKER, configuration: { ...CREDENTIALS, registry: 'docker.io', unheard_of: 'x' } };
    zenml.server.on('GET', AT_ID, { body: connector({ username: 'ml' }, { updated: 'later' }) });
    onTypes();
    expect(valueOf(await zenml.connectors.read(state(config)))).toMatchObject({
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
    zenml.server.on('GET', AT_ID, { body: connector(KEYS, narrowed) });
    onTypes();
    expect(valueOf(await zenml.connectors.read(state({ ...AWS, resource_type: null })))).toMatchObject({
      resource_type: 's3-bucket',
    });
  });

  test('gives null for what somebody else deleted', async () => {
    zenml.server.on('GET', AT_ID, { status: 404, body: { detail: ['KeyError', 'none'] } });
    expect(valueOf(await zenml.connectors.read(state(DOCKER)))).toBeNull();
  });
});

describe('importing', () => {
  test('takes no secrets, and no resource type where the connector type has but one', async () => {
    zenml.server.on('GET', AT_ID, { body: connector({ ...CREDENTIALS, registry: 'docker.io' }) });
    onTypes();
    expect(valueOf(await zenml.connectors.import(ID))).toEqual(
      state({ ...DOCKER, labels: {}, configuration: { username: 'ml', registry: 'docker.io' } }),
    );
  });

  test('takes the one resource type of a connector that could have several', async () => {
    const fields = { name: 'aws', connector_type: 'aws', auth_method: 'secret-key', resource_types: ['s3-bucket'] };
    zenml.server.on('GET', AT_ID, { body: connector(KEYS, fields) });
    onTypes();
    expect(valueOf(await zenml.connectors.import(ID))).toEqual(
      state({ ...AWS, ...S3, labels: {}, configuration: { region: 'us-east-1' } }),
    );
  });
});
