import { attributePath, isSet, type AttributePath, type AttributeValue } from '../framework';
import type { CallOptions } from '../zenml';
import { parseDuration } from './duration';

const DEFAULT = '5m';

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

  /** Options for the next request. */
  options(): CallOptions {
    return { signal: this.signal, timeout: Math.max(1, this.end - Date.now()) };
  }
}
