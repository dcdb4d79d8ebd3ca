import { setTimeout } from 'node:timers/promises';
import type { ProviderClient } from '../support/provider-client';
import { encodeMsgpack } from '../../src/protocol/values/msgpack';
import { record, type Type, type Value } from '../../src/framework';

/** A server that refuses every connection at once. */
const SERVER: Readonly<Record<string, Value>> = { server_url: 'http://127.0.0.1:1', api_key: 'warm-up' };
/** Nobody waits longer for an answer whose only use is that its code has run; milliseconds. */
const PATIENCE = 1000;

/** Has the provider run the code that plans and applies run, without any server. */
export async function warmUp(provider: ProviderClient): Promise<void> {
  await provider.getMetadata({});
  const schema = await provider.getProviderSchema({});
  const config = dynamicObject(typesOf(schema.provider?.block?.attributes), SERVER);
  await provider.validateProviderConfig({ config });
  await provider.configureProvider({ config, terraformVersion: '1.11.0' });
  for (const [typeName, { block }] of Object.entries(schema.resourceSchemas)) {
    const types = typesOf(block?.attributes);
    const state = dynamicObject(types, { id: '00000000-0000-4000-8000-000000000000' });
    await provider.upgradeResourceState({ typeName, version: 0n, rawState: { json: Buffer.from('{}') } });
    await provider.validateResourceConfig({ typeName, config: state });
    await patiently(provider.readResource({ typeName, currentState: state }));
    await patiently(
      provider.planResourceChange({ typeName, priorState: state, proposedNewState: state, config: state }),
    );
  }
  await provider.stopProvider({});
}

async function patiently(call: Promise<unknown>): Promise<void> {
  await Promise.race([call, setTimeout(PATIENCE)]);
}

function typesOf(attributes: readonly { name: string; type: Uint8Array }[] = []): Readonly<Record<string, Type>> {
  return record(
    attributes.map(
      ({ name, type }) =>
        [name, type.length === 0 ? 'string' : (JSON.parse(Buffer.from(type).toString()) as Type)] as const,
    ),
  );
}

function dynamicObject(types: Readonly<Record<string, Type>>, values: Readonly<Record<string, Value>>) {
  const known = Object.entries(values).filter(([name]) => Object.hasOwn(types, name));
  return { msgpack: encodeMsgpack(record(known), ['object', types]) };
}
