import type { Check } from './checks';
import type { Environment } from './environment';
import { exceptionsOf } from './keeps-rule';

/** Of a reason for an exception. */
const LEAST_WORDS = 3;

/** Words of one cloud in the messages. */
export interface EnvironmentCheckWords {
  /** Whose names hold that of the environment: `AWS resources`. */
  readonly resources: string;
  /** What to use instead of a key in the state: `AwsAuth.implicit(), which needs no key`. */
  readonly instead: string;
}

/**
 * That the name of an environment fits into those of cloud resources, that it allows keys in state only in development, and that its
 * exceptions have reasons.
 */
export function environmentChecks(
  environment: Environment,
  { resources, instead }: EnvironmentCheckWords,
): readonly Check[] {
  const { name, development = false, allowKeyInState = false } = environment;
  return [
    {
      holds: /^[a-z][a-z0-9-]{0,14}[a-z0-9]$/.test(name),
      message: `environment is named "${name}"; expected 2 to 16 lower-case letters, digits and hyphens, a letter first, since names of ${resources} hold it: rename the environment`,
    },
    {
      holds: development || !allowKeyInState,
      message: `environment "${name}" sets allowKeyInState, which only an environment with development: true may: take it out, and use ${instead}`,
    },
    ...exceptionsOf(environment).map(([rule, reason]) => ({
      holds: reason.trim().split(/\s+/).length >= LEAST_WORDS,
      message: `environment "${name}" is excepted from ${rule} for the reason "${reason}"; expected ${LEAST_WORDS} words at least, which an auditor understands: say why, and until when`,
    })),
  ];
}
