import { type ZenmlClient } from '../../src/zenml';
import {
  componentAnswer,
  connectorAnswer,
  flavorAnswer,
  ID,
  olderConnectorAnswer,
  OTHER_ID,
  pageAnswer,
  projectAnswer,
  secretAnswer,
  stackAnswer,
  USER_ID,
} from './support/answers';
import { failureOf } from './support/failure';
import { MockZenml } from './support/mock-zenml';

const GONE = { status: 404, body: { detail: ['KeyError', '"No stack with this ID found"'] } };
const API = '/api/v1';

let server: MockZenml;
let client: ZenmlClient;

beforeEach(() => {
  server = new MockZenml();
  client = server.client({ apiToken: 'token' });
});

afterEach(() => {
  server.assertAllMade();
});

function sentBody(position = 0): unknown {
  return JSON.parse(server.seen[position]?.body ?? '');
}

describe('a component', () => {
  test('is created with the fields that were given, under an idempotency key of its own', async () => {
    server.on('POST', `${API}/components`, { body: componentAnswer({ labels: { a: 'b' } }) }, 2);
    const spec = { name: 'store', type: 'artifact_store', flavor: 's3', configuration: { path: 's3://bucket' } };
    const component = await client.components.create({ ...spec, connectorId: OTHER_ID });
    expect(component).toEqual({
      id: ID,
      name: 'store',
      created: '2026-01-02T03:04:05.000006',
      updated: '2026-01-02T03:04:06.000007',
      userId: USER_ID,
      userName: 'terraform',
      type: 'artifact_store',
      flavor: 's3',
      configuration: { path: 's3://bucket' },
      labels: { a: 'b' },
      environment: {},
      secrets: [],
      connectorId: null,
      connectorResourceId: null,
    });
    expect(sentBody()).toEqual({ ...spec, connector: OTHER_ID });
    await client.components.create(spec);
    const keys = server.seen.map(({ headers }) => headers['idempotency-key']);
    expect(keys[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    expect(keys[1]).not.toBe(keys[0]);
  });

  test('is updated with the changed fields alone, null included, and without idempotency key', async () => {
    server.on('PUT', `${API}/components/${ID}`, { body: componentAnswer() });
    await client.components.update(ID, { connectorId: null, labels: {} });
    expect(sentBody()).toEqual({ connector: null, labels: {} });
    expect(server.seen[0]?.headers).not.toHaveProperty('idempotency-key');
  });

  test('has an environment and secrets, which are added and removed one by one', async () => {
    const body = componentAnswer({ environment: { LEVEL: 'debug' }, secrets: [OTHER_ID] });
    server.on('POST', `${API}/components`, { body }).on('PUT', `${API}/components/${ID}`, { body });
    const settings = { environment: { LEVEL: 'debug' }, secrets: [OTHER_ID] };
    const spec = { name: 'store', type: 'artifact_store', flavor: 's3', configuration: {} };
    expect(await client.components.create({ ...spec, ...settings })).toMatchObject(settings);
    expect(sentBody()).toEqual({ ...spec, ...settings });
    await client.components.update(ID, { environment: {}, addSecrets: [OTHER_ID], removeSecrets: [USER_ID] });
    expect(sentBody(1)).toEqual({ environment: {}, add_secrets: [OTHER_ID], remove_secrets: [USER_ID] });
  });

  test('shows its connector', async () => {
    const body = componentAnswer({ connector: { id: OTHER_ID }, connector_resource_id: 's3://bucket' });
    server.on('GET', `${API}/components/${ID}`, { body });
    expect(await client.components.get(ID)).toMatchObject({
      connectorId: OTHER_ID,
      connectorResourceId: 's3://bucket',
    });
  });
});

describe('get', () => {
  test('gives null where the server says that the object is gone', async () => {
    server.on('GET', `${API}/stacks/${ID}`, GONE);
    expect(await client.stacks.get(ID)).toBeNull();
  });

  test('fails where the path is unknown, for then the URL is wrong and nothing is gone', async () => {
    server.on('GET', `${API}/stacks/${ID}`, { status: 404, body: { detail: 'Not Found' } });
    expect(await failureOf(client.stacks.get(ID))).toMatchObject({ code: 'not_zenml', status: 404 });
  });

  test('fails where the user may not read the object', async () => {
    server.on('GET', `${API}/components/${ID}`, { body: { id: ID, name: 'x', permission_denied: true, body: null } });
    expect(await failureOf(client.components.get(ID))).toMatchObject({ code: 'forbidden' });
  });

  test.each(['', 'abc', '../users', 'default', `${ID}/`])('refuses "%s" as an id without asking', async (id) => {
    expect(await failureOf(client.projects.get(id))).toMatchObject({ code: 'invalid', status: undefined });
  });
});

describe('delete', () => {
  test('of what is gone already is success', async () => {
    server.on('DELETE', `${API}/stacks/${ID}`, GONE);
    await expect(client.stacks.delete(ID)).resolves.toBeUndefined();
  });

  test('accepts the null that the server answers', async () => {
    server.on('DELETE', `${API}/secrets/${ID}`, { body: null });
    await expect(client.secrets.delete(ID)).resolves.toBeUndefined();
  });

  test('fails where the path is unknown', async () => {
    server.on('DELETE', `${API}/stacks/${ID}`, { status: 405, body: { detail: 'Method Not Allowed' } });
    expect(await failureOf(client.stacks.delete(ID))).toMatchObject({ code: 'not_zenml', status: 405 });
  });
});

describe('lists', () => {
  test('are read over all pages, large and hydrated, and an object that slid onto the next page comes once', async () => {
    const page = (number: number, ids: readonly string[]) => {
      server.on('GET', `${API}/components`, ({ query }) => {
        expect(query).toEqual({ hydrate: 'true', size: '1000', page: String(number) });
        return {
          body: pageAnswer(
            ids.map((id) => componentAnswer({ id })),
            3,
          ),
        };
      });
    };
    page(1, [ID]);
    page(2, [ID, OTHER_ID]);
    page(3, [USER_ID]);
    expect((await client.components.list()).map(({ id }) => id)).toEqual([ID, OTHER_ID, USER_ID]);
  });

  test('are read in smaller pages where a server refuses large ones, which is remembered', async () => {
    const sizes: (string | undefined)[] = [];
    server.on(
      'GET',
      `${API}/projects`,
      ({ query: { size } }) => {
        sizes.push(size);
        if (size === undefined) return { body: pageAnswer([projectAnswer()]) };
        const text = "{'loc': ('query', 'size'), 'msg': 'Input should be less than or equal to 50'}";
        return { status: 422, body: ['ValueError', text] };
      },
      4,
    );
    expect(await client.projects.list()).toHaveLength(1);
    expect(await client.projects.list()).toHaveLength(1);
    expect(sizes).toEqual(['1000', '100', undefined, undefined]);
  });

  test('leave out what the user may not read', async () => {
    const denied = { id: OTHER_ID, name: 'x', permission_denied: true, body: null };
    server.on('GET', `${API}/components`, { body: pageAnswer([denied, componentAnswer()]) });
    expect((await client.components.list()).map(({ id }) => id)).toEqual([ID]);
  });

  test('of another shape fail and name the place', async () => {
    server.on('GET', `${API}/projects`, { body: pageAnswer([{ id: ID, name: 7, body: {} }]) });
    const error = await failureOf(client.projects.list());
    expect(error).toMatchObject({ code: 'not_zenml', status: 200 });
    expect(error.message).toContain('items[0].name should be text and is of type number');
  });
});

describe('filters', () => {
  test('of stacks by component, owner and label are asked for, and looked at again for servers that ignore them', async () => {
    const foreign = { ...stackAnswer(), id: OTHER_ID, metadata: { components: {}, labels: { team: 'ml' } } };
    server.on(
      'GET',
      `${API}/stacks`,
      ({ query }) => {
        expect(query).toEqual({ hydrate: 'true', size: '1000', page: '1', ...asked });
        return { body: pageAnswer([foreign, stackAnswer()]) };
      },
      4,
    );
    let asked: Record<string, string> = { component_id: OTHER_ID };
    expect(await client.stacks.list({ componentId: OTHER_ID })).toMatchObject([{ id: ID }]);
    asked = { user: USER_ID };
    expect(await client.stacks.list({ userId: USER_ID })).toHaveLength(2);
    asked = { user: OTHER_ID };
    expect(await client.stacks.list({ userId: OTHER_ID })).toEqual([]);
    asked = {};
    expect(await client.stacks.list({ labels: { team: 'other' } })).toEqual([]);
  });

  test('of components go by connector', async () => {
    server.on('GET', `${API}/components`, ({ query }) => {
      expect(query).toMatchObject({ connector_id: OTHER_ID });
      return { body: pageAnswer([componentAnswer(), componentAnswer({ id: OTHER_ID, connector: { id: OTHER_ID } })]) };
    });
    expect(await client.components.list({ connectorId: OTHER_ID })).toMatchObject([{ id: OTHER_ID }]);
  });

  test('of connectors go by type and resource type, and no list asks for secrets', async () => {
    server.on('GET', `${API}/service_connectors`, ({ query }) => {
      expect(query).toMatchObject({ connector_type: 'aws', resource_type: 's3-bucket', expand_secrets: 'false' });
      return { body: pageAnswer([connectorAnswer({})]) };
    });
    expect(await client.serviceConnectors.list({ type: 'aws', resourceType: 's3-bucket' })).toHaveLength(1);
  });
});

describe('a custom flavor', () => {
  const spec = { name: 'mine', type: 'orchestrator', source: 'acme.flavors.Mine', configSchema: { type: 'object' } };

  test('is created with what the server wants to be told of it', async () => {
    server.on('POST', `${API}/flavors`, { body: flavorAnswer() });
    expect(await client.customFlavors.create(spec)).toEqual({
      ...spec,
      id: ID,
      created: '2026-01-02T03:04:05.000006',
      updated: '2026-01-02T03:04:06.000007',
      userId: USER_ID,
      userName: 'terraform',
      integration: null,
      isCustom: true,
      connectorType: null,
      connectorResourceType: 'kubernetes-cluster',
      connectorResourceIdAttribute: 'cluster',
      logoUrl: 'https://acme.test/logo.svg',
      docsUrl: null,
      sdkDocsUrl: 'https://acme.test/sdk',
    });
    const { configSchema, ...rest } = spec;
    expect(sentBody()).toEqual({ ...rest, config_schema: configSchema, integration: null });
  });

  test('is updated with the changed fields alone', async () => {
    server.on('PUT', `${API}/flavors/${ID}`, { body: flavorAnswer() });
    await client.customFlavors.update(ID, { connectorType: 'aws', docsUrl: null });
    expect(sentBody()).toEqual({ connector_type: 'aws', docs_url: null });
  });

  test("is told from the server's own", async () => {
    server.on('GET', `${API}/flavors`, {
      body: pageAnswer([flavorAnswer({ id: OTHER_ID, isCustom: false }), flavorAnswer()]),
    });
    expect(await client.customFlavors.list({ isCustom: true })).toMatchObject([{ id: ID }]);
  });
});

describe('findByName', () => {
  test('asks for the exact name and drops what the server gave beyond it', async () => {
    server.on('GET', `${API}/components`, ({ query }) => {
      expect(query).toEqual({ hydrate: 'true', name: 'equals:store', type: 'artifact_store', page: '1' });
      return {
        body: pageAnswer([
          componentAnswer({ id: USER_ID, name: 'Store' }),
          componentAnswer({ id: OTHER_ID, type: 'orchestrator' }),
          componentAnswer(),
        ]),
      };
    });
    const found = await client.components.findByName('store', { type: 'artifact_store' });
    expect(found.map(({ id }) => id)).toEqual([ID]);
  });

  test('gives all of a name that several share', async () => {
    const body = pageAnswer([componentAnswer(), componentAnswer({ id: OTHER_ID, type: 'orchestrator' })]);
    server.on('GET', `${API}/components`, { body });
    expect((await client.components.findByName('store')).map(({ type }) => type)).toEqual([
      'artifact_store',
      'orchestrator',
    ]);
  });

  test('gives nothing where there is none', async () => {
    server.on('GET', `${API}/stacks`, { body: pageAnswer([]) });
    expect(await client.stacks.findByName('none')).toEqual([]);
  });

  test('finds private secrets, without values', async () => {
    server.on('GET', `${API}/secrets`, ({ query }) => {
      expect(query).toMatchObject({ name: 'equals:keys', private: 'true' });
      return {
        body: pageAnswer([secretAnswer({ values: {} }), secretAnswer({ id: OTHER_ID, private: true, values: {} })]),
      };
    });
    const found = await client.secrets.findByName('keys', { private: true });
    expect(found).toMatchObject([{ id: OTHER_ID, private: true, values: null }]);
  });
});

describe('a service connector', () => {
  const spec = {
    name: 'aws',
    type: 'aws',
    authMethod: 'secret-key',
    resourceTypes: ['s3-bucket'],
    configuration: { region: 'eu-west-1', aws_secret_access_key: 'hush-hush' },
  };

  test('is created under the names of the server', async () => {
    server.on('POST', `${API}/service_connectors`, { body: connectorAnswer(spec.configuration) });
    expect(await client.serviceConnectors.create({ ...spec, expirationSeconds: 3600 })).toMatchObject({
      type: 'aws',
      configuration: spec.configuration,
      userId: USER_ID,
      expirationSeconds: null,
    });
    expect(sentBody()).toEqual({
      name: 'aws',
      connector_type: 'aws',
      auth_method: 'secret-key',
      resource_types: ['s3-bucket'],
      configuration: spec.configuration,
      expiration_seconds: 3600,
    });
  });

  test('keeps its secrets where an older server answers a write without them', async () => {
    const metadata = { configuration: { region: 'eu-west-1' }, secret_id: OTHER_ID, secrets: {} };
    server.on('POST', `${API}/service_connectors`, { body: olderConnectorAnswer(metadata) });
    expect((await client.serviceConnectors.create(spec)).configuration).toEqual(spec.configuration);
  });

  test('shows secrets that an older server keeps apart, and the user in the body', async () => {
    const metadata = { configuration: { region: 'eu-west-1' }, secret_id: OTHER_ID, secrets: { key: 'x' } };
    server.on('GET', `${API}/service_connectors/${ID}`, { body: olderConnectorAnswer(metadata) });
    expect(await client.serviceConnectors.get(ID, { secrets: true })).toMatchObject({
      type: 'aws',
      userId: USER_ID,
      userName: 'terraform',
      configuration: { region: 'eu-west-1', key: 'x' },
    });
  });

  test('is read without its secrets unless they are asked for', async () => {
    const asked: unknown[] = [];
    server.on(
      'GET',
      `${API}/service_connectors/${ID}`,
      ({ query }) => {
        asked.push(query.expand_secrets);
        return { body: connectorAnswer({ region: 'eu-west-1' }) };
      },
      2,
    );
    await client.serviceConnectors.get(ID);
    await client.serviceConnectors.get(ID, { secrets: true });
    expect(asked).toEqual(['false', undefined]);
  });

  test('has an expiry with a tolerance, and says whether it reaches several resources', async () => {
    const older = connectorAnswer({});
    const body = { ...(older.body as object), expires_skew_tolerance: 60, supports_instances: true };
    server.on('POST', `${API}/service_connectors`, { body: { ...older, body } });
    const fields = { expiresSkewTolerance: 60, supportsInstances: true };
    expect(await client.serviceConnectors.create({ ...spec, ...fields })).toMatchObject(fields);
    expect(sentBody()).toMatchObject({ expires_skew_tolerance: 60, supports_instances: true });
  });

  test('is verified before it exists, and what the cloud refuses is told without the secret', async () => {
    const refusal = 'authorization failure for hush-hush';
    server.on('POST', `${API}/service_connectors/verify`, {
      body: { error: refusal, resources: [{ resource_type: 's3-bucket', resource_ids: null, error: refusal }] },
    });
    expect(await client.serviceConnectors.verifyConfiguration(spec)).toEqual({
      error: 'authorization failure for (hidden)',
      resources: [{ resourceType: 's3-bucket', resourceIds: [], error: 'authorization failure for (hidden)' }],
    });
  });

  test('is verified by its id', async () => {
    server.on('PUT', `${API}/service_connectors/${ID}/verify`, {
      body: {
        error: null,
        resources: [{ resource_type: 's3-bucket', resource_ids: ['s3://a', 's3://b'], error: null }],
      },
    });
    expect(await client.serviceConnectors.verify(ID)).toEqual({
      error: null,
      resources: [{ resourceType: 's3-bucket', resourceIds: ['s3://a', 's3://b'], error: null }],
    });
  });
});

test('what a service connector can reach is asked by resource type and id', async () => {
  server.on('PUT', `${API}/service_connectors/${ID}/verify`, ({ query }) => {
    expect(query).toEqual({ resource_type: 's3-bucket', resource_id: 's3://a' });
    return { body: { error: null, resources: [{ resource_type: 's3-bucket', resource_ids: ['s3://a'] }] } };
  });
  const scope = { resourceType: 's3-bucket', resourceId: 's3://a' };
  expect((await client.serviceConnectors.resources(ID, scope)).resources).toMatchObject([{ resourceIds: ['s3://a'] }]);
});

test('a stack holds a list of components for each type', async () => {
  server.on('GET', `${API}/stacks/${ID}`, { body: stackAnswer() });
  expect(await client.stacks.get(ID)).toMatchObject({
    name: 'dev-base-stack',
    description: 'Development',
    labels: { team: 'ml' },
    components: {
      artifact_store: [{ id: OTHER_ID, name: 'store', type: 'artifact_store', flavor: 's3' }],
      alerter: [
        { id: ID, name: 'first', type: 'alerter', flavor: 'slack' },
        { id: OTHER_ID, name: 'second', type: 'alerter', flavor: 'discord' },
      ],
    },
  });
});

test('a project is updated under the names of the server', async () => {
  server.on('PUT', `${API}/projects/${ID}`, { body: projectAnswer() });
  expect(await client.projects.update(ID, { displayName: 'Fraud' })).toMatchObject({
    displayName: 'Fraud',
    description: 'Detection',
  });
  expect(sentBody()).toEqual({ display_name: 'Fraud' });
});

test('a secret is read with its values', async () => {
  server.on('GET', `${API}/secrets/${ID}`, { body: secretAnswer() });
  expect(await client.secrets.get(ID)).toMatchObject({ values: { a: '1' }, private: false });
});

test('a secret is read without its values where they are not needed', async () => {
  server.on('GET', `${API}/secrets`, ({ query }) => {
    expect(query.id).toBe(`oneof:["${ID}"]`);
    return { body: pageAnswer([secretAnswer({ values: {} })]) };
  });
  expect(await client.secrets.get(ID, { values: false })).toMatchObject({ name: 'keys', values: null });
});
