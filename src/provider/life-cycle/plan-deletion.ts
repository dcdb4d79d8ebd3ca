import type { AttributeValue, ModifyPlanRequest, PrivateState, ValueRecord } from '../../framework';
import { isZenmlError, type CallOptions } from '../../zenml';
import { textOf } from '../attributes/attribute-values';
import type { ProviderClient } from '../server/provider-client';
import { rememberedIds, rememberIds } from './remembered-ids';
import { rememberReplacement } from './replacement';
import type { Judgement } from './run';

/** The keys of the private state that remember which holders the run changes so that they are without the object, and which not. */
const LEAVING = 'leaving';
const KEEPING = 'keeping';

interface DeletableModel extends ValueRecord {
  readonly id: AttributeValue<string>;
}

/** Finds the ids of what holds the object that is to be deleted. */
type HolderSearch = (id: string, client: ProviderClient, options: CallOptions) => Promise<readonly string[]>;

/** What the delete of an object must know: whether another one takes its place, and which holders leave it in the same run. */
export async function planDeletion<M extends DeletableModel>(
  request: ModifyPlanRequest<M, ProviderClient>,
  search: HolderSearch,
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
  const { leaving, keeping } = await client.run.judge(await found(search, id, client, signal), id, signal);
  return rememberIds(rememberIds(privateState, LEAVING, leaving), KEEPING, keeping);
}

/** What the plan of a delete found about the holders of the object. */
export function plannedJudgement(privateState: PrivateState): Judgement {
  return { leaving: rememberedIds(privateState, LEAVING), keeping: rememberedIds(privateState, KEEPING) };
}

/** The stacks that hold a component. */
export const stacksOf: HolderSearch = (id, client, options) =>
  client.run.holders.of(id, (filter) => client.stacks.list(filter, options));

/** A plan goes on where it cannot be told: the delete then counts every holder as one that the run does not change. */
async function found(
  search: HolderSearch,
  id: string,
  client: ProviderClient,
  signal: AbortSignal,
): Promise<readonly string[]> {
  try {
    return await search(id, client, { signal });
  } catch (error) {
    if (isZenmlError(error)) return [];
    throw error;
  }
}
