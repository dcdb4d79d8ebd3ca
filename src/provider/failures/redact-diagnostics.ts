import type { Diagnostic } from '../../framework';
import { redact } from '../../zenml';

/** Diagnostics in which no secret stands, whatever the server repeated of what it was sent. */
export function redactDiagnostics(
  diagnostics: readonly Diagnostic[],
  secrets: readonly string[],
): readonly Diagnostic[] {
  return diagnostics.map((diagnostic) => ({ ...diagnostic, detail: redact(diagnostic.detail, secrets) }));
}
