import { attributePath, isSet, type AttributePath, type AttributeValue } from '../../framework';
import type { CallOptions } from '../../zenml';
import { parseDuration } from '../attributes/duration';

const DEFAULT = '5m';
/** How long looking up what a failure is about may take in milliseconds: at least, where the time is over, and at most. */
const LOOK_UP = { least: 5_000, most: 30_000 };
/** How long putting right may take at least, in milliseconds. */
const AMENDS = 60_000;

type Operation = 'create' | 'update' | 'delete';

/** A resource's `timeouts`, as its model holds them. */
export interface WithTimeouts {
  readonly timeouts: AttributeValue<Readonly<Record<Operation, AttributeValue<string>>>>;
}

/** The time that is left of the resource's `timeouts` for everything that one create, update or delete does. */
export class Deadline {
  /** When the time is up, in milliseconds since the epoch. */
  readonly end: number;
  /** How long the operation may take, as it was written. */
  readonly limit: string;
  /** The attribute that says so. */
  readonly path: AttributePath;

  constructor(
    { timeouts }: WithTimeouts,
    operation: Operation,
    readonly signal: AbortSignal,
  ) {
    const written = isSet(timeouts) ? timeouts[operation] : null;
    this.limit = isSet(written) ? written : DEFAULT;
    this.end = Date.now() + (parseDuration(this.limit) ?? 0);
    this.path = attributePath('timeouts', operation);
  }

  get isOver(): boolean {
    return Date.now() >= this.end;
  }

  /** Milliseconds; 0 when the time is up. */
  get left(): number {
    return Math.max(0, this.end - Date.now());
  }

  /** Options for the next request. */
  options(): CallOptions {
    return { signal: this.signal, timeout: Math.max(1, this.left) };
  }

  /** Options for looking up what a failure is about. That has a little time also where none is left, since the user must know. */
  lookUp(): CallOptions {
    return { signal: this.signal, timeout: Math.min(LOOK_UP.most, Math.max(LOOK_UP.least, this.left)) };
  }

  /**
   * What gives the options for putting right what must not be left half done: the time that is left, a minute at least, for all of
   * it, and no signal.
   */
  amends(): () => CallOptions {
    const minute = Date.now() + AMENDS;
    const end = this.signal.aborted ? minute : Math.max(this.end, minute);
    return () => ({ timeout: Math.max(1, end - Date.now()) });
  }
}
