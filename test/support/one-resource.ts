import { objectType, record, type Resource, type Schema, type Value, type ValueRecord } from '../../src/framework';
import { Session } from '../../src/protocol';
import { decodeMsgpack, encodeMsgpack } from '../../src/protocol/values/msgpack';
import type { ProviderClient } from '../../scripts/support/provider-client';
import { sessionClient } from './session-client';

/** A value that is not there, as the wire has it. */
export const NOTHING = { msgpack: Uint8Array.of(0xc0) };

/** A provider with one resource and a client ready, called through the wire's own bytes. */
export function serveResource<M extends ValueRecord>(
  resource: Resource<M, string>,
  movableFrom: readonly string[] = [],
): { readonly client: ProviderClient; readonly session: Session<string> } {
  const session = new Session<string>(
    {
      schema: { version: 0, description: '', attributes: {} },
      movableFrom,
      resources: [resource],
      dataSources: [],
      configure: async () => ({ value: 'client', diagnostics: [] }),
    },
    () => undefined,
  );
  session.client = 'client';
  return { client: sessionClient(session), session };
}

/** An object of a schema on the wire; what is left out is null. */
export function wireObject({ attributes }: Schema, values: Readonly<Record<string, Value>>) {
  const whole = record(Object.keys(attributes).map((name): [string, Value] => [name, values[name] ?? null]));
  return { msgpack: encodeMsgpack(whole, objectType(attributes)) };
}

/** An object of a schema from the wire. */
export function readObject({ attributes }: Schema, value: { readonly msgpack: Uint8Array } | undefined) {
  if (!value) throw new Error('no value came back');
  return decodeMsgpack(value.msgpack, objectType(attributes)) as ValueRecord | null;
}
