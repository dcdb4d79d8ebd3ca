import {
  describeType,
  Dynamic,
  formatPath,
  isUnknown,
  record,
  type AttributePath,
  type NumberValue,
  type Type,
  type Value,
} from '../../framework';
import { ProtocolError } from '../protocol-error';
import { checkDepth } from './depth';

/** What differs between the notations in which values arrive. */
export interface WireNotation {
  /** The entries of a map or object; undefined for anything else. */
  entries(raw: unknown): readonly (readonly [string, unknown])[] | undefined;
  number(raw: unknown): NumberValue | undefined;
  /** The type that a dynamic value brings, and the value. */
  dynamic(raw: unknown): { readonly type: Type; readonly raw: unknown } | undefined;
  /** Stored states may hold attributes of another provider version; everything else must fit its schema. */
  readonly dropsUnknownAttributes: boolean;
}

/**
 * A decoded value as the framework knows it, checked against its type.
 * @throws ProtocolError naming the path and the type expected there.
 */
export function fromWire(notation: WireNotation, raw: unknown, type: Type, path: AttributePath = []): Value {
  if (raw === null || isUnknown(raw)) return raw;
  checkDepth(path.length);
  const value = typeof type === 'string' ? scalar(notation, raw, type, path) : collection(notation, raw, type, path);
  if (value === undefined) throw mismatch(`${describeType(type)} expected, got ${describeRaw(raw)}`, path);
  return value;
}

function scalar(notation: WireNotation, raw: unknown, type: string, path: AttributePath): Value | undefined {
  if (type === 'number') return notation.number(raw);
  if (type !== 'dynamic')
    return typeof raw === (type === 'bool' ? 'boolean' : type) ? (raw as string | boolean) : undefined;
  const dynamic = notation.dynamic(raw);
  if (dynamic?.type === 'dynamic') throw mismatch('a dynamic value must say of which type it is', path);
  return dynamic && new Dynamic(dynamic.type, fromWire(notation, dynamic.raw, dynamic.type, path));
}

function collection(notation: WireNotation, raw: unknown, type: Exclude<Type, string>, path: AttributePath) {
  switch (type[0]) {
    case 'list':
    case 'set':
      return items(raw)?.map((item, index) => fromWire(notation, item, type[1], [...path, { index }]));
    case 'tuple':
      return items(raw, type[1].length)?.map((item, index) =>
        fromWire(notation, item, type[1][index] ?? 'dynamic', [...path, { index }]),
      );
    case 'map': {
      const entries = notation.entries(raw);
      return (
        entries &&
        record(entries.map(([key, item]) => [key, fromWire(notation, item, type[1], [...path, { key }])] as const))
      );
    }
    case 'object': {
      const entries = notation.entries(raw);
      return entries && object(notation, new Map(entries), type[1], path);
    }
  }
}

function object(
  notation: WireNotation,
  given: ReadonlyMap<string, unknown>,
  attributes: Readonly<Record<string, Type>>,
  path: AttributePath,
): Value {
  const surplus = [...given.keys()].find((name) => !Object.hasOwn(attributes, name));
  if (surplus !== undefined && !notation.dropsUnknownAttributes) {
    throw mismatch('the schema has no such attribute', [...path, { attribute: surplus }]);
  }
  return record(
    Object.entries(attributes).map(
      ([attribute, type]) =>
        [attribute, fromWire(notation, given.get(attribute) ?? null, type, [...path, { attribute }])] as const,
    ),
  );
}

function items(raw: unknown, length?: number): readonly unknown[] | undefined {
  return Array.isArray(raw) && (length === undefined || raw.length === length) ? raw : undefined;
}

function mismatch(message: string, path: AttributePath): ProtocolError {
  return new ProtocolError(path.length === 0 ? message : `${formatPath(path)}: ${message}`);
}

function describeRaw(raw: unknown): string {
  if (Array.isArray(raw)) return `a sequence of ${raw.length}`;
  if (raw instanceof Uint8Array) return 'bytes';
  return typeof raw;
}
