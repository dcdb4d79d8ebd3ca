/** A value with others laid over it. Only plain objects are merged, deeply; everything else replaces, and `undefined` leaves what is there. */
export function merge(base: unknown, overrides: unknown): unknown {
  if (overrides === undefined) return base;
  if (!isPlainObject(base) || !isPlainObject(overrides)) return overrides;
  const entries = Object.entries(overrides).map(([key, value]) => [key, merge(base[key], value)]);
  return { ...base, ...(Object.fromEntries(entries) as object) };
}

/** A copy that is frozen at every level. Instances of classes stay as they are. */
export function frozen(value: unknown): unknown {
  if (isPlainObject(value))
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, v]) => [key, frozen(v)])));
  return Array.isArray(value) ? Object.freeze(value.map(frozen)) : value;
}

/** Whether a value is an object of keys and values, and no instance of a class. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
