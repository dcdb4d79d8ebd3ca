import { record, type Type } from '../../framework';
import { ProtocolError } from '../protocol-error';
import { checkDepth } from './depth';

/** A type as the wire carries it: cty's JSON notation in UTF-8. */
export function encodeType(type: Type): Uint8Array {
  return Buffer.from(JSON.stringify(type));
}

/** @throws ProtocolError where the bytes are no type. */
export function decodeType(bytes: Uint8Array): Type {
  return typeFromJson(parse(bytes));
}

/** @throws ProtocolError where the JSON value is no type. */
export function typeFromJson(json: unknown, depth = 0): Type {
  checkDepth(depth);
  const inner = (type: unknown) => typeFromJson(type, depth + 1);
  if (json === 'string' || json === 'number' || json === 'bool' || json === 'dynamic') return json;
  if (!Array.isArray(json)) throw new ProtocolError('a type must be a name or an array');
  const [kind, argument] = json as readonly unknown[];
  if (kind === 'list' || kind === 'set' || kind === 'map') return [kind, inner(argument)];
  if (kind === 'tuple' && Array.isArray(argument)) return ['tuple', argument.map(inner)];
  if (kind === 'object' && typeof argument === 'object' && argument !== null) {
    return ['object', record(Object.entries(argument).map(([name, type]) => [name, inner(type)] as const))];
  }
  throw new ProtocolError('a type must be list, set, map, tuple or object of something');
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString());
  } catch (cause) {
    throw new ProtocolError('a type must be JSON', { cause });
  }
}
