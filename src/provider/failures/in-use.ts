import { errorDiagnostic, type Diagnostic } from '../../framework';
import type { ZenmlClient } from '../../zenml';
import { listed } from './nearest';

/** Why a component cannot be deleted: the stacks it belongs to. Undefined where it belongs to none. */
export async function componentInUse(
  id: string,
  name: string,
  client: ZenmlClient,
): Promise<readonly Diagnostic[] | undefined> {
  const stacks = await client.stacks.list();
  const users = stacks.filter(({ components }) =>
    Object.values(components).some((ofType) => ofType.some((component) => component.id === id)),
  );
  if (users.length === 0) return undefined;
  return [
    errorDiagnostic(
      'Component Still in Use',
      `The stack component "${name}" (${id}) cannot be deleted: it belongs to ${named('stack', users)}. ` +
        `Take it out of ${users.length === 1 ? 'that stack' : 'those stacks'} or delete ${users.length === 1 ? 'it' : 'them'} ` +
        'first, then apply again. Nothing was changed.',
    ),
  ];
}

/** Why a connector cannot be deleted: the components that use it. Undefined where none does. */
export async function connectorInUse(
  id: string,
  name: string,
  client: ZenmlClient,
): Promise<readonly Diagnostic[] | undefined> {
  const components = await client.components.list();
  const users = components.filter(({ connectorId }) => connectorId === id);
  if (users.length === 0) return undefined;
  return [
    errorDiagnostic(
      'Service Connector Still in Use',
      `The service connector "${name}" (${id}) cannot be deleted: it is used by ${named('stack component', users)}. ` +
        'Give those components another connector or delete them first, then apply again. Nothing was changed.',
    ),
  ];
}

/** Why a flavor cannot be deleted: the components that have it. Undefined where none does. */
export async function flavorInUse(
  name: string,
  type: string,
  client: ZenmlClient,
): Promise<readonly Diagnostic[] | undefined> {
  // A server counts the components of every type that have a flavor of this name.
  const users = await client.components.list({ flavor: name });
  if (users.length === 0) return undefined;
  return [
    errorDiagnostic(
      'Flavor Still in Use',
      `The flavor "${name}" of the type ${type} cannot be deleted: the server holds on to a flavor while components of any type have one ` +
        `of its name, which ${users.length === 1 ? 'does' : 'do'} ${named('stack component', users)}. Delete those components first, then ` +
        'apply again. Nothing was changed.',
    ),
  ];
}

function named(kind: string, objects: readonly { readonly id: string; readonly name: string }[]): string {
  const names = listed(objects.map(({ id, name }) => `"${name}" (${id})`));
  return `the ${kind}${objects.length === 1 ? '' : 's'} ${names}`;
}
