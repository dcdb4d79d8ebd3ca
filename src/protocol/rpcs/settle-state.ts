import {
  Dynamic,
  errorDiagnostic,
  isRecord,
  isUnknown,
  isWhollyKnown,
  record,
  withoutWriteOnly,
  type Attribute,
  type Diagnostic,
  type Schema,
  type Value,
  type ValueRecord,
} from '../../framework';
import { toWire } from '../values/to-wire';

interface Stateful {
  readonly typeName: string;
  readonly schema: Schema;
}

/**
 * What a resource returned, as a state may hold it: nothing write-only, nothing unknown, nothing of another type. Such a
 * value left over is an error of the provider; it becomes null, so that the rest of the object is not lost.
 */
export function settleState(
  { typeName, schema }: Stateful,
  value: ValueRecord | null,
): { readonly state: ValueRecord | null; readonly diagnostics: readonly Diagnostic[] } {
  if (value === null) return { state: null, diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const say = (attribute: string, summary: string, deed: string) => {
    const detail = `The provider ${deed} ${typeName}.${attribute}. This is an error of the provider; please report it.`;
    diagnostics.push(errorDiagnostic(summary, detail, [{ attribute }]));
  };
  const state = Object.entries(withoutWriteOnly(schema, value)).map(([name, item]): [string, Value] => {
    if (!fits(item, schema.attributes[name])) {
      say(name, 'Value of Another Type', 'returned a value of another type for');
      return [name, null];
    }
    if (!isWhollyKnown(item)) say(name, 'Value Still Unknown After Apply', 'returned no value for');
    return [name, withoutUnknown(item)];
  });
  return { state: record(state), diagnostics };
}

function fits(value: Value, attribute: Attribute | undefined): boolean {
  try {
    toWire(value, attribute?.type ?? 'dynamic');
    return true;
  } catch {
    return false;
  }
}

function withoutUnknown(value: Value): Value {
  if (isUnknown(value)) return null;
  if (value instanceof Dynamic) return new Dynamic(value.type, withoutUnknown(value.value));
  if (Array.isArray(value)) return value.map(withoutUnknown);
  if (isRecord(value)) {
    return record(Object.entries(value).map(([key, item]) => [key, withoutUnknown(item)] as const));
  }
  return value;
}
