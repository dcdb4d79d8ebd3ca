import { setTimeout as sleep } from 'node:timers/promises';
import type { Attempts } from './attempts';
import { backoff, isKeyAtWork, isTransientAnswer, isTransientError, retryAfter } from './retry-rules';
import type { ServerUrl } from './server-url';
import type { Transport, TransportRequest, TransportResponse } from './transport';
import { abortedError } from './transport-error';
import { ZenmlError } from './zenml-error';

/** A request and how it is repeated. */
export interface RepeatedRequest extends Omit<TransportRequest, 'timeout'> {
  /** True for an answer that repeating the request does not change. Asked for those that pass by themselves as a rule. */
  readonly isFinal?: (response: TransportResponse) => boolean;
}

export interface RetrySettings {
  /** How often a request is repeated at most. */
  readonly maxRetries: number;
  /** Milliseconds for one attempt. */
  readonly requestTimeout: number;
}

/** What came of an attempt. */
type Outcome = { readonly isFinal: boolean } & (
  { readonly response: TransportResponse } | { readonly error: ZenmlError }
);

/** While a server has never answered, nobody listening more likely means a wrong address than a restart. */
const RETRIES_OF_A_STRANGER = 2;
/** With less time left, one more attempt makes no sense; milliseconds. */
const TOO_SHORT = 500;

/**
 * Sends requests, and sends them again where the failure passes: 429, 502, 503, 504, lost and refused connections, no answer in
 * time. Not undici's retry interceptor: that has no jitter and no time-out per attempt, resumes answers by `Range`, which
 * ZenML servers do not know, and cannot tell whether a write that it repeats may have been carried out before.
 */
export class RetryingTransport {
  constructor(
    private readonly transport: Transport,
    private readonly settings: RetrySettings,
  ) {}

  get server(): ServerUrl {
    return this.transport.server;
  }

  /** Milliseconds that the server's clock is ahead of ours; 0 while it has not told its time. */
  get clockOffset(): number {
    return this.transport.clockOffset;
  }

  /** The first answer that is final, or the last one; throws as {@link Transport.send} does. `prepare` makes each attempt's request, knowing the last answer. */
  async send(
    prepare: (last: TransportResponse | undefined) => RepeatedRequest,
    attempts: Attempts,
  ): Promise<TransportResponse> {
    let last: TransportResponse | undefined;
    for (let retry = 0; ; retry += 1) {
      const request = prepare(last);
      const outcome = await this.attempt(request, attempts);
      last = 'response' in outcome ? outcome.response : undefined;
      const goesOn = !outcome.isFinal && retry < this.mostRetries(outcome);
      if (goesOn && (await this.pause(request, attempts, outcome, retry))) continue;
      if ('error' in outcome) throw outcome.error;
      return outcome.response;
    }
  }

  private async attempt(request: RepeatedRequest, attempts: Attempts): Promise<Outcome> {
    attempts.made += 1;
    const timeout = Math.max(1, Math.min(this.settings.requestTimeout, attempts.left));
    try {
      const response = await this.transport.send({ ...request, timeout });
      if (!isTransientAnswer(response)) return { response, isFinal: true };
      // The server may have done what a proxy says failed. Who limits requests has not looked at this one.
      if (request.isWrite && response.status !== 429) attempts.inDoubt = true;
      if (request.isWrite && isKeyAtWork(response)) attempts.isAtWork = true;
      return { response, isFinal: request.isFinal?.(response) === true };
    } catch (error) {
      if (!(error instanceof ZenmlError)) throw error;
      if (error.mayBeDone) attempts.inDoubt = true;
      return { error, isFinal: !isTransientError(error) };
    }
  }

  private mostRetries(outcome: Outcome): number {
    const { maxRetries } = this.settings;
    const isStranger = 'error' in outcome && outcome.error.code === 'unreachable' && !this.transport.hasAnswered;
    return isStranger ? Math.min(maxRetries, RETRIES_OF_A_STRANGER) : maxRetries;
  }

  /** Waits for the next attempt. False where there is no time for one; throws where the caller stops. */
  private async pause(
    { method, path, signal }: RepeatedRequest,
    attempts: Attempts,
    outcome: Outcome,
    retry: number,
  ): Promise<boolean> {
    const asked = 'response' in outcome ? retryAfter(outcome.response) : undefined;
    if (asked !== undefined && asked > attempts.left) return false;
    const hasTime = attempts.left > TOO_SHORT;
    // Timers may be early by a millisecond, and who set the time must see that it is over.
    const wait = hasTime ? (asked ?? Math.min(backoff(retry), attempts.left / 2)) : attempts.left + 1;
    attempts.isOver = !hasTime;
    try {
      await sleep(wait, undefined, signal && { signal });
    } catch {
      throw abortedError({ method, path });
    }
    return hasTime;
  }
}
