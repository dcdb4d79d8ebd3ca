import { errorDiagnostic, type Diagnostic } from '../../framework';

/** For what cannot be done without a client. `deed` completes "cannot ...". */
export function notConfigured(deed: string): Diagnostic {
  return errorDiagnostic(
    'Provider Configuration Not Known',
    `The provider cannot ${deed}, because its own configuration depends on values that are known only after apply. ` +
      'Apply what these values come from first, with -target, or give the provider values that are known during plan.',
  );
}
