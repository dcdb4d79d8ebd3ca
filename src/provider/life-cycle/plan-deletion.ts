import type { AttributeValue, ModifyPlanRequest, PrivateState, ValueRecord } from '../../framework';
import { isZenmlError } from '../../zenml';
import { textOf } from '../attribute-values';
import type { ProviderClient } from '../provider-client';
import { rememberedIds, rememberIds } from './remembered-ids';
import { rememberReplacement } from './replacement';

/** The key of the private state that remembers which stacks the run changes so that they are without the component. */
const LEAVING = 'leaving_stacks';

interface ComponentModel extends ValueRecord {
  readonly id: AttributeValue<string>;
}

/** What the delete of a component must know: whether another one takes its place, and which stacks leave it in the same run. */
export async function planDeletion<M extends ComponentModel>(
  request: ModifyPlanRequest<M, ProviderClient>,
): Promise<PrivateState> {
  const {
    prior,
    planned,
    client,
    context: { signal },
  } = request;
  const privateState = rememberReplacement(request);
  const id = prior === null || planned !== null ? undefined : textOf(prior.id);
  if (id === undefined || client === undefined) return privateState;
  const holders = await holdersOf(id, client, signal);
  return rememberIds(privateState, LEAVING, await client.run.leaving(holders, id, signal));
}

/** Ids of the stacks that the run was planned to change or delete so that they are without the component. */
export function leavingStacks(privateState: PrivateState): readonly string[] {
  return rememberedIds(privateState, LEAVING);
}

/** A plan goes on where it cannot be told: the delete then names every stack that it changes. */
async function holdersOf(componentId: string, client: ProviderClient, signal: AbortSignal): Promise<readonly string[]> {
  try {
    return await client.run.holders.of(componentId, (filter) => client.stacks.list(filter, { signal }));
  } catch (error) {
    if (isZenmlError(error)) return [];
    throw error;
  }
}
