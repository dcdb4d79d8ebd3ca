import { warningDiagnostic, type Diagnostic, type PrivateState, type ReadRequest } from '../../framework';
import { isZenmlError, type CallOptions, type Component, type ComponentSpec, type ZenmlError } from '../../zenml';
import type { Deadline } from '../deadline';
import { describeError } from '../failures/describe-failure';
import type { ProviderClient } from '../provider-client';
import { nameBeside } from './retire-component';

/** The key of the private state that remembers which component has the name that this one is to get. */
const AWAITS = 'name_awaits';
/** How long a rename waits for the component that has the name to be deleted by the same run, in milliseconds. */
const PATIENCE = 10_000;

/** A component that was created, perhaps under another name than it is to have. */
export interface CreatedComponent {
  readonly component: Component;
  readonly privateState?: PrivateState;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Creates a component. One that it replaces may have its name until that is deleted (`create_before_destroy`): it gets another name
 * until then. Terraform does not tell what replaces what; it is taken for a replacement where the holder of the name has another
 * flavor and belongs to the same user.
 */
export async function createComponent(
  spec: ComponentSpec,
  client: ProviderClient,
  options: CallOptions,
): Promise<CreatedComponent> {
  try {
    return { component: await client.components.create(spec, options), diagnostics: [] };
  } catch (error) {
    if (!isZenmlError(error, 'conflict')) throw error;
    const holder = await replacedBy(spec, client, options);
    if (holder === undefined) throw error;
    return createBeside(holder, spec, client, options);
  }
}

async function replacedBy({ name, type, flavor }: ComponentSpec, client: ProviderClient, options: CallOptions) {
  const [holder] = await client.components.findByName(name, { type }, options);
  if (holder === undefined || holder.flavor === flavor) return undefined;
  return holder.userId === (await client.currentUser(options)).id ? holder : undefined;
}

async function createBeside(
  holder: Component,
  spec: ComponentSpec,
  client: ProviderClient,
  options: CallOptions,
): Promise<CreatedComponent> {
  const { name, connectorId = null, connectorResourceId = null } = spec;
  const component = await client.components.create({ ...spec, name: nameBeside(name, 'new') }, options);
  client.run.awaitedNames.set(holder.id, { id: component.id, name, connectorId, connectorResourceId });
  return {
    component,
    privateState: { [AWAITS]: holder.id },
    diagnostics: [createdBeside(spec, component, holder)],
  };
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

/**
 * Runs a change of a component. Where its name is still taken by the one that it replaced, which a run that was interrupted did not
 * delete, this run does: the change waits for that.
 */
export async function whenNameIsFree<T>(
  {
    privateState: { [AWAITS]: holderId },
    client,
    context: { signal },
  }: Pick<ReadRequest<unknown, ProviderClient>, 'privateState' | 'client' | 'context'>,
  change: () => Promise<T>,
): Promise<T> {
  try {
    return await change();
  } catch (error) {
    if (holderId === undefined || !isZenmlError(error, 'conflict')) throw error;
    if (!(await client.run.nameIsFreed(holderId, PATIENCE, signal))) throw error;
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

function notRenamed(name: string, id: string, error: ZenmlError): Diagnostic {
  return warningDiagnostic(
    'Component Not Renamed',
    `The stack component ${id} was created beside the one that it replaces, and could not be given its name "${name}" when that one was ` +
      `gone. ${describeError(error)} The next plan shows the name: apply again.`,
  );
}
