import { errorDiagnostic, warningDiagnostic, type Diagnostic } from '../../framework';
import type { CallOptions, Component, ServiceConnector, Stack, ZenmlClient } from '../../zenml';
import { listed } from './nearest';

/** Why a component cannot be deleted: stacks that it belongs to could not be changed. */
export function componentInUse(
  { id, name }: Component,
  holders: readonly Stack[],
  changed: readonly Stack[],
): Diagnostic {
  const done = changed.length === 0 ? 'Nothing was changed.' : `It was taken out of ${named('stack', changed)}.`;
  return errorDiagnostic(
    'Component Still in Use',
    `The stack component "${name}" (${id}) cannot be deleted: it belongs to ${named('stack', holders)}, which the server did not let ` +
      `be changed. Take it out there or delete ${holders.length === 1 ? 'that stack' : 'those stacks'} first, then apply again. ${done}`,
  );
}

/** Why a component cannot be deleted: stacks need it, and nothing of this run gives them another one as far as it is known. */
export function componentNeeded({ id, name, type }: Component, holders: readonly Stack[]): Diagnostic {
  const isOne = holders.length === 1;
  return errorDiagnostic(
    'Component Still in Use',
    `The stack component "${name}" (${id}) cannot be deleted: ${named('stack', holders)} ${isOne ? 'needs' : 'need'} ${anyOf(type)}, and this run ` +
      `gives ${isOne ? 'it' : 'them'} no other. Give ${isOne ? 'that stack' : 'those stacks'} another one or delete ${isOne ? 'it' : 'them'} first, then ` +
      'apply again. Nothing was changed.',
  );
}

/** Stacks that lost a component with its deletion, and that this run does not change itself as far as it is known. */
export function stacksWithoutComponent({ name, type }: Component, stacks: readonly Stack[]): readonly Diagnostic[] {
  if (stacks.length === 0) return [];
  return [
    warningDiagnostic(
      'Component Taken Out of Stacks',
      `The stack component "${name}" was taken out of ${named('stack', stacks)} to be deleted. Where this run changes ` +
        `${stacks.length === 1 ? 'the stack' : 'such a stack'} itself, nothing is left to do. Otherwise pipelines on it run without this ${type} from ` +
        'now on: give it another one. Where it is managed elsewhere, the next plan there shows the change.',
    ),
  ];
}

/** A component that was only renamed, for stacks that cannot do without it and that this run does not change as far as it is known. */
export function retiredComponent(
  { id, name, type }: Component,
  retiredName: string,
  stacks: readonly Stack[],
): readonly Diagnostic[] {
  if (stacks.length === 0) return [];
  return [
    warningDiagnostic(
      'Component Retired Instead of Deleted',
      `The stack component "${name}" (${id}) was renamed to "${retiredName}" and not deleted yet: ${named('stack', stacks)} cannot do ` +
        `without ${anyOf(type)}, and goes on with it. The update of a managed stack that puts another one in its place ` +
        'deletes it, in this run or a later one. Where no such update comes, give the stack another one and delete ' +
        `"${retiredName}" yourself.`,
    ),
  ];
}

/** Why a connector cannot be deleted: the components that use it and that this run does not change as far as it is known. */
export function connectorInUse(
  { id, name }: Pick<ServiceConnector, 'id' | 'name'>,
  users: readonly Component[],
): Diagnostic {
  return errorDiagnostic(
    'Service Connector Still in Use',
    `The service connector "${name}" (${id}) cannot be deleted: it is used by ${named('stack component', users)}. ` +
      'Give those components another connector or delete them first, then apply again. Nothing was changed.',
  );
}

/** A connector that was only renamed, for components that this run does not give another one as far as it is known. */
export function retiredConnector(
  { id, name }: ServiceConnector,
  retiredName: string,
  users: readonly Component[],
): readonly Diagnostic[] {
  if (users.length === 0) return [];
  return [
    warningDiagnostic(
      'Service Connector Retired Instead of Deleted',
      `The service connector "${name}" (${id}) was renamed to "${retiredName}" and not deleted yet: ${named('stack component', users)} ` +
        'use it, and go on with it. The update of the last managed component that leaves it deletes it, in this run or a later one. Where no ' +
        `such update comes, give the components another connector and delete "${retiredName}" yourself.`,
    ),
  ];
}

/** A connector that was renamed and that nothing of this run deletes any more. */
export function retiredConnectorLeft(id: string, name: string, reason: string): Diagnostic {
  return warningDiagnostic(
    'Retired Service Connector Not Deleted',
    `The service connector "${name}" (${id}), which gave way to another one or to none, is still on the server. ${reason} The next update of a ` +
      'component that has it deletes it; where none has it any more, delete it yourself.',
  );
}

/** Why a flavor cannot be deleted: the components that have it. Undefined where none does. */
export async function flavorInUse(
  name: string,
  type: string,
  client: ZenmlClient,
  options: CallOptions,
): Promise<readonly Diagnostic[] | undefined> {
  const users = await client.components.list({ flavor: name }, options);
  if (users.length === 0) return undefined;
  return [
    errorDiagnostic(
      'Flavor Still in Use',
      `The flavor "${name}" of the type ${type} cannot be deleted: it is used by ${named('stack component', users)}. A server counts the ` +
        'components of every type whose flavor has this name. Delete them first, then apply again; where the flavor is replaced, ' +
        '`create_before_destroy` in its `lifecycle` lets them go over to the new one first. Nothing was changed.',
    ),
  ];
}

/** `an orchestrator` */
function anyOf(type: string): string {
  return `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`;
}

function named(kind: string, objects: readonly { readonly id: string; readonly name: string }[]): string {
  const names = listed(objects.map(({ id, name }) => `"${name}" (${id})`));
  return `the ${kind}${objects.length === 1 ? '' : 's'} ${names}`;
}
