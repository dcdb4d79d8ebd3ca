import { record, type Attributes, type Resource, type Type, type Value, type ValueRecord } from '../../framework';
import type {
  DeepPartial,
  DynamicValue,
  RawState,
  ResourceIdentityData,
  ResourceIdentitySchema,
} from '../gen/tfplugin6';
import { ProtocolError } from '../protocol-error';
import { decodeDynamicValue, objectOrNull } from '../values/dynamic-value';
import { decodeJson } from '../values/json';
import { encodeMsgpack } from '../values/msgpack';
import { encodeType } from '../values/type-json';

/** A resource as far as its identity goes. */
type Identified = Pick<Resource<ValueRecord, never>, 'typeName' | 'identity'> & {
  readonly schema: { readonly attributes: Attributes };
};

/** The schema of every identity so far. */
export const IDENTITY_VERSION = 0;

/** @throws ProtocolError where an identity names what is no text of the resource. */
export function toWireIdentitySchema({
  typeName,
  identity = [],
  schema: { attributes },
}: Identified): DeepPartial<ResourceIdentitySchema> {
  return {
    version: BigInt(IDENTITY_VERSION),
    identityAttributes: identity.map((name) => {
      const attribute = attributes[name];
      if (attribute?.type !== 'string') throw new ProtocolError(`${typeName}.${name} of the identity must be a string`);
      return { name, type: encodeType('string'), requiredForImport: true, description: attribute.description };
    }),
  };
}

/** The identity of an object, or undefined where the resource has none, the object is none, or is not wholly known yet. */
export function identityOf(
  resource: Identified,
  state: ValueRecord | null,
): { readonly identityData: Pick<DynamicValue, 'msgpack'> } | undefined {
  const names = resource.identity ?? [];
  const values = names.map((name): [string, Value] => [name, state?.[name] ?? null]);
  if (values.length === 0 || !values.every(([, value]) => typeof value === 'string')) return undefined;
  return toWireIdentity(resource, record(values));
}

export function toWireIdentity(resource: Identified, identity: ValueRecord | null) {
  return { identityData: { msgpack: encodeMsgpack(identity, identityType(resource)) } };
}

/** An identity as Terraform has stored it. */
export function decodeRawIdentity(resource: Identified, raw: RawState | undefined): ValueRecord | null {
  if (raw === undefined) throw new ProtocolError('the request lacks the stored identity');
  return objectOrNull(decodeJson(raw.json, identityType(resource)));
}

/**
 * What stands for an identity where an id is asked for: its values, with `/` between them.
 * @throws ProtocolError where the resource has no identity, or one of its values is missing.
 */
export function idFromIdentity(resource: Identified, { identityData }: ResourceIdentityData): string {
  const given = identityData && objectOrNull(decodeDynamicValue(identityData, identityType(resource)));
  const names = resource.identity ?? [];
  if (names.length === 0) throw new ProtocolError(`${resource.typeName} has no identity to be imported by: use its id`);
  return names
    .map((name) => {
      const value = given?.[name];
      if (typeof value === 'string' && value !== '') return value;
      throw new ProtocolError(`the identity of ${resource.typeName} lacks ${name}`);
    })
    .join('/');
}

function identityType({ identity = [] }: Identified): Type {
  return ['object', record(identity.map((name): [string, Type] => [name, 'string']))];
}
