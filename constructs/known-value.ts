import { Token } from 'cdktf';

const EXPRESSION = /\$\{.+\}/s;

/** True for a value that is given and known at synth: no token, and no text with an expression that terraform evaluates. */
export function isKnown<T>(value: T | undefined): value is T {
  return value !== undefined && !Token.isUnresolved(value) && !(typeof value === 'string' && EXPRESSION.test(value));
}
