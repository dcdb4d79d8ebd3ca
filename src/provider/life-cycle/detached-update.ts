import { setTimeout as wait } from 'node:timers/promises';
import { errorDiagnostic, type Diagnostic } from '../../framework';
import { ZenmlError, type CallOptions, type Component, type ServiceConnector, type ZenmlClient } from '../../zenml';
import type { Deadline } from './deadline';
import { listed } from '../failures/nearest';

const ATTEMPTS = 3;
const PAUSE_MILLISECONDS = 500;

/** True for the refusal of a change that a server makes only while no component uses the connector. */
export function isRefusedInUse(error: unknown): boolean {
  return error instanceof ZenmlError && error.code === 'forbidden' && (error.detail ?? '').includes('actively used');
}

/** What came of a change: the connector or why it was refused, and the components that could not be attached again. */
export interface DetachedUpdate {
  readonly connector?: ServiceConnector;
  readonly error?: ZenmlError;
  readonly left: readonly Component[];
}

/**
 * Changes a connector that components use. They are detached for the moment of the change and attached again whatever
 * comes of it, so that neither they nor their stacks have to be replaced. That is begun in the time that is left, and goes on beyond
 * it, and beyond the signal, for a minute at most.
 */
export async function updateDetached(
  id: string,
  change: () => Promise<ServiceConnector>,
  { client, deadline }: { readonly client: ZenmlClient; readonly deadline: Deadline },
): Promise<DetachedUpdate> {
  const users = await client.components.list({ connectorId: id }, deadline.options());
  const detached: Component[] = [];
  const result = await caught(async () => {
    for (const user of users) {
      detached.push(user);
      await client.components.update(user.id, { connectorId: null, connectorResourceId: null }, deadline.options());
    }
    return change();
  });
  const left: Component[] = [];
  const options = deadline.amends();
  for (const user of detached) if (!(await attach(user, client, options))) left.push(user);
  return { ...result, left };
}

/** The components that lost their connector, with what to do about it. */
export function leftDetached(left: readonly Component[], connectorId: string): readonly Diagnostic[] {
  if (left.length === 0) return [];
  const names = left.map(({ id, name, connectorResourceId }) => {
    const resource = connectorResourceId === null ? '' : ` for the resource ${connectorResourceId}`;
    return `${name} (${id})${resource}`;
  });
  return [
    errorDiagnostic(
      'Components Left Without Their Connector',
      'To change the connector, the components that use it were detached for a moment, and the server did not let these be attached ' +
        `again: ${listed(names)}. Set their connector to ${connectorId}: apply again for those managed here, and use ` +
        '`zenml ... connect` for others.',
    ),
  ];
}

/** A component must not be left without its connector. */
async function attach(
  { id, connectorId, connectorResourceId }: Component,
  client: ZenmlClient,
  options: () => CallOptions,
): Promise<boolean> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const { error } = await caught(() => client.components.update(id, { connectorId, connectorResourceId }, options()));
    if (error === undefined || error.code === 'not_found') return true;
    if (attempt < ATTEMPTS) await wait(PAUSE_MILLISECONDS);
  }
  return false;
}

async function caught<T>(operation: () => Promise<T>): Promise<{ connector?: T; error?: ZenmlError }> {
  try {
    return { connector: await operation() };
  } catch (error) {
    if (!(error instanceof ZenmlError)) throw error;
    return { error };
  }
}
