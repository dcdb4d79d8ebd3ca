import {
  Decimal,
  isRecord,
  isUnknown,
  valuesEqual,
  type Attribute,
  type Schema,
  type Value,
  type ValueRecord,
} from '../../framework';
import { listed } from '../failures/nearest';

/** One attribute of an object that is not as planned, as messages say it: with its values, unless these are sensitive. */
export type Difference = string;

/** What of the plan is otherwise in what state would hold of an object; empty where every planned value is as it is there. */
export function differencesBetween(planned: ValueRecord, held: ValueRecord, schema: Schema): readonly Difference[] {
  return Object.entries(schema.attributes).flatMap(([name, attribute]) => {
    const [wanted = null, found = null] = [planned[name], held[name]];
    if (isUnknown(wanted) || isSame(attribute, wanted, found)) return [];
    return [`\`${name}\` ${describe(attribute, wanted, found)}`];
  });
}

/** The members of a set have no order. */
function isSame({ type }: Attribute, a: Value, b: Value): boolean {
  if (type[0] !== 'set' || !isList(a) || !isList(b)) return valuesEqual(a, b);
  const rest = [...b];
  return (
    a.length === b.length &&
    a.every((member) => {
      const index = rest.findIndex((other) => valuesEqual(member, other));
      if (index >= 0) rest.splice(index, 1);
      return index >= 0;
    })
  );
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function describe({ sensitive, writeOnly }: Attribute, wanted: Value, found: Value): string {
  if (sensitive !== true && writeOnly !== true) return `is ${asText(found)} there and ${asText(wanted)} here`;
  if (!isRecord(wanted) || !isRecord(found)) return 'is different (the values are sensitive)';
  const keys = new Set([...Object.keys(wanted), ...Object.keys(found)]);
  const different = [...keys].filter((key) => !valuesEqual(own(wanted, key), own(found, key)));
  return `is different in ${listed(different)} (the values are sensitive)`;
}

function own(values: ValueRecord, key: string): Value | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}

function asText(value: Value): string {
  return JSON.stringify(value, (_, item: unknown) => {
    if (typeof item === 'bigint') return String(item);
    return item instanceof Decimal ? item.text : item;
  });
}
