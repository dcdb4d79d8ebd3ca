import { isDeepStrictEqual } from 'node:util';
import type { PlanModifier } from '../../framework';
import type { JsonValue } from '../../zenml';

/** The value of JSON text; undefined where it is none. */
export function parseJsonText(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

/** True where JSON text says what a value is, whatever its white space and order of keys. */
export function isJsonTextOf(text: string, value: JsonValue): boolean {
  return isDeepStrictEqual(parseJsonText(text), value);
}

/** JSON text that says the same as before is no change. */
export const keepsSameJson: PlanModifier = ({ planned, prior }) => {
  if (typeof planned !== 'string' || typeof prior !== 'string') return { planned };
  const value = parseJsonText(prior);
  return { planned: value !== undefined && isJsonTextOf(planned, value) ? prior : planned };
};
