import type { JsonObject, JsonValue } from '../../zenml';
import { isList } from './json-values';

const TYPES: Readonly<Record<string, string>> = {
  boolean: '`"true"` or `"false"`',
  integer: 'a whole number such as `"5"`',
  number: 'a number such as `"0.5"`',
  array: 'a list, written with `jsonencode([...])`',
  object: 'an object, written with `jsonencode({...})`',
};

const BOUNDS: readonly (readonly [keyword: string, text: (bound: JsonValue) => string])[] = [
  ['minimum', (bound) => `at least ${JSON.stringify(bound)}`],
  ['maximum', (bound) => `at most ${JSON.stringify(bound)}`],
  ['exclusiveMinimum', (bound) => `more than ${JSON.stringify(bound)}`],
  ['exclusiveMaximum', (bound) => `less than ${JSON.stringify(bound)}`],
  ['minLength', (bound) => `at least ${JSON.stringify(bound)} characters`],
  ['maxLength', (bound) => `at most ${JSON.stringify(bound)} characters`],
  ['minItems', (bound) => `at least ${JSON.stringify(bound)} items`],
  ['maxItems', (bound) => `at most ${JSON.stringify(bound)} items`],
  ['pattern', (bound) => `matching ${JSON.stringify(bound)}`],
];

/** What a key wants, for a person who writes texts: `a whole number such as "5", at least 1`. */
export function expectedValue(alternatives: readonly JsonObject[]): string {
  const wanted = alternatives.flatMap(describe);
  return wanted.length === 0 ? 'another value' : [...new Set(wanted)].join(', or ');
}

function describe(schema: JsonObject): readonly string[] {
  if (isList(schema.enum)) return [`one of ${schema.enum.map((value) => JSON.stringify(value)).join(', ')}`];
  if (schema.const !== undefined) return [JSON.stringify(schema.const)];
  const { type } = schema;
  if (typeof type !== 'string' || type === 'null') return [];
  const bounds = BOUNDS.flatMap(([keyword, text]) => {
    const bound = schema[keyword];
    return bound === undefined ? [] : [text(bound)];
  });
  return [[TYPES[type] ?? 'text', ...bounds].join(', ')];
}
