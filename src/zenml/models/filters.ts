import type { JsonObject } from '../json';
import type { Entity, OwnedEntity } from './entity';

/** How a list is narrowed down by one field of a filter. */
export interface FilterField<Model, Value> {
  /** What the server is asked. Left out where it knows no such filter. */
  readonly query?: (value: Value) => Readonly<Record<string, string>>;
  /** Looked at again here: servers ignore filters that they do not know, and some databases compare without case. */
  readonly matches: (model: Model, value: Value) => boolean;
}

/** A field of the model that must be equal. `parameter` defaults to the field's name. */
export function isField<Key extends string>(
  key: Key,
  parameter: string = key,
): FilterField<Readonly<Record<Key, unknown>>, string | boolean> {
  return {
    // Names may hold what the server reads as an operator.
    query: (value) => ({ [parameter]: key === 'name' ? `equals:${value}` : String(value) }),
    matches: (model, value) => model[key] === value,
  };
}

/** Those of one user. */
export const isOwner: FilterField<OwnedEntity, string> = {
  query: (id) => ({ user: id }),
  matches: ({ userId }, id) => userId === id,
};

/** Those that have all of the labels; of what has labels, servers filter connectors alone, and so this is done here. */
export const withLabels: FilterField<Entity & { readonly labels: JsonObject }, JsonObject> = {
  matches: ({ labels }, wanted) => Object.entries(wanted).every(([key, value]) => labels[key] === value),
};

/** Names that begin with a text. */
export const nameStartsWith: FilterField<Entity, string> = {
  query: (text) => ({ name: `startswith:${text}` }),
  matches: ({ name }, text) => name.startsWith(text),
};

/** Names that hold a text. */
export const nameContains: FilterField<Entity, string> = {
  query: (text) => ({ name: `contains:${text}` }),
  matches: ({ name }, text) => name.includes(text),
};

/** Parts of the name of what is looked for. */
export interface NameFilter {
  readonly namePrefix?: string;
  readonly nameContains?: string;
}
