import { hasError, type Diagnostic } from '../../framework';
import { isZenmlError, type Component, type Stack, type ZenmlError } from '../../zenml';
import type { Deadline } from './deadline';
import { describeFailure } from '../failures/describe-failure';
import { componentInUse, componentNeeded, retiredComponent, stacksWithoutComponent } from '../failures/in-use';
import type { ProviderClient } from '../server/provider-client';
import { giveAwaitedName } from './awaited-name';
import { retireComponent } from './retire-component';
import type { Judgement } from './run';
import { needs, takeOut, type TakenOut } from './take-out';

/** Refusals of a delete that have nothing to do with stacks. */
const OTHER_REASON = /^The default \w+ cannot be|deployments being managed/;
/** Others may put the component into further stacks meanwhile. */
const ROUNDS = 3;

interface Deletion extends Judgement {
  readonly id: string;
  /** True where another component takes its place. */
  readonly isReplaced: boolean;
  readonly client: ProviderClient;
  readonly deadline: Deadline;
}

/**
 * Deletes a component. Terraform does so before it changes the stack that held it, so it is taken out of its stacks first; where
 * one cannot do without it, it is only renamed, and deleted by the update of the stack that puts another one in its place. Where
 * it is known that nothing of this run does that, it is refused, and nothing is changed.
 */
export async function deleteComponent(deletion: Deletion): Promise<readonly Diagnostic[]> {
  const { id, client, deadline } = deletion;
  const refusal = await refusedDelete(deletion);
  const diagnostics = refusal === undefined ? [] : await deleteHeld(deletion, refusal);
  if (hasError(diagnostics)) return diagnostics;
  client.run.noteFreedName(id);
  return [...diagnostics, ...(await giveAwaitedName(id, client, deadline))];
}

/** The server's refusal because stacks hold the component; undefined where it is deleted. */
async function refusedDelete({ id, client, deadline }: Deletion): Promise<ZenmlError | undefined> {
  try {
    await client.components.delete(id, deadline.options());
    return undefined;
  } catch (error) {
    if (!isZenmlError(error, 'forbidden') || OTHER_REASON.test(error.detail ?? '')) throw error;
    return error;
  }
}

async function deleteHeld(deletion: Deletion, refusal: ZenmlError): Promise<readonly Diagnostic[]> {
  const { id, leaving, client, deadline } = deletion;
  const holders = await holdersOf(deletion);
  // Without a stack that holds it, the server had another reason, or shows these credentials no stacks.
  if (holders.length === 0) throw refusal;
  const component = await client.components.get(id, deadline.options());
  if (component === null) return [];
  const needing = holders.filter((stack) => needs(stack, id));
  if (needing.length > 0 && !mayGiveWay(deletion, needing)) return [componentNeeded(component, needing)];
  const changed: Stack[] = [];
  const foreign = (stacks: readonly Stack[]) => stacks.filter((stack) => !leaving.includes(stack.id));
  try {
    for (let round = 1, held = holders; round <= ROUNDS; round += 1, held = await holdersOf(deletion)) {
      const taken = await takeOut(id, held, client, deadline);
      changed.push(...taken.changed);
      if (taken.refused.length > 0) return [componentInUse(component, refusedStacks(taken), changed)];
      if (taken.stuck.length > 0) {
        const name = await retireComponent(component, client, deadline.options());
        return [
          ...stacksWithoutComponent(component, foreign(changed)),
          ...retiredComponent(component, name, foreign(taken.stuck)),
        ];
      }
      if ((await refusedDelete(deletion)) === undefined) return stacksWithoutComponent(component, foreign(changed));
    }
    return [componentInUse(component, await holdersOf(deletion), changed)];
  } catch (error) {
    if (!isZenmlError(error) || changed.length === 0) throw error;
    return [describeFailure(undertakingOf(component, deadline), error), ...stacksWithoutComponent(component, changed)];
  }
}

/** True where a stack that cannot do without the component may have another one after this run. */
function mayGiveWay({ id, keeping, isReplaced, client }: Deletion, needing: readonly Stack[]): boolean {
  return isReplaced || client.run.awaitedNames.has(id) || needing.some((stack) => !keeping.includes(stack.id));
}

function holdersOf({ id, client, deadline }: Deletion): Promise<readonly Stack[]> {
  return client.stacks.list({ componentId: id }, deadline.options());
}

function refusedStacks({ refused }: TakenOut): readonly Stack[] {
  return refused.map(({ stack }) => stack);
}

function undertakingOf({ name }: Component, deadline: Deadline) {
  return { verb: 'delete', object: `stack component "${name}"`, deadline } as const;
}
