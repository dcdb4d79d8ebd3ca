import type { JsonObject, JsonValue } from '../../zenml';

const NO_TYPE_OF_ITS_OWN: readonly (JsonValue | undefined)[] = [undefined, 'null', 'string'];

/** The JSON Schema of a configuration, as the server publishes it for a flavor or an authentication method. */
export class ConfigSchema {
  constructor(private readonly schema: JsonObject) {}

  /** The keys it has a place for. */
  get keys(): readonly string[] {
    return Object.keys(this.properties(this.schema));
  }

  /** The keys that have no default. */
  get required(): readonly string[] {
    const required = this.schema.required;
    return isList(required) ? required.filter((key) => typeof key === 'string') : [];
  }

  has(key: string): boolean {
    return Object.hasOwn(this.properties(this.schema), key);
  }

  /** True for a key whose value no one may see. */
  isSecret(key: string): boolean {
    return this.alternatives(this.property(key)).some(
      (schema) => schema.writeOnly === true || schema.sensitive === true || schema.format === 'password',
    );
  }

  /**
   * The value of a key as the server would hold it, without the defaults within: two texts with the same normal form are the
   * same configuration.
   */
  normalForm(key: string, text: string): JsonValue {
    const property = this.property(key);
    const alternatives = this.alternatives(property);
    const isText = alternatives.some(({ type }) => type === 'string');
    const isMore = alternatives.some(
      ({ type, properties }) => !NO_TYPE_OF_ITS_OWN.includes(type) || isObject(properties),
    );
    if (!isMore) return text;
    const parsed = parseScalar(text);
    if (typeof parsed === 'object' && parsed !== null) return this.withoutDefaults(parsed, property);
    return isText ? text : parsed;
  }

  /** True for a text that says no more than leaving the key out. */
  isDefault(key: string, text: string): boolean {
    const value = this.normalForm(key, text);
    return sameJson(value, this.property(key).default) || sameJson(value, {});
  }

  private withoutDefaults(value: JsonValue, schema: JsonObject): JsonValue {
    if (isList(value)) {
      const items = this.alternatives(schema)
        .map((alternative) => alternative.items)
        .find(isObject);
      return items ? value.map((item) => this.withoutDefaults(item, items)) : value;
    }
    if (!isObject(value)) return value;
    const properties = Object.assign({}, ...this.alternatives(schema).map((one) => this.properties(one))) as JsonObject;
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]) => {
        const property = properties[key];
        if (!isObject(property)) return [[key, inner]];
        const stripped = this.withoutDefaults(inner, property);
        return sameJson(inner, property.default) || sameJson(stripped, property.default) ? [] : [[key, stripped]];
      }),
    );
  }

  private property(key: string): JsonObject {
    const property = this.properties(this.schema)[key];
    return isObject(property) ? property : {};
  }

  private properties(schema: JsonObject): JsonObject {
    const properties = schema.properties;
    return isObject(properties) ? properties : {};
  }

  /** The schema with its references and its `anyOf` resolved. */
  private alternatives(schema: JsonObject): readonly JsonObject[] {
    const anyOf = schema.anyOf;
    const reference = schema.$ref;
    return [
      schema,
      ...(isList(anyOf) ? anyOf.filter(isObject).flatMap((one) => this.alternatives(one)) : []),
      ...(typeof reference === 'string' ? this.definition(reference) : []),
    ];
  }

  private definition(reference: string): readonly JsonObject[] {
    const definitions = this.schema.$defs;
    const definition = isObject(definitions) ? definitions[reference.replace('#/$defs/', '')] : undefined;
    return isObject(definition) ? [definition] : [];
  }
}

function parseScalar(text: string): JsonValue {
  const lower = text.trim().toLowerCase();
  if (lower === 'true' || lower === 'false') return lower === 'true';
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return text;
  }
}

/** Equality of JSON values, whatever the order of keys. */
export function sameJson(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (a === b) return true;
  if (isList(a) && isList(b)) return a.length === b.length && a.every((item, index) => sameJson(item, b[index]));
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
  );
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value);
}
