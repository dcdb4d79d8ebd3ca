import { Decimal, Dynamic, isRecord, isUnknown, type Value } from '../../src/framework';

/** A known value as Terraform writes it into a state file. */
export function stateJson(value: Value): string {
  if (value instanceof Decimal) return value.text;
  if (value instanceof Dynamic) return `{"value":${stateJson(value.value)},"type":${JSON.stringify(value.type)}}`;
  if (Array.isArray(value)) return `[${value.map(stateJson).join(',')}]`;
  if (isRecord(value)) {
    return `{${Object.entries(value)
      .map(([key, item]) => `${JSON.stringify(key)}:${stateJson(item)}`)
      .join(',')}}`;
  }
  if (isUnknown(value)) throw new Error('a state holds no unknown value');
  return typeof value === 'bigint' || typeof value === 'number' ? numeral(value) : JSON.stringify(value);
}

function numeral(value: bigint | number): string {
  return Object.is(value, -0) ? '0' : String(value);
}
