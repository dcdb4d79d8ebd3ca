import type { ConfigurationValue } from '../configuration';
import { isKnown } from '../known-value';

/** A key as it is written in code, and as the server has it where that is another word. */
export function nameOf(key: string): string {
  const property = key.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return property === key ? key : `${property} (${key})`;
}

/** Whether terraform knows a value only when it runs. */
export function isLate(value: ConfigurationValue): boolean {
  return value !== undefined && !isKnown(value);
}
