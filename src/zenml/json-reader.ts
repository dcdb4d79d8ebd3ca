import { isJsonObject, type JsonObject } from './json';

/** An answer that has not the shape it should have. The message names the place and never the value. */
export class ShapeError extends Error {
  constructor(path: string, expected: string, found: unknown) {
    super(`${path || 'the answer'} should be ${expected} and is ${describe(found)}`);
    this.name = 'ShapeError';
  }
}

function describe(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `of type ${typeof value}`;
}

/** Reads parsed JSON of unknown shape, place by place. Every method throws {@link ShapeError} where the shape is wrong. */
export class JsonReader {
  constructor(
    private readonly value: unknown,
    private readonly path = '',
  ) {}

  /** True where nothing stands, or null. */
  get isAbsent(): boolean {
    return this.value === undefined || this.value === null;
  }

  get isString(): boolean {
    return typeof this.value === 'string';
  }

  /** The reader of a field; absent where this is absent or has no such field. */
  at(...keys: readonly string[]): JsonReader {
    return keys.reduce<JsonReader>((reader, key) => reader.child(key), this);
  }

  string(): string {
    return typeof this.value === 'string' ? this.value : this.fail('text');
  }

  optionalString(): string | null {
    return this.isAbsent ? null : this.string();
  }

  boolean(): boolean {
    return typeof this.value === 'boolean' ? this.value : this.fail('true or false');
  }

  optionalBoolean(): boolean | null {
    return this.isAbsent ? null : this.boolean();
  }

  number(): number {
    return typeof this.value === 'number' ? this.value : this.fail('a number');
  }

  optionalNumber(): number | null {
    return this.isAbsent ? null : this.number();
  }

  object(): JsonObject {
    return isJsonObject(this.value) ? this.value : this.fail('an object');
  }

  /** An absent object is an empty one. */
  optionalObject(): JsonObject {
    return this.isAbsent ? {} : this.object();
  }

  /** The readers of a list's items; an absent list is an empty one. */
  items(): readonly JsonReader[] {
    if (this.isAbsent) return [];
    const list: readonly unknown[] = Array.isArray(this.value) ? this.value : this.fail('a list');
    return list.map((item, index) => new JsonReader(item, `${this.path}[${index}]`));
  }

  strings(): readonly string[] {
    return this.items().map((item) => item.string());
  }

  /** An object with each value read by `read`; an absent object is an empty one. */
  record<V>(read: (value: JsonReader) => V): Readonly<Record<string, V>> {
    return Object.fromEntries(Object.keys(this.optionalObject()).map((key) => [key, read(this.child(key))]));
  }

  private child(key: string): JsonReader {
    const path = this.path === '' ? key : `${this.path}.${key}`;
    if (this.isAbsent) return new JsonReader(undefined, path);
    const object = this.object();
    return new JsonReader(Object.hasOwn(object, key) ? object[key] : undefined, path);
  }

  private fail(expected: string): never {
    throw new ShapeError(this.path, expected, this.value);
  }
}
