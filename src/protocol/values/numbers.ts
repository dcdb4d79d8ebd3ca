import { Decimal, type NumberValue } from '../../framework';

const INTEGER = /^-?\d+$/;
const DECIMAL = /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/;

/**
 * A number from its decimal text, losing nothing: `number` where its own text is the same, `bigint` for larger integers,
 * `Decimal` for the rest. Undefined for text that is no number.
 */
export function numberFromText(text: string): NumberValue | undefined {
  if (INTEGER.test(text)) {
    const value = Number(text);
    return Number.isSafeInteger(value) ? value : BigInt(text);
  }
  if (!DECIMAL.test(text)) return undefined;
  const value = Number(text);
  return String(value) === text ? value : new Decimal(text);
}

/** A number from a float on the wire, whose exact value may have more digits than JavaScript prints. */
export function numberFromFloat(value: number): NumberValue | undefined {
  if (Number.isNaN(value)) return undefined;
  if (!Number.isFinite(value) || Number.isSafeInteger(value)) return value;
  return numberFromText(exactDecimal(value));
}

/** The number as msgpack carries it: integers of up to 64 bits as such, everything else as decimal text. */
export function numberToWire(value: NumberValue): number | bigint | string {
  if (value instanceof Decimal) return value.text;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return value;
    return Number.isInteger(value) ? integerToWire(BigInt(value)) : String(value);
  }
  return integerToWire(value);
}

function integerToWire(value: bigint): number | bigint | string {
  if (BigInt.asIntN(32, value) === value) return Number(value);
  return BigInt.asIntN(64, value) === value || BigInt.asUintN(64, value) === value ? value : value.toString();
}

/** Every digit of a finite float: a float is an integer divided by a power of two. */
function exactDecimal(value: number): string {
  let halvings = 0;
  let numerator = Math.abs(value);
  for (; !Number.isInteger(numerator); numerator *= 2) halvings += 1;
  const digits = (BigInt(numerator) * 5n ** BigInt(halvings)).toString().padStart(halvings + 1, '0');
  const whole = digits.slice(0, digits.length - halvings);
  const fraction = digits.slice(digits.length - halvings).replace(/0+$/, '');
  return `${value < 0 ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}
