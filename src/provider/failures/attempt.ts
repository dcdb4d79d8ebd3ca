import type { Diagnostic, Outcome } from '../../framework';
import { ZenmlError, type CallOptions } from '../../zenml';
import type { Deadline } from '../life-cycle/deadline';
import { describeFailure } from './describe-failure';

/** What is being done to what, for messages: `create`, `stack component "bucket"`. */
export interface Undertaking {
  readonly verb: 'create' | 'read' | 'update' | 'delete' | 'import' | 'plan';
  readonly object: string;
  /** The time that it may take, where the resource's `timeouts` say so. */
  readonly deadline?: Deadline;
  /** What this kind of object knows of an error; undefined leaves it to the general description. The options are for what it asks. */
  readonly explain?: (error: ZenmlError, options: CallOptions) => Promise<readonly Diagnostic[] | undefined>;
}

/** Runs an operation and turns the client's errors into diagnostics. */
export async function attempt<T>(undertaking: Undertaking, operation: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await operation();
  } catch (error) {
    if (!(error instanceof ZenmlError)) throw error;
    return { diagnostics: await failureOf(undertaking, error) };
  }
}

/** The diagnostics for an error of the client. */
export async function failureOf(undertaking: Undertaking, error: ZenmlError): Promise<readonly Diagnostic[]> {
  try {
    const { explain, deadline } = undertaking;
    return (await explain?.(error, deadline?.lookUp() ?? {})) ?? [describeFailure(undertaking, error)];
  } catch (second) {
    // Looking for an explanation asks the server too; when that fails, the first error is what the user must know.
    if (!(second instanceof ZenmlError)) throw second;
    return [describeFailure(undertaking, error)];
  }
}
