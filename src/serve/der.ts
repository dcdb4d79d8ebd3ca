/** DER, as far as a certificate needs it: X.690, section 8. */

const SEQUENCE = 0x30;
const SET = 0x31;
const OBJECT_IDENTIFIER = 0x06;
/** From here on a length takes bytes of its own. */
const LONG_LENGTH = 0x80;

/** A value with its tag and length. */
export function tagged(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([Buffer.from([tag, ...lengthBytes(body.length)]), body]);
}

export function sequence(...content: readonly Uint8Array[]): Buffer {
  return tagged(SEQUENCE, ...content);
}

export function set(...content: readonly Uint8Array[]): Buffer {
  return tagged(SET, ...content);
}

/** An object identifier from its dotted form: `2.5.29.17`. */
export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return tagged(OBJECT_IDENTIFIER, Buffer.from([40 * first + second, ...rest.flatMap(base128)]));
}

function lengthBytes(length: number): readonly number[] {
  if (length < LONG_LENGTH) return [length];
  const bytes = base(256, length);
  return [LONG_LENGTH + bytes.length, ...bytes];
}

/** Seven bits a byte, every byte but the last with its high bit set. */
function base128(value: number): readonly number[] {
  const digits = base(128, value);
  return digits.map((digit, index) => (index < digits.length - 1 ? digit + 128 : digit));
}

function base(radix: number, value: number): readonly number[] {
  return value < radix ? [value] : [...base(radix, Math.floor(value / radix)), value % radix];
}
