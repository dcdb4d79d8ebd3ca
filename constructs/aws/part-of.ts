import { Fn, Token } from 'cdktf';

/**
 * One part of a text, which terraform splits when it knows it: `partOf(arn, ':', 1)` is the partition.
 * @returns an empty text where a text that is known has no such part
 */
export function partOf(text: string, separator: string, index: number): string {
  if (!Token.isUnresolved(text)) return text.split(separator)[index] ?? '';
  return Token.asString(Fn.element(Fn.split(separator, text), index));
}
