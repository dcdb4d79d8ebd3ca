import { setTimeout as sleep } from 'node:timers/promises';
import type { CallContext } from '../../framework';
import type { ServiceConnectorResources, ServiceConnectorSpec } from '../../zenml';
import { asSentence } from '../failures/describe-failure';

/**
 * Milliseconds between the attempts, 55 s in all. Clouds promise no time; in practice a new key, role or binding is known everywhere
 * within seconds.
 */
const PROPAGATION_DELAYS: readonly number[] = [1, 2, 4, 8, 8, 8, 8, 8, 8].map((seconds) => seconds * 1000);

/** What a cloud answers for an identity that has not reached all of its endpoints yet. */
interface Propagation {
  readonly cloud: string;
  readonly pattern: RegExp;
}

/** By connector type. A wrong secret is told apart: for AWS that is SignatureDoesNotMatch, for Google an invalid signature. */
const PROPAGATIONS: Readonly<Record<string, Propagation>> = {
  aws: {
    cloud: 'AWS',
    pattern:
      /\((InvalidClientTokenId|InvalidAccessKeyId|UnrecognizedClientException|AccessDenied|AccessDeniedException)\)(?!.*explicit deny)/s,
  },
  gcp: {
    cloud: 'Google Cloud',
    // A role not yet known everywhere, a pool of workload identities, a service account.
    pattern:
      /(Permission '[\w.]+' denied|does not have storage\.[\w.]+ access|invalid_target.+pool or provider|invalid_grant[^a-z]+account not found)/is,
  },
};

/** A key of AWS that lives until it is deleted. Any other text is no key that AWS might come to know. */
const LASTING_AWS_KEY = /^AKIA[A-Z0-9]{16}$/;
const UNKNOWN_KEY = /\((?:InvalidClientTokenId|InvalidAccessKeyId|UnrecognizedClientException)\)/;

export interface Patience {
  readonly context: CallContext;
  /** No attempt begins after this time, in milliseconds since the epoch. */
  readonly until: number;
  /** @default PROPAGATION_DELAYS */
  readonly delays?: readonly number[];
}

/**
 * Verifies, and verifies again while the cloud answers as it does for an identity that is only seconds old. Everything else, a bad key
 * too, is answered at once. The error of the last attempt says how long that went on.
 */
export async function verifyPatiently(
  spec: Pick<ServiceConnectorSpec, 'type' | 'configuration'>,
  verify: () => Promise<ServiceConnectorResources>,
  { context, until, delays = PROPAGATION_DELAYS }: Patience,
): Promise<ServiceConnectorResources> {
  const begin = Date.now();
  let answer = await verify();
  for (const [index, delay] of delays.entries()) {
    const attempts = index + 1;
    const propagation = mayHeal(spec, answer);
    if (propagation === undefined) return answer;
    if (Date.now() + delay >= until) return told(answer, propagation, { attempts, begin });
    const { cloud } = propagation;
    context.log('warn', `${cloud} does not know the identity of the connector yet; it is verified again`, {
      attempts,
      delay,
    });
    const waited = await sleep(delay, true, { signal: context.signal }).catch(() => false);
    if (!waited) return told(answer, propagation, { attempts, begin });
    answer = await verify();
  }
  const propagation = mayHeal(spec, answer);
  return propagation === undefined ? answer : told(answer, propagation, { attempts: delays.length + 1, begin });
}

/** How the answer may come to be another one by itself; undefined where it does not. */
function mayHeal(
  { type, configuration }: Pick<ServiceConnectorSpec, 'type' | 'configuration'>,
  { error }: ServiceConnectorResources,
): Propagation | undefined {
  const propagation = Object.hasOwn(PROPAGATIONS, type) ? PROPAGATIONS[type] : undefined;
  if (error === null || propagation?.pattern.test(error) !== true) return undefined;
  const key = configuration?.aws_access_key_id;
  const isBadKey = UNKNOWN_KEY.test(error) && typeof key === 'string' && !LASTING_AWS_KEY.test(key);
  return isBadKey ? undefined : propagation;
}

function told(
  answer: ServiceConnectorResources,
  { cloud }: Propagation,
  { attempts, begin }: { readonly attempts: number; readonly begin: number },
): ServiceConnectorResources {
  const seconds = Math.round((Date.now() - begin) / 1000);
  const tries = attempts === 1 ? 'It was tried once' : `It was tried ${attempts} times in ${seconds} s`;
  const why = `since ${cloud} answers so for an identity that is only seconds old, too`;
  return { ...answer, error: `${asSentence(answer.error ?? '')} ${tries}, ${why}.` };
}
