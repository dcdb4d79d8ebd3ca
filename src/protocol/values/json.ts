import { parse } from 'lossless-json';
import { Decimal, type NumberValue, type Type, type Value } from '../../framework';
import { ProtocolError } from '../protocol-error';
import { fromWire, type WireNotation } from './from-wire';
import { numberFromText } from './numbers';
import { typeFromJson } from './type-json';

const notation: WireNotation = {
  entries: (raw) => (isObject(raw) ? Object.entries(raw) : undefined),
  number: (raw) => (isNumber(raw) ? raw : undefined),
  dynamic: (raw) =>
    isObject(raw) && Object.hasOwn(raw, 'type') && Object.hasOwn(raw, 'value')
      ? { type: typeFromJson(raw.type), raw: raw.value }
      : undefined,
  dropsUnknownAttributes: true,
};

/**
 * A value from the JSON of a stored state. Numbers keep every digit; attributes that the type does not have are dropped,
 * those that the JSON does not have are null.
 * @throws ProtocolError where the bytes are no JSON or do not fit the type.
 */
export function decodeJson(bytes: Uint8Array, type: Type): Value {
  return fromWire(notation, parseLossless(bytes), type);
}

function parseLossless(bytes: Uint8Array): unknown {
  try {
    return parse(Buffer.from(bytes).toString(), undefined, { parseNumber: numberFromText });
  } catch (cause) {
    throw new ProtocolError('the value is not well-formed JSON', { cause });
  }
}

function isObject(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw) && !(raw instanceof Decimal);
}

function isNumber(raw: unknown): raw is NumberValue {
  return typeof raw === 'number' || typeof raw === 'bigint' || raw instanceof Decimal;
}
