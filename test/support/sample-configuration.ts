import type { JsonObject, JsonValue } from '../../src/zenml';

type Pair = readonly [JsonValue, JsonValue];

/** What a server wants of keys beyond their schemas: two values of each; by flavor and key, or by key alone. */
const WANTED: Readonly<Record<string, Pair>> = {
  'gcp.path': ['gs://bucket/a', 'gs://bucket/b'],
  'azure.path': ['az://container/a', 'az://container/b'],
  's3.path': ['s3://bucket/a', 's3://bucket/b'],
  'b2.path': ['s3://bucket/a', 's3://bucket/b'],
  'digitalocean.path': ['s3://bucket/a', 's3://bucket/b'],
  'digitalocean.uri': ['registry.digitalocean.com/a', 'registry.digitalocean.com/b'],
  'mlflow.tracking_uri': ['databricks', 'databricks'],
  'great_expectations.context_root_dir': ['/tmp', '/var'],
  'sagemaker.output_data_s3_mode': ['EndOfJob', 'EndOfJob'],
  'sagemaker.use_training_step': [true, false],
  'aws.health_check_protocol': ['TCP', 'HTTP'],
  access_control_list: [
    [{ user_name: 'a', permission_level: 'CAN_VIEW' }],
    [{ user_name: 'b', permission_level: 'CAN_VIEW' }],
  ],
  init_scripts: [['dbfs:/a'], ['dbfs:/b']],
  readiness_probe_path: ['/a', '/b'],
  liveness_probe_path: ['/a', '/b'],
  concurrency_policy: ['Allow', 'Forbid'],
  run_id_strategy: [null, null],
  infra: [null, null],
};

/** Values that a server takes for each key of a flavor; another `variant` is another value of every key that has one. */
export function sampleConfiguration(
  schema: JsonObject,
  variant: 0 | 1,
  flavor: string,
): Readonly<Record<string, JsonValue>> {
  const sampler = new Sampler(schema, variant);
  return Object.fromEntries(
    Object.entries(objectAt(schema, 'properties')).map(([key, property]) => [
      key,
      sampler.value(property as JsonObject),
    ]),
  );
}

class Sampler {
  constructor(
    private readonly root: JsonObject,
    private readonly variant: 0 | 1,
  ) {}

  value(schema: JsonObject, depth = 0): JsonValue {
    if (typeof schema.$ref === 'string') return this.value(this.definition(schema.$ref), depth);
    if (Array.isArray(schema.anyOf)) return this.value(firstOf(schema.anyOf), depth);
    if (Array.isArray(schema.enum))
      return (schema.enum as readonly JsonValue[])[this.variant % schema.enum.length] ?? null;
    switch (schema.type) {
      case 'boolean':
        return this.variant === 0;
      case 'integer':
        return this.number(schema);
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

  private number(schema: JsonObject): number {
    const { minimum, exclusiveMinimum, maximum } = schema;
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
    if (properties.length > 0 && depth < 3) {
      const entries = properties.map(
        ([key, property]) => [key, this.value(property as JsonObject, depth + 1)] as const,
      );
      return Object.fromEntries(entries);
    }
    return { some: this.value(objectAt(schema, 'additionalProperties'), depth + 1) };
  }

  private definition(reference: string): JsonObject {
    return objectAt(objectAt(this.root, '$defs'), reference.replace('#/$defs/', ''));
  }
}

function firstOf(alternatives: readonly JsonValue[]): JsonObject {
  const objects = alternatives as readonly JsonObject[];
  return objects.find(({ type }) => type === 'string') ?? objects.find(({ type }) => type !== 'null') ?? {};
}

function objectAt(object: JsonObject, key: string): JsonObject {
  const value = object[key];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}
