import { type ZenmlClient } from '../../src/zenml';
import { ID, pageAnswer } from './support/answers';
import { failureOf } from './support/failure';
import { MockZenml } from './support/mock-zenml';

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

test('the catalog of flavors is fetched once and kept', async () => {
  const flavor = {
    id: ID,
    name: 's3',
    body: { type: 'artifact_store' },
    metadata: {
      config_schema: { type: 'object' },
      connector_type: 'aws',
      connector_resource_type: 's3-bucket',
      connector_resource_id_attr: 'path',
    },
  };
  server.on('GET', `${API}/flavors`, { body: pageAnswer([flavor]) });
  const [first, second] = await Promise.all([client.flavors(), client.flavors()]);
  expect(first).toBe(second);
  expect(await client.flavors()).toEqual([
    {
      name: 's3',
      type: 'artifact_store',
      configSchema: { type: 'object' },
      connectorType: 'aws',
      connectorResourceType: 's3-bucket',
      connectorResourceIdAttribute: 'path',
      isCustom: false,
    },
  ]);
});

test('what the server says of itself is fetched once for all who ask', async () => {
  const info = { id: ID, version: '0.98.0', deployment_type: 'other', auth_scheme: 'x' };
  server.on('GET', `${API}/info`, { body: info });
  const [first, second] = await Promise.all([client.serverInfo(), client.serverInfo()]);
  expect(first).toBe(second);
  expect(await client.serverInfo()).toMatchObject({ version: '0.98.0' });
  expect(server.count('GET', `${API}/info`)).toBe(1);
});

test('the catalog of connector types is fetched again after a failure', async () => {
  const type = {
    connector_type: 'docker',
    name: 'Docker',
    auth_methods: [{ auth_method: 'password', name: 'Password', config_schema: { type: 'object' } }],
    resource_types: [
      { resource_type: 'docker-registry', name: 'Registry', auth_methods: ['password'], supports_instances: false },
    ],
  };
  server
    .on('GET', `${API}/service_connector_types`, { status: 500, body: { detail: 'oops' } })
    .on('GET', `${API}/service_connector_types`, { body: [type] });
  expect(await failureOf(client.serviceConnectorTypes())).toMatchObject({ code: 'server' });
  expect(await client.serviceConnectorTypes()).toEqual([
    {
      type: 'docker',
      name: 'Docker',
      authMethods: [{ authMethod: 'password', name: 'Password', configSchema: { type: 'object' } }],
      resourceTypes: [
        { resourceType: 'docker-registry', name: 'Registry', authMethods: ['password'], supportsInstances: false },
      ],
    },
  ]);
});
