import { setTimeout as sleep } from 'node:timers/promises';
import type { CallContext } from '../framework';
import type { ServiceConnectorResources, ServiceConnectorSpec } from '../zenml';

/**
 * Milliseconds between the attempts, 55 s in all. AWS promises no time; in practice a new key or role is known everywhere
 * within seconds.
 */
const PROPAGATION_DELAYS: readonly number[] = [1, 2, 4, 8, 8, 8, 8, 8, 8].map((seconds) => seconds * 1000);

/** What AWS answers for a key, role or policy that has not reached all of its endpoints yet. A wrong secret is told apart: that is SignatureDoesNotMatch. */
const NOT_THERE_YET =
  /\((InvalidClientTokenId|InvalidAccessKeyId|UnrecognizedClientException|AccessDenied|AccessDeniedException)\)/;

export interface Patience {
  readonly context: CallContext;
  /** No attempt begins after this time, in milliseconds since the epoch. */
  readonly until: number;
  /** @default PROPAGATION_DELAYS */
  readonly delays?: readonly number[];
}

/** Verifies, and verifies again while AWS answers as it does for an identity that is only seconds old. */
export async function verifyPatiently(
  { type }: Pick<ServiceConnectorSpec, 'type'>,
  verify: () => Promise<ServiceConnectorResources>,
  { context, until, delays = PROPAGATION_DELAYS }: Patience,
): Promise<ServiceConnectorResources> {
  for (const delay of delays) {
    const answer = await verify();
    const code = answer.error === null || type !== 'aws' ? undefined : NOT_THERE_YET.exec(answer.error)?.[1];
    if (code === undefined || Date.now() + delay >= until) return answer;
    context.log('warn', 'AWS does not know the identity of the connector yet; it is verified again', { code, delay });
    const waited = await sleep(delay, true, { signal: context.signal }).catch(() => false);
    if (!waited) return answer;
  }
  return verify();
}
