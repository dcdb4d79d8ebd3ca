import { isList, isStructure, parseJson, type JsonValue } from './json';
import { booleanOf, numberOfText } from './lax-scalars';

/**
 * Whether the server's value is what it makes of the text that a user wrote: `"false"` is `false`, `"5"` is 5, JSON text is
 * the object with defaults filled in.
 */
export function sameMeaning(written: string, held: JsonValue): boolean {
  if (typeof held === 'string') return written === held || sameJsonText(written, held);
  if (typeof held === 'boolean') return booleanOf(written) === held;
  if (typeof held === 'number') return numberOfText(written) === held;
  if (held === null) return ['', 'null', 'none'].includes(written.trim().toLowerCase());
  const parsed = parseJson(written);
  return parsed !== undefined && isHeld(parsed, held);
}

/** JSON as written in JSON text against the server's: keys that only the server has are defaults that it filled in. */
function isHeld(written: JsonValue, held: JsonValue | undefined): boolean {
  if (written === held) return true;
  if (written === null || held === undefined || held === null) return written === null && held === undefined;
  if (typeof written === 'string') return sameMeaning(written, held);
  if (typeof written !== 'object' || typeof held !== 'object') return false;
  if (isList(written) || isList(held)) {
    return (
      isList(written) &&
      isList(held) &&
      written.length === held.length &&
      written.every((item, index) => isHeld(item, held[index]))
    );
  }
  return Object.entries(written).every(([key, value]) =>
    isHeld(value, Object.hasOwn(held, key) ? held[key] : undefined),
  );
}

/** Two JSON texts that differ in white space or in the order of keys alone. */
function sameJsonText(a: string, b: string): boolean {
  const [left, right] = [parseJson(a), parseJson(b)];
  if (!isStructure(left) || !isStructure(right)) return false;
  return isHeld(left, right) && isHeld(right, left);
}
