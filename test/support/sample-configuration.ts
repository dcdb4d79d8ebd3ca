import type { JsonObject, JsonValue } from '../../src/zenml';

type Pair = readonly [JsonValue, JsonValue];

/** What servers want of some keys beyond their schemas: two values of each; by flavor and key, or by key alone. Null leaves it out. */
const WANTED: Readonly<Record<string, Pair>> = {
  'gcp.path': ['gs://bucket/a', 'gs://bucket/b'],
  'azure.path': ['az://container/a', 'az://container/b'],
  's3.path': ['s3://bucket/a', 's3://bucket/b'],
  'b2.path': ['s3://bucket/a', 's3://bucket/b'],
  'digitalocean.path': ['s3://bucket/a', 's3://bucket/b'],
  'digitalocean.uri': ['registry.digitalocean.com/a', 'registry.digitalocean.com/b'],
  'mlflow.tracking_uri': ['databricks', 'databricks'],
  // One way to authenticate is allowed.
  'mlflow.tracking_token': [null, null],
  'mlflow.tracking_username': [null, null],
  'mlflow.tracking_password': [null, null],
  'digitalocean.region': ['nyc3', 'ams3'],
  'runai.runai_base_url': ['https://a.example.org', 'https://b.example.org'],
  'great_expectations.context_root_dir': ['/tmp', '/var'],
  'sagemaker.output_data_s3_mode': ['EndOfJob', 'EndOfJob'],
  'aws.health_check_protocol': ['TCP', 'HTTP'],
  'databricks.schedule_timezone': ['UTC', 'Europe/Berlin'],
  access_control_list: [
    [{ user_name: 'a', permission_level: 'CAN_VIEW' }],
    [{ user_name: 'b', permission_level: 'CAN_VIEW' }],
  ],
  init_scripts: [['dbfs:/a'], ['dbfs:/b']],
  readiness_probe_path: ['/a', '/b'],
  liveness_probe_path: ['/a', '/b'],
  concurrency_policy: ['Allow', 'Forbid'],
  gpu_memory_request: ['4G', '8G'],
  gpu_memory_limit: ['4G', '8G'],
  cpu_memory_request: ['4G', '8G'],
  cpu_memory_limit: ['4G', '8G'],
  run_id_strategy: [null, null],
  infra: [null, null],
};

/** The same for keys within lists and objects. */
const WANTED_WITHIN: Readonly<Record<string, Pair>> = { default_mode: ['0644', '0400'] };

/** Keys within lists and objects that are paths, each of which has to be another one. */
const PATHS_WITHIN: ReadonlySet<string> = new Set(['path', 'mount_path']);

/** Values that a server takes for each key of a flavor; another `variant` is another value of every key that has two. */
export function sampleConfiguration(
  schema: JsonObject,
  variant: 0 | 1,
  flavor: string,
): Readonly<Record<string, JsonValue>> {
  const sampler = new Sampler(schema, variant);
  return Object.fromEntries(
    Object.entries(objectAt(schema, 'properties')).flatMap(([key, property]) => {
      const wanted = WANTED[`${flavor}.${key}`] ?? WANTED[key];
      const value = wanted ? wanted[variant] : sampler.value(property as JsonObject);
      return value === null ? [] : [[key, value]];
    }),
  );
}

class Sampler {
  private paths = 0;

  constructor(
    private readonly root: JsonObject,
    private readonly variant: 0 | 1,
  ) {}

  value(schema: JsonObject, depth = 0): JsonValue {
    if (typeof schema.$ref === 'string') return this.value(this.definition(schema.$ref), depth);
    if (Array.isArray(schema.anyOf)) return this.value(preferredOf(schema.anyOf as readonly JsonObject[]), depth);
    if (Array.isArray(schema.enum)) return this.among(schema.enum as readonly JsonValue[]);
    switch (schema.type) {
      case 'boolean':
        return this.variant === 0;
      case 'integer':
      case 'number':
        return this.number(schema);
      case 'array':
        return this.list(schema, depth);
      case 'object':
        return this.object(schema, depth);
      default:
        return `value-${this.variant}`;
    }
  }

  private among(values: readonly JsonValue[]): JsonValue {
    return values[this.variant % values.length] ?? null;
  }

  private number({ minimum, exclusiveMinimum, maximum }: JsonObject): number {
    const least = typeof minimum === 'number' ? minimum : typeof exclusiveMinimum === 'number' ? exclusiveMinimum : 0;
    const most = typeof maximum === 'number' ? maximum : Infinity;
    const step = most - least < 2 ? (most - least) / 4 : 1;
    return least + step * (this.variant + 1);
  }

  private list(schema: JsonObject, depth: number): JsonValue {
    if (Array.isArray(schema.prefixItems)) {
      return (schema.prefixItems as readonly JsonObject[]).map((item) => this.value(item, depth + 1));
    }
    return [this.value(objectAt(schema, 'items'), depth + 1)];
  }

  private object(schema: JsonObject, depth: number): JsonValue {
    const properties = Object.entries(objectAt(schema, 'properties'));
    if (properties.length === 0 || depth > 2) {
      return { some: this.value(objectAt(schema, 'additionalProperties'), depth + 1) };
    }
    const entries = properties.map(([key, property]) => {
      if (PATHS_WITHIN.has(key)) return [key, `/${this.variant}/${(this.paths += 1)}`] as const;
      const wanted = WANTED_WITHIN[key]?.[this.variant];
      return [key, wanted ?? this.value(property as JsonObject, depth + 1)] as const;
    });
    return Object.fromEntries(entries);
  }

  private definition(reference: string): JsonObject {
    return objectAt(objectAt(this.root, '$defs'), reference.replace('#/$defs/', ''));
  }
}

/** Text where that will do: it stands under no further conditions. */
function preferredOf(alternatives: readonly JsonObject[]): JsonObject {
  return alternatives.find(({ type }) => type === 'string') ?? alternatives.find(({ type }) => type !== 'null') ?? {};
}

function objectAt(object: JsonObject, key: string): JsonObject {
  const value = object[key];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}
