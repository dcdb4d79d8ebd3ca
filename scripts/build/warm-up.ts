import { setTimeout } from 'node:timers/promises';
import type { ProviderClient } from '../support/provider-client';
import { attributeTypes, dynamicObject } from '../support/dynamic-object';
import type { Value } from '../../src/framework';

/** A server that refuses every connection at once. */
const SERVER: Readonly<Record<string, Value>> = {
  server_url: 'http://127.0.0.1:1',
  api_key: 'warm-up',
  max_retries: 0,
};
/** Nobody waits longer for an answer whose only use is that its code has run; milliseconds. */
const PATIENCE = 1000;

/** Has the provider run the code that plans and applies run, without any server. */
export async function warmUp(provider: ProviderClient): Promise<void> {
  await provider.getMetadata({});
  const schema = await provider.getProviderSchema({});
  const config = dynamicObject(attributeTypes(schema.provider), SERVER);
  await provider.validateProviderConfig({ config });
  await provider.configureProvider({ config, terraformVersion: '1.11.0' });
  for (const [typeName, resourceSchema] of Object.entries(schema.resourceSchemas)) {
    const types = attributeTypes(resourceSchema);
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
