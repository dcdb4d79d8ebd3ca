export const ID = '0b3a1c5e-7d2f-4c6a-9e8b-1f2d3c4b5a69';
export const OTHER_ID = '1c4b2d6f-8e3a-4d7b-8f9c-2a3e4d5c6b7a';
export const USER_ID = '2d5c3e7a-9f4b-4e8c-9a0d-3b4f5e6d7c8b';

const TIMES = { created: '2026-01-02T03:04:05.000006', updated: '2026-01-02T03:04:06.000007' };

/** As servers from 0.84.3 answer. */
export function componentAnswer(fields: Record<string, unknown> = {}): Record<string, unknown> {
  const { id = ID, name = 'store', type = 'artifact_store', flavor = 's3', ...metadata } = fields;
  return {
    id,
    name,
    permission_denied: false,
    body: { ...TIMES, user_id: USER_ID, type, flavor_name: flavor },
    metadata: {
      configuration: { path: 's3://bucket' },
      labels: null,
      connector: null,
      connector_resource_id: null,
      ...metadata,
    },
    resources: { user: { id: USER_ID, name: 'terraform' } },
  };
}

/** As servers before 0.84.3 answer: the user in the body, secrets apart. */
export function olderConnectorAnswer(metadata: Record<string, unknown>): Record<string, unknown> {
  return {
    id: ID,
    name: 'aws',
    permission_denied: false,
    body: {
      ...TIMES,
      user: { id: USER_ID, name: 'terraform' },
      description: '',
      connector_type: { connector_type: 'aws', name: 'AWS Service Connector' },
      auth_method: 'secret-key',
      resource_types: ['s3-bucket'],
      resource_id: null,
      expires_at: null,
    },
    metadata: { expiration_seconds: null, labels: {}, ...metadata },
    resources: null,
  };
}

export function connectorAnswer(configuration: Record<string, unknown>): Record<string, unknown> {
  const older = olderConnectorAnswer({ configuration });
  return { ...older, body: { ...(older.body as object), user: undefined, user_id: USER_ID, connector_type: 'aws' } };
}

export function secretAnswer(fields: Record<string, unknown> = {}): Record<string, unknown> {
  const { id = ID, name = 'keys', ...body } = fields;
  return {
    id,
    name,
    permission_denied: false,
    body: { ...TIMES, user_id: USER_ID, private: false, values: { a: '1' }, ...body },
    metadata: {},
    resources: { user: { id: USER_ID, name: 'terraform' } },
  };
}

export function flavorAnswer(fields: Record<string, unknown> = {}): Record<string, unknown> {
  const { id = ID, name = 'mine', type = 'orchestrator', isCustom = true } = fields;
  return {
    id,
    name,
    permission_denied: false,
    body: {
      ...TIMES,
      user_id: USER_ID,
      type,
      display_name: 'Mine',
      integration: null,
      source: 'acme.flavors.Mine',
      logo_url: 'https://acme.test/logo.svg',
      is_custom: isCustom,
    },
    metadata: {
      config_schema: { type: 'object' },
      connector_type: null,
      connector_resource_type: 'kubernetes-cluster',
      connector_resource_id_attr: 'cluster',
      docs_url: null,
      sdk_docs_url: 'https://acme.test/sdk',
    },
    resources: { user: { id: USER_ID, name: 'terraform' } },
  };
}

export function stackAnswer(): Record<string, unknown> {
  const summary = (id: string, name: string, flavor: string): unknown => ({ id, name, body: { flavor_name: flavor } });
  return {
    id: ID,
    name: 'dev-base-stack',
    permission_denied: false,
    body: { ...TIMES, user_id: USER_ID },
    metadata: {
      description: 'Development',
      labels: { team: 'ml' },
      components: {
        artifact_store: [summary(OTHER_ID, 'store', 's3')],
        alerter: [summary(ID, 'first', 'slack'), summary(OTHER_ID, 'second', 'discord')],
      },
    },
    resources: null,
  };
}

export function projectAnswer(name = 'fraud'): Record<string, unknown> {
  return {
    id: ID,
    name,
    permission_denied: false,
    body: { ...TIMES, display_name: 'Fraud' },
    metadata: { description: 'Detection' },
  };
}

export function userAnswer(): Record<string, unknown> {
  return { id: USER_ID, name: 'terraform', body: { ...TIMES, is_service_account: true } };
}

export function pageAnswer(items: readonly unknown[], pages = 1): Record<string, unknown> {
  return { index: 1, max_size: 1000, total_pages: pages, total: items.length, items };
}
