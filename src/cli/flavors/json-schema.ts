import { isJsonObject, type JsonObject, type JsonValue } from '../../zenml';
import { attributeTexts } from './descriptions';

/** The schema of a key, and the models that it may refer to. */
export interface SchemaInContext {
  readonly schema: JsonObject;
  /** The name that a model is declared under, by the name that the schema refers to it with. */
  readonly modelName: (name: string) => string;
}

/** The objects of a list in a schema. */
export function schemasIn(value: JsonValue | undefined): readonly JsonObject[] {
  return isList(value) ? value.filter(isJsonObject) : [];
}

/** What a value may be, apart from nothing: the members of a union, or the schema itself. */
export function alternativesOf(schema: JsonObject): readonly JsonObject[] {
  const members = [...schemasIn(schema.anyOf), ...schemasIn(schema.oneOf)];
  if (members.length === 0) return schema.type === 'null' ? [] : [schema];
  return members.flatMap(alternativesOf);
}

/**
 * Keys that ZenML marks as secrets and that are none: they say who or what is meant, and prove nothing. They may be written down, and a
 * change of one should show in the plan.
 */
const IDENTIFIERS: ReadonlySet<string> = new Set([
  'api_endpoint',
  'aws_access_key_id',
  'client_id',
  'client_username',
  'databricks_client_id',
  'encryption_spec_key_name',
  'service_principal_id',
  'tenant_id',
  'token_id',
  'tracking_username',
  'user_id',
]);

/** The keys of an object's schema, with theirs. What the object's description says of a key counts as the key's own. */
export function propertiesOf(schema: JsonObject): readonly (readonly [string, JsonObject])[] {
  const { properties } = schema;
  if (!isJsonObject(properties)) return [];
  const described = attributeTexts(schema);
  return Object.entries(properties).flatMap(([key, property]) => {
    if (!isJsonObject(property)) return [];
    const text = described.get(key);
    return [
      [
        key,
        {
          ...(text !== undefined && { description: text }),
          ...property,
          ...(IDENTIFIERS.has(key) && { sensitive: false }),
        },
      ] as const,
    ];
  });
}

/** The keys that have no default. */
export function requiredKeys({ required }: JsonObject): ReadonlySet<string> {
  return new Set(isList(required) ? required.filter((key) => typeof key === 'string') : []);
}

/** The models that a schema brings along, by name. */
export function modelsOf({ $defs }: JsonObject): readonly (readonly [string, JsonObject])[] {
  if (!isJsonObject($defs)) return [];
  return Object.entries($defs).flatMap(([name, model]) => (isJsonObject(model) ? [[name, model]] : []));
}

/** True for a key whose value no one may see. */
export function isSecret(schema: JsonObject): boolean {
  return [schema, ...alternativesOf(schema)].some(
    ({ writeOnly, sensitive, format }) => writeOnly === true || sensitive === true || format === 'password',
  );
}

export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}
