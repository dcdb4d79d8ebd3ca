import { warningDiagnostic, type Diagnostic, type PrivateState } from '../../framework';
import { isZenmlError, type CallOptions, type Component, type Stack, type ZenmlError } from '../../zenml';
import type { Deadline } from './deadline';
import { describeError } from '../failures/describe-failure';
import type { ProviderClient } from '../server/provider-client';
import { deleteRetiredConnector } from './delete-connector';
import { nameForRetired, RETIRED_LABEL } from './name-beside';
import { rememberedIds, rememberIds } from './remembered-ids';

const RETIRED_NAME = /-retired-[0-9a-f]{8}$/;
/** The key of a stack's private state that remembers which of its components were retired. */
const REMEMBERED = 'retired';

/** Renames a component out of the way. It stays in its stacks until these have another one of its type. */
export async function retireComponent(
  { id, name, labels, connectorId, connectorResourceId }: Component,
  client: ProviderClient,
  options: CallOptions,
): Promise<string> {
  // A server detaches the connector unless it is sent along.
  const connector = { connectorId, connectorResourceId };
  const retired = nameForRetired(name);
  await client.components.update(
    id,
    { name: retired, labels: { ...labels, [RETIRED_LABEL]: name }, ...connector },
    options,
  );
  client.run.retired.set(id, { name: retired, connectorId });
  return retired;
}

/** The private state of a stack, with which of its components look retired. */
export function rememberRetired(privateState: PrivateState, { components }: Stack): PrivateState {
  const retired = Object.values(components)
    .flat()
    .filter(({ name }) => RETIRED_NAME.test(name))
    .map(({ id }) => id);
  return rememberIds(privateState, REMEMBERED, retired);
}

/** Deletes those of the components, which a stack does not hold any more, that are retired. One that another stack holds stays. */
export async function deleteRetired(
  ids: readonly string[],
  privateState: PrivateState,
  { client, deadline }: { readonly client: ProviderClient; readonly deadline: Deadline },
): Promise<readonly Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  const remembered = rememberedIds(privateState, REMEMBERED);
  for (const id of ids) {
    if (!client.run.retired.has(id) && !remembered.includes(id)) continue;
    try {
      const retired = client.run.retired.get(id) ?? (await retiredComponentOf(id, client, deadline.options()));
      if (retired) {
        await client.components.delete(id, deadline.options());
        diagnostics.push(...(await deleteRetiredConnector(retired.connectorId, null, { client, deadline })));
      }
    } catch (error) {
      if (!isZenmlError(error)) throw error;
      // The update of the stack that still holds it is what deletes it.
      if (error.code !== 'forbidden') diagnostics.push(notDeleted(id, error));
    }
  }
  return diagnostics;
}

/** Somebody else may have given a component such a name; the label is what says that it was this provider. */
async function retiredComponentOf(id: string, client: ProviderClient, options: CallOptions) {
  const component = await client.components.get(id, options);
  return component !== null && Object.hasOwn(component.labels, RETIRED_LABEL) ? component : undefined;
}

function notDeleted(id: string, error: ZenmlError): Diagnostic {
  return warningDiagnostic(
    'Retired Component Not Deleted',
    `The stack component ${id} was replaced in its last stack and could not be deleted. ${describeError(error)} Delete it yourself.`,
  );
}
