import type { Type } from './types';

/** A value that will be known only after apply. There is one instance, {@link UNKNOWN}. */
class UnknownValue {
  // Private, so that no other object has this type.
  private readonly text = '(known after apply)';

  toString(): string {
    return this.text;
  }
}

export type Unknown = UnknownValue;

/** The one unknown value. */
export const UNKNOWN: Unknown = new UnknownValue();

/** A number that neither `number` nor `bigint` holds exactly, kept as Terraform wrote it. */
export class Decimal {
  constructor(readonly text: string) {}
}

/** A value of a `dynamic` attribute, which carries its own type. */
export class Dynamic {
  constructor(
    readonly type: Type,
    readonly value: Value,
  ) {}
}

/** A map or object. Made by {@link record}, so that no key can reach a prototype. */
export interface ValueRecord {
  readonly [key: string]: Value;
}

/** Every Terraform value: null, unknown, or known of any type. */
export type Value =
  null | Unknown | string | boolean | number | bigint | Decimal | Dynamic | readonly Value[] | ValueRecord;

export function isUnknown(value: unknown): value is Unknown {
  return value === UNKNOWN;
}

/** True for a value that is neither null nor unknown. It may hold unknown values inside. */
export function isSet<T>(value: T | null | undefined | Unknown): value is T {
  return value !== null && value !== undefined && value !== UNKNOWN;
}

export function isRecord(value: Value | undefined): value is ValueRecord {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof UnknownValue) &&
    !(value instanceof Decimal) &&
    !(value instanceof Dynamic)
  );
}

/** A record without prototype from entries: `__proto__` is a key like any other. */
export function record<V>(entries: Iterable<readonly [string, V]>): { [key: string]: V } {
  const result = Object.create(null) as { [key: string]: V };
  for (const [key, value] of entries) result[key] = value;
  return result;
}

/** True where no part of the value is unknown. */
export function isWhollyKnown(value: Value): boolean {
  if (isUnknown(value)) return false;
  if (value instanceof Dynamic) return isWhollyKnown(value.value);
  if (Array.isArray(value)) return value.every(isWhollyKnown);
  if (isRecord(value)) return Object.values(value).every(isWhollyKnown);
  return true;
}

/** Deep equality in Terraform's sense: an unknown equals only an unknown, and numbers compare by value. */
export function valuesEqual(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined || a === null || b === null) return false;
  if (isNumber(a) && isNumber(b)) return numberText(a) === numberText(b);
  if (a instanceof Dynamic || b instanceof Dynamic) {
    return a instanceof Dynamic && b instanceof Dynamic && valuesEqual(a.value, b.value);
  }
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item: Value, index) => valuesEqual(item, (b as readonly Value[])[index]))
    );
  }
  if (!isRecord(a) || !isRecord(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && valuesEqual(a[key], b[key]))
  );
}

function isNumber(value: Value): value is number | bigint | Decimal {
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof Decimal;
}

function numberText(value: number | bigint | Decimal): string {
  return value instanceof Decimal ? value.text : String(value);
}
