import type { JsonObject, JsonValue } from '../../zenml';

const TRUE = new Set(['true', '1', 'on', 't', 'y', 'yes']);
const FALSE = new Set(['false', '0', 'off', 'f', 'n', 'no']);

/**
 * Whether the server's value is what it makes of the text that a user wrote: `"false"` is `false`, `"5"` is 5, JSON text is
 * the object with defaults filled in.
 */
export function sameMeaning(written: string, held: JsonValue): boolean {
  if (typeof held === 'string') return written === held || sameJsonText(written, held);
  if (typeof held === 'boolean') return (held ? TRUE : FALSE).has(written.trim().toLowerCase());
  if (typeof held === 'number') return sameNumber(written, held);
  if (held === null) return ['', 'null', 'none'].includes(written.trim().toLowerCase());
  const parsed = parseJson(written);
  return parsed !== undefined && sameJson(parsed, held);
}

/** JSON as written in JSON text against the server's: keys that only the server has are defaults that it filled in. */
function sameJson(written: JsonValue, held: JsonValue | undefined): boolean {
  if (written === held) return true;
  if (written === null || held === undefined || held === null) return written === null && held === undefined;
  if (typeof written === 'string') return sameMeaning(written, held);
  if (typeof written !== 'object' || typeof held !== 'object') return false;
  if (isList(written) || isList(held)) {
    return (
      isList(written) &&
      isList(held) &&
      written.length === held.length &&
      written.every((item, index) => sameJson(item, held[index]))
    );
  }
  return Object.entries(written).every(([key, value]) =>
    sameJson(value, Object.hasOwn(held, key) ? held[key] : undefined),
  );
}

/** Two JSON texts that differ in white space or in the order of keys alone. */
function sameJsonText(a: string, b: string): boolean {
  const [left, right] = [parseJson(a), parseJson(b)];
  if (!isStructure(left) || !isStructure(right)) return false;
  return sameJson(left, right) && sameJson(right, left);
}

function sameNumber(written: string, held: number): boolean {
  const text = written.trim().replace(/(\d)_(?=\d)/g, '$1');
  return text !== '' && Number(text) === held;
}

function parseJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

function isStructure(value: JsonValue | undefined): value is JsonObject | readonly JsonValue[] {
  return typeof value === 'object' && value !== null;
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
