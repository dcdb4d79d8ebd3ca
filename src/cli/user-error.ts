/** A failure the user can act on: what was wrong and what to do next. Shown without a stack trace. */
export class UserError extends Error {
  override readonly name = 'UserError';

  /**
   * @param problem what was wrong and what was expected
   * @param remedy what the user does next
   */
  constructor(
    readonly problem: string,
    readonly remedy: string,
    options?: ErrorOptions,
  ) {
    super(`${problem}\n${remedy}`, options);
  }
}

/** Raised when the user asked to stop (Ctrl-C or SIGTERM). */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError';

  constructor() {
    super('interrupted');
  }
}

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
