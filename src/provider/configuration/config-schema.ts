import type { JsonObject, JsonValue } from '../../zenml';
import { isList, isObject, isStructure, objectsIn, parseJson, sameJson } from './json-values';
import { readLaxly, readText, typesOf } from './lax-reading';

/** The JSON Schema of a configuration, as the server publishes it for a flavor or an authentication method. */
export class ConfigSchema {
  constructor(readonly schema: JsonObject) {}

  /** The keys it has a place for. */
  get keys(): readonly string[] {
    return Object.keys(propertiesOf(this.schema));
  }

  /** The keys that have no default. */
  get required(): readonly string[] {
    const required = this.schema.required;
    return isList(required) ? required.filter((key) => typeof key === 'string') : [];
  }

  /** False for a schema that says nothing of keys. */
  get hasKeys(): boolean {
    return isObject(this.schema.properties);
  }

  has(key: string): boolean {
    return Object.hasOwn(propertiesOf(this.schema), key);
  }

  /** True for a key whose value no one may see. */
  isSecret(key: string): boolean {
    return this.alternatives(this.property(key)).some(
      (schema) => schema.writeOnly === true || schema.sensitive === true || schema.format === 'password',
    );
  }

  /** The types that the value of a key may have. */
  types(key: string): ReadonlySet<string> {
    return typesOf(this.property(key), this.alternatives);
  }

  /** The schema of a key with its references and its `anyOf` resolved. */
  alternativesOf(key: string): readonly JsonObject[] {
    return this.alternatives(this.property(key));
  }

  /** The value that the server makes of the text of a key. */
  read(key: string, text: string): JsonValue {
    return readText(text, this.property(key), this.alternatives);
  }

  /**
   * The value of a key as it is sent. Servers read JSON in a text, but not everywhere: a list of fixed length, or one of several
   * things that a value may be, has to be sent as what it is.
   */
  sent(key: string, text: string): JsonValue {
    const types = this.types(key);
    const parsed = isMoreThanText(types) && !types.has('string') ? parseJson(text) : undefined;
    return isStructure(parsed) ? parsed : text;
  }

  /**
   * The value of a key as the server would hold it, without the defaults within: two texts with the same normal form are the
   * same configuration.
   */
  normalForm(key: string, text: string): JsonValue {
    const value = this.read(key, text);
    // Text that is JSON where the schema has a place for that, too, is the same however it is written.
    const parsed = value === text && isMoreThanText(this.types(key)) ? parseJson(text) : undefined;
    return this.heldForm(key, isStructure(parsed) ? parsed : value);
  }

  /** A value that the server holds, without the defaults within. Nothing stands for the default. */
  heldForm(key: string, value: JsonValue): JsonValue {
    const property = this.property(key);
    return this.withoutDefaults(readLaxly(value ?? property.default ?? null, property, this.alternatives), property);
  }

  /** True for a text that says no more than leaving the key out. */
  isDefault(key: string, text: string): boolean {
    const value = this.normalForm(key, text);
    return sameJson(value, this.heldForm(key, null)) || sameJson(value, {});
  }

  private withoutDefaults(value: JsonValue, schema: JsonObject): JsonValue {
    if (isList(value)) {
      const items = this.alternatives(schema)
        .map((alternative) => alternative.items)
        .find(isObject);
      return items ? value.map((item) => this.withoutDefaults(item, items)) : value;
    }
    if (!isObject(value)) return value;
    const properties = Object.assign({}, ...this.alternatives(schema).map(propertiesOf)) as JsonObject;
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]) => {
        const property = Object.hasOwn(properties, key) ? properties[key] : undefined;
        if (!isObject(property)) return [[key, inner]];
        const stripped = this.withoutDefaults(inner, property);
        return sameJson(inner, property.default) || sameJson(stripped, property.default) ? [] : [[key, stripped]];
      }),
    );
  }

  private property(key: string): JsonObject {
    const properties = propertiesOf(this.schema);
    const property = Object.hasOwn(properties, key) ? properties[key] : undefined;
    return isObject(property) ? property : {};
  }

  private readonly alternatives = (schema: JsonObject): readonly JsonObject[] => this.resolved(schema, new Set());

  /** A definition may refer to itself; it is taken once. */
  private resolved(schema: JsonObject, taken: Set<JsonObject>): readonly JsonObject[] {
    if (taken.has(schema)) return [];
    taken.add(schema);
    const others = [...objectsIn(schema.anyOf), ...this.definition(schema.$ref)];
    return [schema, ...others.flatMap((other) => this.resolved(other, taken))];
  }

  private definition(reference: JsonValue | undefined): readonly JsonObject[] {
    const definitions = this.schema.$defs;
    if (typeof reference !== 'string' || !isObject(definitions)) return [];
    return objectsIn([definitions[reference.replace('#/$defs/', '')] ?? null]);
  }
}

function propertiesOf(schema: JsonObject): JsonObject {
  return isObject(schema.properties) ? schema.properties : {};
}

function isMoreThanText(types: ReadonlySet<string>): boolean {
  return types.has('object') || types.has('array');
}
