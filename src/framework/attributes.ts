import type {
  Attribute,
  AttributeOptions,
  Attributes,
  AttributeValue,
  ModelOf,
  NestingMode,
  TypedAttribute,
} from './schema';
import type { Type } from './types';
import type { Decimal, Value, ValueRecord } from './values';

export type NumberValue = number | bigint | Decimal;

interface ScalarTypes {
  string: string;
  bool: boolean;
  number: NumberValue;
}

type Scalar = keyof ScalarTypes;

/** `type = string` */
export function stringAttribute(options: AttributeOptions<string>): TypedAttribute<string> {
  return { ...options, type: 'string' };
}

/** `type = bool` */
export function boolAttribute(options: AttributeOptions<boolean>): TypedAttribute<boolean> {
  return { ...options, type: 'bool' };
}

/** `type = number` */
export function numberAttribute(options: AttributeOptions<NumberValue>): TypedAttribute<NumberValue> {
  return { ...options, type: 'number' };
}

export type MapOf<V> = Readonly<Record<string, AttributeValue<V>>>;

/** `type = map(ELEMENT)` */
export function mapAttribute<S extends Scalar>(
  element: S,
  options: AttributeOptions<MapOf<ScalarTypes[S]>>,
): TypedAttribute<MapOf<ScalarTypes[S]>> {
  return { ...options, type: ['map', element] };
}

export type ListOf<V> = readonly AttributeValue<V>[];

/** `type = list(ELEMENT)` */
export function listAttribute<S extends Scalar>(
  element: S,
  options: AttributeOptions<ListOf<ScalarTypes[S]>>,
): TypedAttribute<ListOf<ScalarTypes[S]>> {
  return { ...options, type: ['list', element] };
}

/** `type = set(ELEMENT)`: without order, no element twice. */
export function setAttribute<S extends Scalar>(
  element: S,
  options: AttributeOptions<ListOf<ScalarTypes[S]>>,
): TypedAttribute<ListOf<ScalarTypes[S]>> {
  return { ...options, type: ['set', element] };
}

/** `type = map(list(ELEMENT))` */
export function mapOfListsAttribute<S extends Scalar>(
  element: S,
  options: AttributeOptions<MapOf<ListOf<ScalarTypes[S]>>>,
): TypedAttribute<MapOf<ListOf<ScalarTypes[S]>>> {
  return { ...options, type: ['map', ['list', element]] };
}

/** A nested attribute with one object: `timeouts = { create = "5m" }`. */
export function singleNestedAttribute<A extends Attributes>(
  attributes: A,
  options: AttributeOptions<ValueRecord>,
): TypedAttribute<ModelOf<A>> {
  return nested('single', attributes, options);
}

/** A nested attribute with a list of objects. */
export function listNestedAttribute<A extends Attributes>(
  attributes: A,
  options: AttributeOptions<readonly Value[]>,
): TypedAttribute<ListOf<ModelOf<A>>> {
  return nested('list', attributes, options);
}

const objectTypes = new WeakMap<Attributes, Type>();

/** The object type that attributes imply: for the same attributes the same. */
export function objectType(attributes: Attributes): Type {
  const known = objectTypes.get(attributes);
  if (known !== undefined) return known;
  const type: Type = ['object', Object.fromEntries(Object.entries(attributes).map(([name, one]) => [name, one.type]))];
  objectTypes.set(attributes, type);
  return type;
}

function nested(
  mode: NestingMode,
  attributes: Attributes,
  options: AttributeOptions<ValueRecord> | AttributeOptions<readonly Value[]>,
): Attribute {
  const object = objectType(attributes);
  return { ...options, type: mode === 'single' ? object : [mode, object], nested: { mode, attributes } };
}
