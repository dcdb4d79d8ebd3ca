/** Milliseconds that a call may take with all its attempts where the caller names no time. */
const CALL_TIMEOUT = 5 * 60_000;

/** The attempts of one call, made so far. */
export class Attempts {
  made = 0;
  /** True once a write was sent whose fate is not known: the server may have carried it out. */
  inDoubt = false;
  /** True once the server said that it is at work on the write, or was when it was killed. */
  isAtWork = false;
  /** True once there was no time for another. */
  isOver = false;
  /** When the call began, in milliseconds since the epoch. */
  readonly began = Date.now();
  private readonly end: number;

  /** `timeout` is the milliseconds that the call may take. */
  constructor(readonly timeout: number = CALL_TIMEOUT) {
    this.end = performance.now() + timeout;
  }

  /** Milliseconds that are left. */
  get left(): number {
    return Math.max(0, this.end - performance.now());
  }
}
