import { UNKNOWN, type Value } from '../../src/framework';
import { AT_ID, AWS, DOCKER, KEYS, mockConnectors, S3, said } from './support/mock-connectors';
import { valueOf } from './support/resource-runner';
import { connector } from './support/server-answers';

const zenml = mockConnectors();
const { bodyOf, onTypes, state } = zenml;

describe('resource types, expiration and description', () => {
  const several = { ...AWS, resource_type: null, resource_types: ['s3-bucket', 'aws-generic'] };
  const read = async (fields: object, prior: Readonly<Record<string, Value>>) => {
    zenml.server.on('GET', AT_ID, {
      body: connector({}, { connector_type: 'aws', auth_method: 'secret-key', ...fields }),
    });
    return valueOf(await zenml.connectors.read(state({ ...AWS, configuration: null, ...prior })));
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
    expect(valueOf(await zenml.connectors.apply(config))).toEqual(
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
    const narrowed = await zenml.connectors.plan({ ...AWS, resource_type: 'aws-generic' }, prior);
    expect(narrowed.planned).toMatchObject({ resource_types: ['aws-generic'], supports_instances: UNKNOWN });
    const widened = await zenml.connectors.plan({ ...AWS, resource_type: null }, prior);
    expect(widened.planned).toMatchObject({ resource_type: null, resource_types: UNKNOWN });
    const renamed = await zenml.connectors.plan({ ...AWS, name: 'new' }, prior);
    expect(renamed.planned).toMatchObject({ ...S3, supports_instances: true, expires_at: UNKNOWN });
  });

  test('of several types are left out of an update that does not change them', async () => {
    zenml.server.on('PUT', AT_ID, { body: connector(KEYS) });
    valueOf(await zenml.connectors.apply({ ...several, name: 'new' }, state(several)));
    expect(bodyOf(-1)).not.toHaveProperty('resource_types');
  });

  test('are refused where they make no sense', () => {
    const config = { ...several, resource_type: 's3-bucket', expires_at: 'tomorrow', expiration_seconds: -1 };
    expect(said(zenml.connectors.validate(config)).map((text) => text.split(': ')[0])).toEqual([
      'error expiration_seconds',
      'error expires_at',
      'error resource_types',
    ]);
  });

  test('are refused where there are none of them, which the server would make all', () => {
    expect(said(zenml.connectors.validate({ ...DOCKER, resource_types: [] }))).toEqual([
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
  expect(said(zenml.connectors.validate({ ...DOCKER, expires_at })).map((text) => text.split(': ')[0])).toEqual(
    expected,
  );
});

test('nonsense is refused at validation', () => {
  const config = { ...DOCKER, auth_method: '', resource_id: 'x', timeouts: { create: 'soon', update: '5m' } };
  expect(said(zenml.connectors.validate(config)).map((text) => text.split(': ')[0])).toEqual([
    'error auth_method',
    'error timeouts.create',
    'error resource_type',
  ]);
  expect(zenml.connectors.validate({ ...DOCKER, resource_type: UNKNOWN, resource_id: 'x' })).toEqual([]);
});
