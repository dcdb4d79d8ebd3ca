export const ID = '0b3a1c5e-7d2f-4c6a-9e8b-1f2d3c4b5a69';
export const OTHER_ID = '1c4b2d6f-8e3a-4d7b-8f9c-2a3e4d5c6b7a';
export const THIRD_ID = '3d6c4f8a-0b5c-4f9d-8b1e-4c5a6f7e8d9c';
export const USER_ID = '2d5c3e7a-9f4b-4e8c-9a0d-3b4f5e6d7c8b';

export const CREATED = '2026-01-02T03:04:05.000006';
export const UPDATED = '2026-01-02T03:04:06.000007';

type Fields = Readonly<Record<string, unknown>>;

/** An object as the server gives it, with what a test says of its body and metadata. */
export function answer(name: string, body: Fields, metadata: Fields = {}, id = ID): Fields {
  return {
    id,
    name,
    permission_denied: false,
    body: { created: CREATED, updated: UPDATED, user_id: USER_ID, ...body },
    metadata,
    resources: null,
  };
}

export function component(configuration: Fields, fields: Fields = {}): Fields {
  const {
    name = 'store',
    type = 'artifact_store',
    flavor_name = 's3',
    id = ID,
    updated = UPDATED,
    ...metadata
  } = fields;
  return answer(
    String(name),
    { type, flavor_name, updated },
    { configuration, labels: {}, connector: null, connector_resource_id: null, ...metadata },
    String(id),
  );
}

export function connector(configuration: Fields, fields: Fields = {}): Fields {
  const { name = 'registry', labels = {}, expiration_seconds = null, ...body } = fields;
  return answer(
    String(name),
    {
      description: '',
      connector_type: 'docker',
      auth_method: 'password',
      resource_types: ['docker-registry'],
      resource_id: null,
      expires_at: null,
      expires_skew_tolerance: null,
      supports_instances: false,
      ...body,
    },
    { configuration, labels, expiration_seconds },
  );
}

export function stack(
  components: Readonly<Record<string, readonly Fields[]>>,
  name = 'dev',
  { id = ID, ...metadata }: Fields = {},
): Fields {
  return answer(
    name,
    {},
    { description: '', labels: {}, environment: {}, secrets: [], components, ...metadata },
    String(id),
  );
}

export function page(...items: readonly unknown[]): Fields {
  return { index: 1, max_size: 1000, total_pages: 1, total: items.length, items };
}

/** Two flavors of artifact stores and one orchestrator. */
export const FLAVORS = page(
  flavor(
    's3',
    'artifact_store',
    {
      properties: {
        path: { type: 'string' },
        key: { anyOf: [{ type: 'string' }, { type: 'null' }], default: null, sensitive: true },
        client_kwargs: { anyOf: [{ type: 'object', additionalProperties: true }, { type: 'null' }], default: null },
      },
      required: ['path'],
    },
    { connector_resource_type: 's3-bucket' },
  ),
  flavor('gcp', 'artifact_store', { properties: { path: { type: 'string' } }, required: ['path'] }),
  flavor('kubernetes', 'orchestrator', {
    properties: {
      synchronous: { type: 'boolean', default: true },
      timeout: { type: 'integer', default: 0 },
      kubernetes_context: { anyOf: [{ type: 'string' }, { type: 'null' }], default: null },
      pod_settings: { anyOf: [{ $ref: '#/$defs/PodSettings' }, { type: 'null' }], default: null },
    },
    $defs: {
      PodSettings: {
        properties: {
          node_selectors: { type: 'object', additionalProperties: { type: 'string' }, default: {} },
          host_ipc: { type: 'boolean', default: false },
        },
      },
    },
  }),
);

export const CONNECTOR_TYPES = [
  connectorType('docker', ['docker-registry'], {
    password: {
      properties: {
        username: { type: 'string' },
        password: { type: 'string', format: 'password', writeOnly: true },
        registry: { anyOf: [{ type: 'string' }, { type: 'null' }], default: null },
      },
      required: ['username', 'password'],
    },
  }),
  connectorType('aws', ['aws-generic', 's3-bucket'], {
    'secret-key': {
      properties: {
        aws_access_key_id: { type: 'string', writeOnly: true },
        aws_secret_access_key: { type: 'string', writeOnly: true },
        region: { type: 'string' },
      },
      required: ['aws_access_key_id', 'aws_secret_access_key', 'region'],
    },
    'iam-role': {
      properties: {
        aws_access_key_id: { type: 'string', writeOnly: true },
        aws_secret_access_key: { type: 'string', writeOnly: true },
        region: { type: 'string' },
        role_arn: { type: 'string' },
      },
      required: ['aws_access_key_id', 'aws_secret_access_key', 'region', 'role_arn'],
    },
  }),
];

export function flavor(name: string, type: string, config_schema: Fields, needs: Fields = {}): Fields {
  const metadata = { connector_type: null, connector_resource_type: null, connector_resource_id_attr: null, ...needs };
  return answer(name, { type, is_custom: false }, { config_schema, ...metadata }, `${type}/${name}`);
}

function connectorType(
  type: string,
  resourceTypes: readonly string[],
  methods: Readonly<Record<string, Fields>>,
): Fields {
  return {
    name: type,
    connector_type: type,
    auth_methods: Object.entries(methods).map(([auth_method, config_schema]) => ({
      name: auth_method,
      auth_method,
      config_schema,
    })),
    resource_types: resourceTypes.map((resource_type) => ({
      name: resource_type,
      resource_type,
      auth_methods: Object.keys(methods),
      supports_instances: true,
    })),
  };
}
