import { booleanOf, numberOfText, type JsonObject, type JsonValue } from '../../zenml';
import { isList, isObject, parseJson } from './json-values';

/** What of a schema says how a value is read: the schema itself, and what its `anyOf` and references stand for. */
export type Alternatives = (schema: JsonObject) => readonly JsonObject[];

/** The types that a schema allows. */
export function typesOf(schema: JsonObject, alternatives: Alternatives): ReadonlySet<string> {
  return new Set(
    alternatives(schema).flatMap(({ type, properties }) => {
      if (typeof type === 'string') return [type];
      if (isList(type)) return type.filter((one) => typeof one === 'string');
      return isObject(properties) ? ['object'] : [];
    }),
  );
}

/**
 * The value that the server makes of the text of a configuration: text where text will do, else a boolean or number, else a list
 * or object of JSON. Text that is nothing of what is wanted stays as it is.
 */
export function readText(text: string, schema: JsonObject, alternatives: Alternatives): JsonValue {
  const types = typesOf(schema, alternatives);
  if (types.size === 0 || types.has('string')) return text;
  const scalar = laxScalar(text, types);
  if (typeof scalar !== 'string') return scalar;
  const parsed = types.has('array') || types.has('object') ? parseJson(text) : undefined;
  return parsed === undefined ? text : readLaxly(parsed, schema, alternatives);
}

/** A JSON value as the server reads it: text within becomes the boolean or number that is wanted there. */
export function readLaxly(value: JsonValue, schema: JsonObject, alternatives: Alternatives): JsonValue {
  const types = typesOf(schema, alternatives);
  if (typeof value === 'string') return types.has('string') ? value : laxScalar(value, types);
  const options = alternatives(schema);
  if (isList(value)) {
    const items = options.map((option) => option.items).find(isObject);
    return items ? value.map((item) => readLaxly(item, items, alternatives)) : value;
  }
  if (!isObject(value)) return value;
  const properties = Object.assign({}, ...options.map((option) => option.properties).filter(isObject)) as JsonObject;
  const others = options.map((option) => option.additionalProperties).find(isObject);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const property = Object.hasOwn(properties, key) ? properties[key] : others;
      return [key, isObject(property) ? readLaxly(inner, property, alternatives) : inner];
    }),
  );
}

function laxScalar(text: string, types: ReadonlySet<string>): JsonValue {
  const number = types.has('integer') || types.has('number') ? numberOfText(text) : undefined;
  return number ?? (types.has('boolean') ? booleanOf(text) : undefined) ?? text;
}
