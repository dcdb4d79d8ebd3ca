import { isSet, record, type AttributeValue, type MapOf } from '../../framework';
import { sameMeaning, type JsonObject, type JsonValue } from '../../zenml';
import type { ConfigSchema } from './config-schema';

/** A `configuration` attribute in configuration, plan or state. */
export type ConfigurationAttribute = AttributeValue<MapOf<string>>;

/** Whether the value that the server holds of a key is what was written. */
export type IsSame = (key: string, written: string, held: JsonValue) => boolean;

/**
 * What state holds after a read. What the user wrote stays where the server's value is the same, and else becomes the server's. A
 * key that the server no longer has is gone. Keys that the user did not write stay out.
 */
export function stateConfiguration(
  prior: ConfigurationAttribute,
  held: JsonObject,
  isSame: IsSame = (_, written, value) => sameMeaning(written, value),
): MapOf<string> | null {
  if (!isSet(prior)) return null;
  return record(
    Object.entries(prior).flatMap(([key, written]) => {
      const value = valueAt(held, key);
      if (isSet(written) && isSame(key, written, value)) return [[key, written]];
      return value === null ? [] : [[key, configurationText(value)]];
    }),
  );
}

/**
 * What state would hold of an existing object that is taken for the wanted one: besides the wanted keys also those that nobody here
 * would know of, unless they say no more than the schema's defaults.
 */
export function takenConfiguration(
  wanted: MapOf<string>,
  held: JsonObject,
  schema: ConfigSchema | undefined,
): MapOf<string> {
  const others = Object.entries(held).filter(
    ([key, value]) =>
      !Object.hasOwn(wanted, key) && value !== null && schema?.isDefault(key, configurationText(value)) !== true,
  );
  return record([
    ...Object.entries(stateConfiguration(wanted, held) ?? {}),
    ...others.map(([key, value]) => [key, configurationText(value)] as const),
  ]);
}

/** The value that a server holds of a key; null where it holds none. */
export function valueAt(held: JsonObject, key: string): JsonValue {
  return (Object.hasOwn(held, key) ? held[key] : undefined) ?? null;
}

/** What of the server's configuration anyone may see: the keys that the schema knows as no secret. */
export function publicConfiguration(held: JsonObject, schema: ConfigSchema | undefined): MapOf<string> {
  return record(
    Object.entries(held).flatMap(([key, value]) =>
      value !== null && schema?.has(key) === true && !schema.isSecret(key)
        ? [[key, configurationText(value)] as const]
        : [],
    ),
  );
}

/** A value as `configuration` holds it: text as it is, anything else as JSON. */
export function configurationText(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
