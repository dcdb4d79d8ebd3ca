import type { AttributeValue, ModifyPlanRequest, PrivateState, ValueRecord } from '../../framework';
import { isZenmlError } from '../../zenml';
import { textOf } from '../attribute-values';
import type { ProviderClient } from '../provider-client';
import { rememberedIds, rememberIds } from './remembered-ids';
import { rememberReplacement } from './replacement';
import type { Judgement } from './run';

/** The keys of the private state that remember which stacks the run changes so that they are without the component, and which not. */
const LEAVING = 'leaving_stacks';
const KEEPING = 'keeping_stacks';

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
  const { leaving, keeping } = await client.run.judge(holders, id, signal);
  return rememberIds(rememberIds(privateState, LEAVING, leaving), KEEPING, keeping);
}

/** What the plan of a delete found about the stacks that hold the component. */
export function plannedJudgement(privateState: PrivateState): Judgement {
  return { leaving: rememberedIds(privateState, LEAVING), keeping: rememberedIds(privateState, KEEPING) };
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
