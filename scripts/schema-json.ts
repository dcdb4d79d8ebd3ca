import type { TerraformProviderGenerator } from '@cdktf/provider-generator';
import { describeType, type Attribute, type Attributes, type Provider, type Schema, type Type } from '../src/framework';

/** What `terraform providers schema -json` prints. */
export type SchemaDocument = ConstructorParameters<typeof TerraformProviderGenerator>[1];

type ProviderJson = NonNullable<SchemaDocument['provider_schemas']>[string];
type SchemaJson = ProviderJson['provider'];
type AttributeJson = SchemaJson['block']['attributes'][string];
type TypeJson = NonNullable<AttributeJson['type']>;

/** The parts of a provider that its schema document is made from, whatever its model and client. */
export type ProviderSchemas = Pick<Provider<never, never>, 'schema'> & {
  readonly resources: readonly { readonly typeName: string; readonly schema: Schema }[];
  readonly dataSources: readonly { readonly typeName: string; readonly schema: Schema }[];
};

/** A provider's schemas in the shape of `terraform providers schema -json`, made without terraform. */
export function toProviderJson({ schema, resources, dataSources }: ProviderSchemas): ProviderJson {
  return {
    provider: toSchemaJson(schema),
    resource_schemas: byTypeName(resources),
    data_source_schemas: byTypeName(dataSources),
  };
}

function byTypeName(members: ProviderSchemas['resources']): Record<string, SchemaJson> {
  return Object.fromEntries(members.map(({ typeName, schema }) => [typeName, toSchemaJson(schema)]));
}

function toSchemaJson({ version, attributes }: Schema): SchemaJson {
  return { version, block: { attributes: toAttributesJson(attributes), block_types: {} } };
}

function toAttributesJson(attributes: Attributes): Record<string, AttributeJson> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, attribute]) => [name, toAttributeJson(name, attribute)]),
  );
}

function toAttributeJson(name: string, { type, nested, description, ...flags }: Attribute): AttributeJson {
  const { required, optional, computed, sensitive } = flags;
  const common = { description, required, optional, computed, sensitive };
  if (!nested) return { type: toTypeJson(name, type), ...common };
  return { nested_type: { nesting_mode: nested.mode, attributes: toAttributesJson(nested.attributes) }, ...common };
}

function toTypeJson(name: string, type: Type): TypeJson {
  if (typeof type === 'string') return type;
  const [kind, argument] = type;
  if (kind === 'tuple') {
    throw new Error(`attribute ${name} is a ${describeType(type)}, for which cdktf has no bindings: make it a list`);
  }
  if (kind !== 'object') return [kind, toTypeJson(name, argument)];
  return ['object', Object.fromEntries(Object.entries(argument).map(([key, value]) => [key, toTypeJson(name, value)]))];
}
