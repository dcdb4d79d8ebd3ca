import type { AttributePath } from './diagnostics';
import type { Attribute, Attributes } from './schema';
import { isRecord, record, type Value, type ValueRecord } from './values';

/** One attribute at its place, with its values in configuration, prior state and plan. */
export interface AttributeVisit {
  readonly attribute: Attribute;
  readonly path: AttributePath;
  readonly config: Value;
  readonly prior: Value;
  readonly planned: Value;
}

/** Returns the planned value that replaces the visited one. */
export type AttributeVisitor = (visit: AttributeVisit) => Value;

interface Level {
  readonly config: Value | undefined;
  readonly prior: Value | undefined;
  readonly planned: ValueRecord;
}

/**
 * The planned object with every attribute passed through the visitor: an attribute first, then what is nested in it.
 * The elements of sets have no counterpart in the prior state, so there `prior` is null.
 */
export function walkAttributes(
  attributes: Attributes,
  level: Level,
  visit: AttributeVisitor,
  path: AttributePath = [],
): ValueRecord {
  return record(
    Object.entries(attributes).map(([name, attribute]) => {
      const at = [...path, { attribute: name }];
      const values = { config: child(level.config, name), prior: child(level.prior, name) };
      const planned = visit({ attribute, path: at, ...values, planned: child(level.planned, name) });
      return [name, attribute.nested ? walkNested(attribute.nested, { ...values, planned }, visit, at) : planned];
    }),
  );
}

function walkNested(
  { mode, attributes }: NonNullable<Attribute['nested']>,
  { config, prior, planned }: { config: Value; prior: Value; planned: Value },
  visit: AttributeVisitor,
  path: AttributePath,
): Value {
  const element = (key: string | number, value: Value, at: AttributePath): Value =>
    isRecord(value)
      ? walkAttributes(
          attributes,
          { config: child(config, key), prior: mode === 'set' ? null : child(prior, key), planned: value },
          visit,
          at,
        )
      : value;
  if (mode === 'single') {
    return isRecord(planned) ? walkAttributes(attributes, { config, prior, planned }, visit, path) : planned;
  }
  if (Array.isArray(planned)) {
    return planned.map((value: Value, index) => element(index, value, [...path, { index }]));
  }
  if (mode === 'map' && isRecord(planned)) {
    return record(
      Object.entries(planned).map(([key, value]) => [key, element(key, value, [...path, { key }])] as const),
    );
  }
  return planned;
}

function child(value: Value | undefined, key: string | number): Value {
  if (Array.isArray(value)) return (value as readonly Value[])[Number(key)] ?? null;
  return isRecord(value) && Object.hasOwn(value, key) ? (value[key] ?? null) : null;
}
