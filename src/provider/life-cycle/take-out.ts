import { record } from '../../framework';
import { isZenmlError, type Stack, type ZenmlError } from '../../zenml';
import type { Deadline } from './deadline';
import type { ProviderClient } from '../server/provider-client';
import { holds } from './holders';

/** Without one of each of these, a stack runs no pipelines, and servers take none. */
export const NEEDED_TYPES: readonly string[] = ['artifact_store', 'orchestrator'];

/** What came of taking a component out of the stacks that hold it. */
export interface TakenOut {
  /** Stacks that are without it now. */
  readonly changed: readonly Stack[];
  /** Stacks that cannot do without it. */
  readonly stuck: readonly Stack[];
  /** Stacks that the server did not let be changed, with what it said. */
  readonly refused: readonly { readonly stack: Stack; readonly error: ZenmlError }[];
}

/** Takes a component out of every stack that can do without it: its type is not needed, or others of the type stay. */
export async function takeOut(
  componentId: string,
  holders: readonly Stack[],
  client: ProviderClient,
  deadline: Deadline,
): Promise<TakenOut> {
  const changed: Stack[] = [];
  const stuck: Stack[] = [];
  const refused: { stack: Stack; error: ZenmlError }[] = [];
  for (const { id } of holders) {
    // Two components of one stack may be deleted at the same time, and a stack's components are replaced whole.
    await client.run.exclusively(id, async () => {
      const stack = await client.stacks.get(id, deadline.options());
      if (stack === null || !holds(stack, componentId)) return;
      if (needs(stack, componentId)) {
        stuck.push(stack);
        return;
      }
      try {
        await client.stacks.update(id, { components: without(stack, componentId) }, deadline.options());
        changed.push(stack);
      } catch (error) {
        if (isZenmlError(error, 'invalid')) stuck.push(stack);
        else if (isZenmlError(error, 'forbidden')) refused.push({ stack, error });
        else if (!isZenmlError(error, 'not_found')) throw error;
      }
    });
  }
  return { changed, stuck, refused };
}

/** True where the stack is none without the component. */
export function needs(stack: Stack, componentId: string): boolean {
  const rest = without(stack, componentId);
  return NEEDED_TYPES.some((type) => !Object.hasOwn(rest, type));
}

function without({ components }: Stack, componentId: string): Readonly<Record<string, readonly string[]>> {
  return record(
    Object.entries(components).flatMap(([type, ofType]) => {
      const ids = ofType.map(({ id }) => id).filter((id) => id !== componentId);
      return ids.length === 0 ? [] : [[type, ids] as const];
    }),
  );
}
