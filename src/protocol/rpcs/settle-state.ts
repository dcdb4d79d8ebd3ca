import {
  Dynamic,
  errorDiagnostic,
  isRecord,
  isUnknown,
  isWhollyKnown,
  record,
  withoutWriteOnly,
  type Diagnostic,
  type Schema,
  type Value,
  type ValueRecord,
} from '../../framework';

interface Stateful {
  readonly typeName: string;
  readonly schema: Schema;
}

/**
 * What a resource returned, as a state may hold it: nothing write-only and nothing unknown. An unknown value left over is
 * an error of the provider; it becomes null, so that the rest of the object is not lost.
 */
export function settleState(
  { typeName, schema }: Stateful,
  value: ValueRecord | null,
): { readonly state: ValueRecord | null; readonly diagnostics: readonly Diagnostic[] } {
  if (value === null) return { state: null, diagnostics: [] };
  const state = withoutWriteOnly(schema, value);
  const unknown = Object.keys(state).filter((name) => !isWhollyKnown(state[name] ?? null));
  return {
    state: record(Object.entries(state).map(([name, item]) => [name, withoutUnknown(item)] as const)),
    diagnostics: unknown.map((attribute) =>
      errorDiagnostic(
        'Value Still Unknown After Apply',
        `The provider left ${typeName}.${attribute} without a value. This is an error of the provider; please report it.`,
        [{ attribute }],
      ),
    ),
  };
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
