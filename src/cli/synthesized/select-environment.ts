import { UserError } from '../user-error';
import type { SynthesizedStack } from './synthesized-stack';

/**
 * The Terraform stacks whose objects carry an environment; all of them where none is asked for.
 *
 * @throws UserError where none carries it
 */
export function selectEnvironment(
  stacks: readonly SynthesizedStack[],
  environment: string | undefined,
): readonly SynthesizedStack[] {
  if (environment === undefined) return stacks;
  const selected = stacks.filter(({ environments }) => environments.includes(environment));
  if (selected.length > 0) return selected;
  const known = [...new Set(stacks.flatMap(({ environments }) => environments))].sort();
  throw new UserError(
    `No stack of the app is labelled with the environment "${environment}"; ${known.length > 0 ? `its environments are ${known.join(', ')}` : 'none of its objects has a label "environment"'}.`,
    known.length > 0
      ? 'Name one of its environments.'
      : 'Give the objects of its stacks that label, as the objects of base stacks have it.',
  );
}
