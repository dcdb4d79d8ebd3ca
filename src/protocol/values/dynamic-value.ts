import {
  isRecord,
  objectType,
  record,
  withoutWriteOnly,
  type Schema,
  type Type,
  type Value,
  type ValueRecord,
} from '../../framework';
import type { DynamicValue, RawState } from '../gen/tfplugin6';
import { ProtocolError } from '../protocol-error';
import { decodeJson } from './json';
import { decodeMsgpack, encodeMsgpack } from './msgpack';

/** @throws ProtocolError where the value is missing, neither msgpack nor JSON, or does not fit the type. */
export function decodeDynamicValue(value: DynamicValue | undefined, type: Type): Value {
  // Terraform says null where there is nothing: to take what is missing for that would make a delete of any broken change.
  if (value === undefined) throw new ProtocolError('the request lacks a value that it must have');
  if (value.msgpack.length > 0) return decodeMsgpack(value.msgpack, type);
  if (value.json.length > 0) return decodeJson(value.json, type);
  throw new ProtocolError('a dynamic value must hold msgpack or JSON, and holds neither');
}

/** A whole configuration, plan or state of a schema; null where there is none. */
export function decodeObject(value: DynamicValue | undefined, schema: Schema): ValueRecord | null {
  return objectOrNull(decodeDynamicValue(value, objectType(schema.attributes)));
}

/** Like {@link decodeObject}; a null object, as the configuration of what is destroyed is, has every attribute null. */
export function decodeObjectOrNulls(value: DynamicValue | undefined, schema: Schema): ValueRecord {
  return decodeObject(value, schema) ?? record(Object.keys(schema.attributes).map((name) => [name, null] as const));
}

/** A state as Terraform has stored it, whatever schema wrote it: what is write-only now may have been stored before. */
export function decodeRawState(state: RawState | undefined, schema: Schema): ValueRecord | null {
  if (state === undefined) throw new ProtocolError('the request lacks the stored state');
  if (Object.keys(state.flatmap).length > 0) {
    throw new ProtocolError(
      'the state is in the flatmap format of Terraform 0.11, which cannot be read; upgrade it with Terraform 0.12 first',
    );
  }
  const stored = objectOrNull(decodeJson(state.json, objectType(schema.attributes)));
  return stored && withoutWriteOnly(schema, stored);
}

export function encodeObject(value: ValueRecord | null, schema: Schema): Pick<DynamicValue, 'msgpack'> {
  return { msgpack: encodeMsgpack(value, objectType(schema.attributes)) };
}

/** @throws ProtocolError where the value is unknown, which no whole object may be. */
export function objectOrNull(value: Value): ValueRecord | null {
  if (value === null || isRecord(value)) return value;
  throw new ProtocolError('an object is expected, and it is unknown as a whole');
}
