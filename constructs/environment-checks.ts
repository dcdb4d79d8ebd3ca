import type { Check } from './checks';
import type { Environment } from './environment';

/** Words of one cloud in the messages. */
export interface EnvironmentCheckWords {
  /** Whose names hold that of the environment: `AWS resources`. */
  readonly resources: string;
  /** What to use instead of a key in the state: `AwsAuth.implicit(), which needs no key`. */
  readonly instead: string;
}

/** That the name of an environment fits into those of cloud resources, and that it allows keys in state only in development. */
export function environmentChecks(
  { name, development = false, allowKeyInState = false }: Environment,
  { resources, instead }: EnvironmentCheckWords,
): readonly Check[] {
  return [
    {
      holds: /^[a-z][a-z0-9-]{0,14}[a-z0-9]$/.test(name),
      message: `environment is named "${name}"; expected 2 to 16 lower-case letters, digits and hyphens, a letter first, since names of ${resources} hold it: rename the environment`,
    },
    {
      holds: development || !allowKeyInState,
      message: `environment "${name}" sets allowKeyInState, which only an environment with development: true may: take it out, and use ${instead}`,
    },
  ];
}
