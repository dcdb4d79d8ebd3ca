import type { Attribute, Attributes, NestingMode, Schema } from '../../framework';
import {
  Schema_Object_NestingMode,
  StringKind,
  type DeepPartial,
  type Schema as WireSchema,
  type Schema_Attribute,
  type Schema_Object,
} from '../gen/tfplugin6';
import { encodeType } from '../values/type-json';

const NESTING: Readonly<Record<NestingMode, Schema_Object_NestingMode>> = {
  single: Schema_Object_NestingMode.SINGLE,
  list: Schema_Object_NestingMode.LIST,
  set: Schema_Object_NestingMode.SET,
  map: Schema_Object_NestingMode.MAP,
};

export function toWireSchema(schema: Schema): DeepPartial<WireSchema> {
  return {
    version: BigInt(schema.version),
    block: {
      version: BigInt(schema.version),
      attributes: toWireAttributes(schema.attributes),
      description: schema.description,
      descriptionKind: StringKind.MARKDOWN,
    },
  };
}

function toWireAttributes(attributes: Attributes) {
  return Object.entries(attributes).map(([name, attribute]) => toWireAttribute(name, attribute));
}

function toWireAttribute(name: string, attribute: Attribute): DeepPartial<Schema_Attribute> {
  const { nested, deprecated } = attribute;
  return {
    name,
    ...(nested ? { nestedType: toWireNested(nested) } : { type: encodeType(attribute.type) }),
    description: attribute.description,
    descriptionKind: StringKind.MARKDOWN,
    required: attribute.required === true,
    optional: attribute.optional === true,
    computed: attribute.computed === true,
    sensitive: attribute.sensitive === true,
    writeOnly: attribute.writeOnly === true,
    deprecated: deprecated !== undefined,
    deprecationMessage: deprecated ?? '',
  };
}

function toWireNested({ mode, attributes }: NonNullable<Attribute['nested']>): DeepPartial<Schema_Object> {
  return { attributes: toWireAttributes(attributes), nesting: NESTING[mode] };
}
