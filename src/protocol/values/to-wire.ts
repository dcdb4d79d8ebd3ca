import {
  Decimal,
  describeType,
  Dynamic,
  formatPath,
  isRecord,
  isUnknown,
  record,
  type AttributePath,
  type Type,
  type Value,
} from '../../framework';
import { ProtocolError } from '../protocol-error';
import { checkDepth } from './depth';
import { numberToWire } from './numbers';
import { encodeType } from './type-json';

/**
 * The value as msgpack encodes it, checked against its type. An attribute that an object lacks is null.
 * @throws ProtocolError naming the path and the type expected there.
 */
export function toWire(value: Value, type: Type, path: AttributePath = []): unknown {
  if (value === null || isUnknown(value)) return value;
  checkDepth(path.length);
  const wire = typeof type === 'string' ? scalar(value, type, path) : collection(value, type, path);
  if (wire === undefined) throw mismatch(`${describeType(type)} expected, got ${describeValue(value)}`, path);
  return wire;
}

function scalar(value: Value, type: string, path: AttributePath): unknown {
  if (type === 'dynamic') {
    return value instanceof Dynamic ? [encodeType(value.type), toWire(value.value, value.type, path)] : undefined;
  }
  if (type === 'number') {
    const isNumber =
      typeof value === 'bigint' || value instanceof Decimal || (typeof value === 'number' && !Number.isNaN(value));
    return isNumber ? numberToWire(value) : undefined;
  }
  return typeof value === (type === 'bool' ? 'boolean' : type) ? value : undefined;
}

function collection(value: Value, type: Exclude<Type, string>, path: AttributePath): unknown {
  switch (type[0]) {
    case 'list':
    case 'set':
      return items(value)?.map((item, index) => toWire(item, type[1], [...path, { index }]));
    case 'tuple':
      return items(value, type[1].length)?.map((item, index) =>
        toWire(item, type[1][index] ?? 'dynamic', [...path, { index }]),
      );
    case 'map':
      return isRecord(value)
        ? record(Object.entries(value).map(([key, item]) => [key, toWire(item, type[1], [...path, { key }])] as const))
        : undefined;
    case 'object':
      return isRecord(value) ? object(value, type[1], path) : undefined;
  }
}

function object(
  value: Readonly<Record<string, Value>>,
  attributes: Readonly<Record<string, Type>>,
  path: AttributePath,
) {
  const surplus = Object.keys(value).find((name) => !Object.hasOwn(attributes, name));
  if (surplus !== undefined) throw mismatch('the schema has no such attribute', [...path, { attribute: surplus }]);
  return record(
    Object.entries(attributes).map(([attribute, type]) => {
      const item = Object.hasOwn(value, attribute) ? (value[attribute] ?? null) : null;
      return [attribute, toWire(item, type, [...path, { attribute }])] as const;
    }),
  );
}

function items(value: Value, length?: number): readonly Value[] | undefined {
  return Array.isArray(value) && (length === undefined || value.length === length) ? value : undefined;
}

function mismatch(message: string, path: AttributePath): ProtocolError {
  return new ProtocolError(path.length === 0 ? message : `${formatPath(path)}: ${message}`);
}

function describeValue(value: Value): string {
  if (Array.isArray(value)) return `a sequence of ${value.length}`;
  if (isRecord(value)) return 'an object';
  if (value instanceof Dynamic) return 'a dynamic value';
  return value instanceof Decimal ? 'number' : typeof value;
}
