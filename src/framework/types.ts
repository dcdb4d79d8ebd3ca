/** A Terraform type constraint in the notation of cty's JSON encoding, as schemas carry it on the wire. */
export type Type =
  | 'string'
  | 'number'
  | 'bool'
  | 'dynamic'
  | readonly ['list' | 'set' | 'map', Type]
  | readonly ['object', Readonly<Record<string, Type>>]
  | readonly ['tuple', readonly Type[]];

/** The type as a person writes it in Terraform: `map(string)`, `list(object)`. */
export function describeType(type: Type): string {
  if (typeof type === 'string') return type;
  if (type[0] === 'object' || type[0] === 'tuple') return type[0];
  return `${type[0]}(${describeType(type[1])})`;
}
