import type { AttributePath, Diagnostic, PathStep } from '../../framework';
import {
  Diagnostic_Severity,
  type AttributePath as WirePath,
  type DeepPartial,
  type Diagnostic as WireMessage,
} from '../gen/tfplugin6';

export type WireDiagnostic = DeepPartial<WireMessage>;

export function toWireDiagnostics(diagnostics: readonly Diagnostic[]): readonly WireDiagnostic[] {
  return diagnostics.map(toWireDiagnostic);
}

export function toWireDiagnostic({ severity, summary, detail, path }: Diagnostic): WireDiagnostic {
  return {
    severity: severity === 'error' ? Diagnostic_Severity.ERROR : Diagnostic_Severity.WARNING,
    summary,
    detail,
    ...(path && path.length > 0 && { attribute: toWirePath(path) }),
  };
}

export function toWirePath(path: AttributePath): WirePath {
  return { steps: path.map((step) => ({ selector: toWireSelector(step) })) };
}

function toWireSelector(step: PathStep): WirePath['steps'][number]['selector'] {
  if ('attribute' in step) return { $case: 'attributeName', value: step.attribute };
  if ('key' in step) return { $case: 'elementKeyString', value: step.key };
  return { $case: 'elementKeyInt', value: BigInt(step.index) };
}
