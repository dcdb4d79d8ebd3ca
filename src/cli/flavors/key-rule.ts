import type { JsonObject, JsonValue } from '../../zenml';
import { alternativesOf, isList, isSecret } from './json-schema';

/** What a schema demands of a value beyond its type, as the constructs check it. */
export interface KeyRule {
  readonly secret?: true;
  readonly integer?: true;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly exclusiveMaximum?: number;
  readonly minLength?: number;
  readonly pattern?: string;
  readonly values?: readonly JsonValue[];
}

const BOUNDS = ['minimum', 'exclusiveMinimum', 'maximum', 'exclusiveMaximum', 'minLength'] as const;

/**
 * The rule of a key; undefined where any value of its type will do. A value that may be one of several things has no bounds, since
 * nothing says which of them is meant.
 */
export function keyRule(schema: JsonObject, resolve: (schema: JsonObject) => JsonObject): KeyRule | undefined {
  const [only, ...others] = alternativesOf(schema).map(resolve);
  const member = only === undefined || others.length > 0 ? {} : only;
  const source = { ...member, ...schema };
  const rule: KeyRule = {
    ...(isSecret(schema) && { secret: true }),
    ...(member.type === 'integer' && { integer: true }),
    ...Object.fromEntries(BOUNDS.flatMap((name) => (typeof source[name] === 'number' ? [[name, source[name]]] : []))),
    ...(typeof source.pattern === 'string' && { pattern: source.pattern }),
    ...(isList(member.enum) && { values: member.enum.filter((value) => value !== null) }),
  };
  return Object.keys(rule).length === 0 ? undefined : rule;
}

/** The bounds of a key in words, for its documentation. */
export function boundsText(rule: KeyRule | undefined): string {
  if (rule === undefined) return '';
  const sentences = [
    rule.minimum !== undefined && `At least ${rule.minimum}.`,
    rule.exclusiveMinimum !== undefined && `More than ${rule.exclusiveMinimum}.`,
    rule.maximum !== undefined && `At most ${rule.maximum}.`,
    rule.exclusiveMaximum !== undefined && `Less than ${rule.exclusiveMaximum}.`,
    rule.minLength !== undefined && `At least ${rule.minLength} characters.`,
    rule.pattern !== undefined && `Matches \`${rule.pattern}\`.`,
  ];
  return sentences.filter((sentence) => sentence !== false).join(' ');
}
