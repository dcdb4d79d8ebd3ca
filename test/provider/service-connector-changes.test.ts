import { AT_ID, AWS, CREDENTIALS, DOCKER, KEYS, mockConnectors, S3, said } from './support/mock-connectors';
import { valueOf } from './support/resource-runner';
import { answer, component, connector, ID, OTHER_ID, page, THIRD_ID } from './support/server-answers';

const zenml = mockConnectors();
const { bodyOf, onTypes, onVerify, requests, state } = zenml;

describe('changing', () => {
  test('sends everything, what is not managed as it was read, after verifying, and reads nothing first', async () => {
    const held = { expiration_seconds: 900, expires_at: '2027-01-01T00:00:00' };
    onTypes();
    onVerify().on('PUT', AT_ID, { body: connector(CREDENTIALS, held) });
    const configuration = { ...CREDENTIALS, password: 'rotated-password' };
    valueOf(await zenml.connectors.apply({ ...DOCKER, configuration }, state({ ...DOCKER, ...held })));
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
    const { value, diagnostics } = await zenml.connectors.apply({ ...DOCKER, configuration }, state(DOCKER));
    expect(value).toBeUndefined();
    expect(said(diagnostics)).toEqual([expect.stringMatching(/Not Verified.*refused/)]);
  });

  test('verifies nothing for a new name or label', async () => {
    zenml.server.on('PUT', AT_ID, { body: connector(CREDENTIALS) });
    valueOf(await zenml.connectors.apply({ ...DOCKER, name: 'new', labels: { a: 'b' } }, state(DOCKER)));
    expect(requests()).toEqual([`PUT /service_connectors/${ID}`]);
  });

  test('writes nothing when verify alone changes', async () => {
    onVerify();
    const value = valueOf(
      await zenml.connectors.apply({ ...DOCKER, verify: true }, state({ ...DOCKER, verify: false })),
    );
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
      zenml.server
        .on('PUT', AT_ID, { body: connector(wanted.configuration, { ...held, auth_method: 'iam-role' }) })
        .on('PUT', `/api/v1/components/${OTHER_ID}`, { body: user }, 2);
      expect(valueOf(await zenml.connectors.apply(wanted, prior()))).toEqual(state({ ...wanted, ...S3 }));
      const writes = zenml.server.seen
        .filter(({ method }) => method === 'PUT')
        .map(({ path, body }) => [path, JSON.parse(body) as object]);
      expect(writes.slice(1)).toEqual([
        [`/api/v1/components/${OTHER_ID}`, { connector: null, connector_resource_id: null }],
        [AT_ID, expect.objectContaining({ auth_method: 'iam-role' })],
        [`/api/v1/components/${OTHER_ID}`, { connector: ID, connector_resource_id: 's3://b' }],
      ]);
    });

    test('leaves them attached where the change fails after all', async () => {
      zenml.server
        .on('PUT', AT_ID, { status: 500, body: { detail: ['RuntimeError', 'broken'] } })
        .on('PUT', `/api/v1/components/${OTHER_ID}`, { body: user }, 2);
      const { value, diagnostics } = await zenml.connectors.apply(wanted, prior());
      expect(value).toBeUndefined();
      expect(said(diagnostics)).toEqual([expect.stringMatching(/ZenML Server Failed: .*broken/)]);
      expect(bodyOf(-1)).toEqual({ connector: ID, connector_resource_id: 's3://b' });
    });

    test('names the components that could not be attached again', async () => {
      zenml.server
        .on('PUT', AT_ID, { body: connector(wanted.configuration, { ...held, auth_method: 'iam-role' }) })
        .on('PUT', `/api/v1/components/${OTHER_ID}`, { body: user })
        .on('PUT', `/api/v1/components/${OTHER_ID}`, { status: 500, body: { detail: ['RuntimeError', 'broken'] } }, 3);
      const { value, diagnostics } = await zenml.connectors.apply(wanted, prior());
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
    zenml.server
      .on('DELETE', AT_ID, {
        status: 403,
        body: { detail: ['IllegalOperationError', 'still referenced by 1 stack components'] },
      })
      .on('GET', '/api/v1/components', { body: users });
    const [text] = said(await zenml.connectors.delete(state(DOCKER)));
    expect(text).toMatch(/Service Connector Still in Use: .*"registry".*the stack component "store"/);
    expect(text).not.toContain('"other"');
  });
});
