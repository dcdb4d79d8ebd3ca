import { record, type Schema, type ValueRecord } from '../../framework';

/** An object of a schema in which nothing is set: what an import begins with. */
export function emptyModel({ attributes }: Schema): ValueRecord {
  return record(Object.keys(attributes).map((name) => [name, null] as const));
}
