import { attributePath, errorDiagnostic, warningDiagnostic, type Diagnostic, type PrivateState } from '../../framework';
import { isZenmlError, type Component, type ComponentSpec, type ZenmlError } from '../../zenml';
import type { Deadline } from './deadline';
import { describeError } from '../failures/describe-failure';
import type { ProviderClient } from '../server/provider-client';
import type { Created, Taken } from './create-or-adopt';
import { nameForWaiting } from './name-beside';

/** The key of the private state that remembers which component has the name that this one is to get. */
const AWAITS = 'name_awaits';
/** How long a rename waits for the component that has the name to be deleted by the same run, in milliseconds. */
const PATIENCE = 10_000;

/** A component whose name is taken. */
interface Rival {
  readonly spec: ComponentSpec;
  readonly client: ProviderClient;
  readonly deadline: Deadline;
  /** Creates it under another name, or takes over what has that name and is as planned. */
  readonly createAs: (name: string, refuse: (taken: Taken<Component>) => Diagnostic) => Promise<Created<Component>>;
}

/**
 * Creates a component beside the one that it replaces, which has the name until it is deleted (`create_before_destroy`): it gets
 * another name until then. Terraform does not tell what replaces what; it is taken for a replacement where the holder of the name has
 * another flavor and belongs to the same user. What an earlier run made so, and lost before it could be kept in state, is taken
 * over. Undefined where it is no replacement.
 */
export async function createBeside(
  [holder]: readonly Component[],
  { spec, client, deadline, createAs }: Rival,
): Promise<Created<Component> | undefined> {
  const { name, flavor, connectorId = null, connectorResourceId = null } = spec;
  if (holder === undefined || holder.flavor === flavor) return undefined;
  if (holder.userId !== (await client.currentUser(deadline.options())).id) return undefined;
  return client.run.exclusively(holder.id, async () => {
    if (client.run.awaitedNames.has(holder.id)) return undefined;
    const waiting = nameForWaiting(name, holder.id, flavor);
    const { held, ...created } = await createAs(waiting, (taken) => leftBeside(spec, waiting, taken));
    if (held === undefined) return created;
    client.run.awaitedNames.set(holder.id, { id: held.id, name, connectorId, connectorResourceId });
    return { held, privateState: { [AWAITS]: holder.id }, diagnostics: [createdBeside(spec, held, holder)] };
  });
}

/** Gives the name of a component that is gone to the one that waits for it. */
export async function giveAwaitedName(
  goneId: string,
  client: ProviderClient,
  deadline: Deadline,
): Promise<readonly Diagnostic[]> {
  const awaited = client.run.awaitedNames.get(goneId);
  if (awaited === undefined) return [];
  client.run.awaitedNames.delete(goneId);
  const { id, ...changes } = awaited;
  try {
    await client.components.update(id, changes, deadline.options());
    return [];
  } catch (error) {
    if (!isZenmlError(error)) throw error;
    return [notRenamed(awaited.name, id, error)];
  }
}

/** The change of a component that may wait for its name. */
interface NameWait {
  readonly privateState: PrivateState;
  readonly client: ProviderClient;
  readonly deadline: Deadline;
}

/**
 * Runs a change of a component. Where its name is still taken by the one that it replaced, which a run that was interrupted did not
 * delete, this run does: the change waits for that.
 */
export async function whenNameIsFree<T>(
  { privateState: { [AWAITS]: holderId }, client, deadline }: NameWait,
  change: () => Promise<T>,
): Promise<T> {
  try {
    return await change();
  } catch (error) {
    if (holderId === undefined || !isZenmlError(error, 'conflict')) throw error;
    if (!(await client.run.nameIsFreed(holderId, Math.min(PATIENCE, deadline.left), deadline.signal))) throw error;
    return change();
  }
}

function createdBeside({ name, type, flavor }: ComponentSpec, created: Component, holder: Component): Diagnostic {
  return warningDiagnostic(
    'Component Waits for Its Name',
    `The name "${name}" belongs to another ${type} (${holder.id}) of the flavor ${holder.flavor}, which this one of the flavor ${flavor} ` +
      `seems to replace. It was created as "${created.name}" and gets its name as soon as that one is deleted. Where this run does that, ` +
      'nothing is left to do. Otherwise delete or rename that one, and apply again.',
    [{ attribute: 'name' }],
  );
}

function leftBeside(
  { name, type }: ComponentSpec,
  waiting: string,
  { holders: [left], differences = [] }: Taken<Component>,
): Diagnostic {
  const unlike = differences.length === 0 ? '' : ` It is not as planned now: ${differences.join('; ')}.`;
  const which = left === undefined ? 'It is not visible to these credentials.' : `Its id is ${left.id}.`;
  return errorDiagnostic(
    'Component Left by an Earlier Run',
    `The ${type} "${waiting}" is on the server: a run that was interrupted made it to replace "${name}", and it is in no state. ` +
      `${which}${unlike} Nothing was changed. Delete it (zenml ${type.replaceAll('_', '-')} delete ${waiting}), and apply again.`,
    attributePath('name'),
  );
}

function notRenamed(name: string, id: string, error: ZenmlError): Diagnostic {
  return warningDiagnostic(
    'Component Not Renamed',
    `The stack component ${id} was created beside the one that it replaces, and could not be given its name "${name}" when that one was ` +
      `gone. ${describeError(error)} The next plan shows the name: apply again.`,
  );
}
