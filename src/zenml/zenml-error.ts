/**
 * What went wrong, for programs.
 * `unreachable`: no connection (DNS, refused, TLS, lost); `timeout`: no answer in time; `aborted`: the caller's signal;
 * `unauthorized`: 401; `forbidden`: 403; `not_found`: 404 from ZenML itself; `conflict`: 409, or a lost race for a name;
 * `invalid`: 400, 422 and other refusals of the request, and options that cannot work;
 * `not_zenml`: an answer that no ZenML server gives there; `server`: 5xx and 429.
 */
export type ZenmlErrorCode =
  | 'unreachable'
  | 'timeout'
  | 'aborted'
  | 'unauthorized'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'invalid'
  | 'not_zenml'
  | 'server';

/** The request that failed. */
export interface RequestName {
  readonly method: string;
  /** Path below the server's URL, without query. */
  readonly path: string;
}

export interface ZenmlErrorOptions extends Partial<RequestName> {
  readonly code: ZenmlErrorCode;
  readonly status?: number;
  /** What the server said, free of SQL and secrets. */
  readonly detail?: string;
  /** Default: false. */
  readonly mayBeDone?: boolean;
  readonly cause?: unknown;
}

/** The one error that the client throws. Its message is complete for a person; no field holds a secret. */
export class ZenmlError extends Error {
  readonly code: ZenmlErrorCode;
  /** Undefined where the client's own options were refused. */
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly status: number | undefined;
  readonly detail: string | undefined;
  /** True for a write that was sent and whose answer is not known: the server may have carried it out all the same. */
  readonly mayBeDone: boolean;

  constructor(message: string, { code, method, path, status, detail, mayBeDone = false, cause }: ZenmlErrorOptions) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'ZenmlError';
    this.code = code;
    this.method = method;
    this.path = path;
    this.status = status;
    this.detail = detail;
    this.mayBeDone = mayBeDone;
  }
}

export function isZenmlError(error: unknown, code?: ZenmlErrorCode): error is ZenmlError {
  return error instanceof ZenmlError && (code === undefined || error.code === code);
}
