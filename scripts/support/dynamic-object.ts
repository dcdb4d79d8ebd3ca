import type { DynamicValue, Schema } from '../../src/protocol/gen/tfplugin6';
import { decodeMsgpack, encodeMsgpack } from '../../src/protocol/values/msgpack';
import { isRecord, record, type Type, type Value, type ValueRecord } from '../../src/framework';

/** The types of a schema's attributes as they came over the wire; of nested ones a stand-in that only null fits. */
export type AttributeTypes = Readonly<Record<string, Type>>;

export function attributeTypes(schema: Schema | undefined): AttributeTypes {
  return record(
    (schema?.block?.attributes ?? []).map(
      ({ name, type }) =>
        [name, type.length === 0 ? 'string' : (JSON.parse(Buffer.from(type).toString()) as Type)] as const,
    ),
  );
}

/** An object as Terraform sends it, null where nothing is given. Values that the types do not name are left out. */
export function dynamicObject(types: AttributeTypes, values: Readonly<Record<string, Value>>): { msgpack: Uint8Array } {
  const known = Object.entries(values).filter(([name]) => Object.hasOwn(types, name));
  return { msgpack: encodeMsgpack(record(known), ['object', types]) };
}

/** @throws Error where the value is no object */
export function objectOf(types: AttributeTypes, value: DynamicValue | undefined): ValueRecord {
  const object = value && decodeMsgpack(value.msgpack, ['object', types]);
  if (object === undefined || !isRecord(object)) throw new Error('the provider gave no object');
  return object;
}
