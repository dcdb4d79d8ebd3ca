const TRUE = new Set(['true', '1', 'on', 't', 'y', 'yes']);
const FALSE = new Set(['false', '0', 'off', 'f', 'n', 'no']);

/** Text as the server reads it where a boolean is wanted; undefined for text that it does not take. */
export function booleanOf(text: string): boolean | undefined {
  const lower = text.trim().toLowerCase();
  if (TRUE.has(lower)) return true;
  return FALSE.has(lower) ? false : undefined;
}

/** Text as the server reads it where a number is wanted; undefined for text that it does not take. */
export function numberOfText(text: string): number | undefined {
  const plain = text.trim().replace(/(\d)_(?=\d)/g, '$1');
  const number = plain === '' ? NaN : Number(plain);
  return Number.isNaN(number) ? undefined : number;
}
