/** A key of the settings, or an index of a list. */
export type Key = string | number;

/** The path of an issue, as a file has it. */
export function pathOf(keys: readonly PropertyKey[]): readonly Key[] {
  return keys.map((key) => (typeof key === 'number' ? key : String(key)));
}

/** What is there; undefined where nothing is. */
export function valueAt(value: unknown, path: readonly Key[]): unknown {
  return path.reduce<unknown>((at, key) => (at as Readonly<Record<Key, unknown>> | null | undefined)?.[key], value);
}

/** A copy with another value there. */
export function withValueAt(value: unknown, [key, ...rest]: readonly Key[], replacement: unknown): unknown {
  if (key === undefined) return replacement;
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (index === key ? withValueAt(item, rest, replacement) : item));
  const record = value as Readonly<Record<string, unknown>>;
  return { ...record, [key]: withValueAt(record[key], rest, replacement) };
}
