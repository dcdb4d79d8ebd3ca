import { Token } from 'cdktf';
import { jsonText } from './json-text';

/** A value in the configuration of a connector or component; objects and lists reach the server as JSON. */
export type ConfigurationValue =
  | string
  | number
  | boolean
  | undefined
  | readonly ConfigurationValue[]
  | { readonly [key: string]: ConfigurationValue };

/** Configuration by the keys of a flavor or of an authentication method. Keys without a value are left out. */
export type Configuration = Readonly<Record<string, ConfigurationValue>>;

/** Configuration as the provider takes it: every value a string. Undefined where no key has a value. */
export function configurationText(configuration: Configuration | undefined): Record<string, string> | undefined {
  let texts: Record<string, string> | undefined;
  for (const [key, value] of Object.entries(configuration ?? {})) {
    if (value !== undefined) (texts ??= {})[key] = valueText(value);
  }
  return texts;
}

function valueText(value: NonNullable<ConfigurationValue>): string {
  if (typeof value === 'string') return value;
  if (Token.isUnresolved(value)) return Token.asString(value);
  return jsonText(value);
}
