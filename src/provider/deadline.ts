import { isSet } from '../framework';
import type { CallOptions } from '../zenml';
import { parseDuration } from './duration';
import type { ServiceConnectorModel } from './schemas/service-connector-schema';

const DEFAULT_MILLISECONDS = 5 * 60_000;

/** The time that is left of the resource's `timeouts` for the requests of one create or update. */
export class Deadline {
  /** When the time is up, in milliseconds since the epoch. */
  readonly end: number;

  constructor(
    { timeouts }: ServiceConnectorModel,
    operation: 'create' | 'update',
    private readonly signal: AbortSignal,
  ) {
    const written = isSet(timeouts) ? timeouts[operation] : null;
    this.end = Date.now() + ((isSet(written) ? parseDuration(written) : undefined) ?? DEFAULT_MILLISECONDS);
  }

  /** Options for the next request. */
  options(): CallOptions {
    return { signal: this.signal, timeout: Math.max(1, this.end - Date.now()) };
  }
}
