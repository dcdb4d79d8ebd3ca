import { decode, encode, ExtensionCodec, type DecoderOptions } from '@msgpack/msgpack';
import { UNKNOWN, type NumberValue, type Type, type Value } from '../../framework';
import { ProtocolError } from '../protocol-error';
import { MAX_DEPTH } from './depth';
import { fromWire, type WireNotation } from './from-wire';
import { numberFromFloat, numberFromText } from './numbers';
import { toWire } from './to-wire';
import { decodeType } from './type-json';

/** Extension types of cty: a plain unknown, and one with refinements such as "not null", which are not used here. */
const UNKNOWN_EXTENSION = 0;
const REFINED_UNKNOWN_EXTENSION = 12;

/** The decoder refuses the key `__proto__` and builds plain objects: before every key stands this mark until the key is safe. */
const KEY_MARK = '.';

/** Beside a dynamic value stands its type, one level further down. */
const MAX_WIRE_DEPTH = 2 * MAX_DEPTH + 2;

const extensionCodec = new ExtensionCodec();
extensionCodec.register({
  type: UNKNOWN_EXTENSION,
  encode: (object) => (object === UNKNOWN ? Uint8Array.of(0) : null),
  decode: () => UNKNOWN,
});
extensionCodec.register({ type: REFINED_UNKNOWN_EXTENSION, encode: () => null, decode: () => UNKNOWN });

const keyDecoder: NonNullable<DecoderOptions['keyDecoder']> = {
  canBeCached: () => true,
  decode: (bytes, offset, length) =>
    KEY_MARK + Buffer.from(bytes.buffer, bytes.byteOffset + offset, length).toString('utf8'),
};

const notation: WireNotation = {
  entries: (raw) => (isPlainObject(raw) ? Object.entries(raw).map(([key, value]) => [key.slice(1), value]) : undefined),
  number: numberFromMsgpack,
  dynamic: (raw) =>
    Array.isArray(raw) && raw.length === 2 && raw[0] instanceof Uint8Array
      ? { type: decodeType(raw[0]), raw: raw[1] as unknown }
      : undefined,
  dropsUnknownAttributes: false,
};

/** @throws ProtocolError where the bytes are no msgpack or do not fit the type. */
export function decodeMsgpack(bytes: Uint8Array, type: Type): Value {
  return fromWire(notation, parse(bytes), type);
}

/** @throws ProtocolError where the value does not fit the type. */
export function encodeMsgpack(value: Value, type: Type): Uint8Array {
  return encode(toWire(value, type), { extensionCodec, useBigInt64: true, maxDepth: MAX_WIRE_DEPTH });
}

function parse(bytes: Uint8Array): unknown {
  const limit = bytes.length;
  try {
    return decode(bytes, {
      extensionCodec,
      keyDecoder,
      mapKeyConverter: stringKey,
      useBigInt64: true,
      maxArrayLength: limit,
      maxMapLength: limit,
    });
  } catch (cause) {
    throw new ProtocolError('the value is not well-formed msgpack', { cause });
  }
}

function stringKey(key: unknown): string {
  if (typeof key !== 'string') throw new ProtocolError('a map key must be a string');
  return key;
}

function isPlainObject(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && Object.getPrototypeOf(raw) === Object.prototype;
}

function numberFromMsgpack(raw: unknown): NumberValue | undefined {
  if (typeof raw === 'number') return numberFromFloat(raw);
  if (typeof raw === 'bigint') return numberFromText(raw.toString());
  return typeof raw === 'string' ? numberFromText(raw) : undefined;
}
