import type { AttributeValue, Diagnostic, PrivateState } from '../../framework';
import { isZenmlError, type CallOptions, type ServiceConnector } from '../../zenml';
import { textOf } from '../attributes/attribute-values';
import type { Deadline } from './deadline';
import { describeError } from '../failures/describe-failure';
import { connectorInUse, retiredConnector, retiredConnectorLeft } from '../failures/in-use';
import type { ProviderClient } from '../server/provider-client';
import { nameForRetired, RETIRED_LABEL } from './name-beside';
import { plannedJudgement } from './plan-deletion';
import { isReplaced } from './replacement';

/**
 * Deletes a connector. Terraform does so before it gives the components another one, and a server refuses while they have it: where
 * they all leave it in this run, or another connector takes its place, it is only renamed, and deleted by the update of the last
 * component that leaves it.
 */
export async function deleteConnector(
  { id, name }: { readonly id: string; readonly name: string },
  privateState: PrivateState,
  { client, deadline }: { readonly client: ProviderClient; readonly deadline: Deadline },
): Promise<readonly Diagnostic[]> {
  try {
    await client.serviceConnectors.delete(id, deadline.options());
    return [];
  } catch (error) {
    if (!isZenmlError(error, 'forbidden')) throw error;
    const users = await usersOf(id, client, deadline.options());
    if (users.length === 0) throw error;
    const { leaving } = plannedJudgement(privateState);
    const foreign = users.filter((user) => !leaving.includes(user.id));
    if (foreign.length > 0 && !isReplaced(privateState)) return [connectorInUse({ id, name }, foreign)];
    const connector = await client.serviceConnectors.get(id, deadline.options());
    if (connector === null) return [];
    const retired = await retire(connector, client, deadline.options());
    return retiredConnector(connector, retired, foreign);
  }
}

/** Deletes the connector that a component had, where that was only kept for it. One that others have stays for them. */
export async function deleteRetiredConnector(
  before: AttributeValue<string>,
  after: AttributeValue<string>,
  { client, deadline }: { readonly client: ProviderClient; readonly deadline: Deadline },
): Promise<readonly Diagnostic[]> {
  const id = textOf(before);
  if (id === undefined || id === textOf(after)) return [];
  const name = client.run.retired.get(id)?.name ?? (await retiredName(id, client, deadline.options()));
  if (name === undefined) return [];
  try {
    await client.serviceConnectors.delete(id, deadline.options());
    return [];
  } catch (error) {
    if (!isZenmlError(error)) throw error;
    return error.code === 'forbidden' ? [] : [retiredConnectorLeft(id, name, describeError(error))];
  }
}

/** A connector that this run retired, and that the failed update of its component did not delete. */
export function leftByFailedUpdate(
  before: AttributeValue<string>,
  after: AttributeValue<string>,
  client: ProviderClient,
): readonly Diagnostic[] {
  const id = textOf(before);
  const retired = id === undefined || id === textOf(after) ? undefined : client.run.retired.get(id);
  if (id === undefined || retired === undefined) return [];
  return [retiredConnectorLeft(id, retired.name, 'The update of the component that had it failed.')];
}

/** The name of a connector that an earlier run retired; undefined for any other, and for one that may not be seen. */
async function retiredName(id: string, client: ProviderClient, options: CallOptions): Promise<string | undefined> {
  try {
    const connector = await client.serviceConnectors.get(id, options);
    return connector !== null && Object.hasOwn(connector.labels, RETIRED_LABEL) ? connector.name : undefined;
  } catch (error) {
    if (isZenmlError(error)) return undefined;
    throw error;
  }
}

/** The components that have a connector. */
export function usersOf(connectorId: string, client: ProviderClient, options: CallOptions) {
  return client.components.list({ connectorId }, options);
}

/** A server resets what is left out of resource types, resource id and expiration; several resource types it keeps. */
async function retire(
  { id, name, labels, resourceTypes, resourceId, expirationSeconds }: ServiceConnector,
  client: ProviderClient,
  options: CallOptions,
): Promise<string> {
  const retired = nameForRetired(name);
  const kept = { resourceId, expirationSeconds, ...(resourceTypes.length === 1 && { resourceTypes }) };
  const changes = { ...kept, name: retired, labels: { ...labels, [RETIRED_LABEL]: name } };
  await client.serviceConnectors.update(id, changes, options);
  client.run.retired.set(id, { name: retired, connectorId: null });
  return retired;
}
