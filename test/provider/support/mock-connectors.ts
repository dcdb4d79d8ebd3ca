import { formatPath, type Diagnostic, type Value } from '../../../src/framework';
import { MockZenml } from '../../zenml/support/mock-zenml';
import { providerClient, ResourceRunner } from './resource-runner';
import { CONNECTOR_TYPES, CREATED, ID, UPDATED, USER_ID } from './server-answers';

export const CREDENTIALS = { username: 'ml', password: 'hunter2hunter2' };
export const DOCKER = { name: 'registry', type: 'docker', auth_method: 'password', configuration: CREDENTIALS };
export const KEYS = {
  aws_access_key_id: 'AKIAIOSFODNN7EXAMPLE',
  aws_secret_access_key: 'hunter2hunter2',
  region: 'us-east-1',
};
export const AWS = {
  name: 'aws',
  type: 'aws',
  auth_method: 'secret-key',
  resource_type: 's3-bucket',
  configuration: KEYS,
};
export const S3 = { resource_types: ['s3-bucket'] };
export const AT_ID = `/api/v1/service_connectors/${ID}`;
export const VERIFY = '/api/v1/service_connectors/verify';
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

/** What diagnostics say, one line for each. */
export const said = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(
    ({ severity, summary, detail, path }) => `${severity} ${path ? formatPath(path) : '-'}: ${summary}: ${detail}`,
  );

/** A mock server and the resource on it, anew for each test of the file that asks for them. */
export function mockConnectors() {
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
  return {
    get server() {
      return server;
    },
    get connectors() {
      return connectors;
    },
    onTypes: () => server.on('GET', '/api/v1/service_connector_types', { body: CONNECTOR_TYPES }),
    onVerify: (error: string | null = null) => server.on('POST', VERIFY, { body: { error, resources: [] } }),
    requests: () => server.seen.map(({ method, path }) => `${method} ${path.replace('/api/v1', '')}`),
    bodyOf: (index: number) => JSON.parse(server.seen.at(index)?.body ?? '{}') as Record<string, unknown>,
    state: (config: Readonly<Record<string, Value>>) => connectors.model({ ...COMPUTED, ...config }),
  };
}
