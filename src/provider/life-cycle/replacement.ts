import { record, type ModifyPlanRequest, type PrivateState, type ValueRecord } from '../../framework';

/** The key that the plan of a new object sets. Terraform hands what that plan remembers to the delete of the object that it replaces. */
const REPLACED = 'replaced';

/** The private state of a plan, with whether it is that of a new object. */
export function rememberReplacement({
  prior,
  planned,
  privateState,
}: Pick<ModifyPlanRequest<ValueRecord, unknown>, 'prior' | 'planned' | 'privateState'>): PrivateState {
  const others = record(Object.entries(privateState).filter(([key]) => key !== REPLACED));
  return prior === null && planned !== null ? { ...others, [REPLACED]: 'true' } : others;
}

/** True in a delete after which another object takes the place of the deleted one. */
export function isReplaced(privateState: PrivateState): boolean {
  return Object.hasOwn(privateState, REPLACED);
}
