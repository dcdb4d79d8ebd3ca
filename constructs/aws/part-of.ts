import { Fn, Token } from 'cdktf';

/** One part of a text that terraform splits when it knows it: `partOf(arn, ':', 1)` is the partition. */
export function partOf(text: string, separator: string, index: number): string {
  return Token.asString(Fn.element(Fn.split(separator, text), index));
}
