import type { AttributeValue, ModifyPlanRequest, ModifyPlanResponse, PrivateState, ValueRecord } from '../../framework';
import { isZenmlError } from '../../zenml';
import { textOf } from '../attribute-values';
import type { ProviderClient } from '../provider-client';
import { rememberedIds, rememberIds } from './remembered-ids';

/** The key of the private state that remembers which stacks the run changes so that they are without the component. */
const LEAVING = 'leaving_stacks';

interface ComponentModel extends ValueRecord {
  readonly id: AttributeValue<string>;
}

/** Plans the delete of a component: remembers which of the stacks that hold it this run changes or deletes itself. */
export async function planDeletion<M extends ComponentModel>({
  prior,
  planned,
  privateState,
  client,
  context: { signal },
}: ModifyPlanRequest<M, ProviderClient>): Promise<ModifyPlanResponse<M>> {
  const id = prior === null ? undefined : textOf(prior.id);
  if (planned !== null || id === undefined || client === undefined) return { planned, diagnostics: [] };
  const holders = await holdersOf(id, client, signal);
  const leaving = await client.run.leaving(holders, id, signal);
  return { planned, privateState: rememberIds(privateState, LEAVING, leaving), diagnostics: [] };
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
