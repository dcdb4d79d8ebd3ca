import { objectType, record, UNKNOWN, type Schema, type Value } from '../../src/framework';
import { servedRpcs, Session } from '../../src/protocol';
import { encodeMsgpack } from '../../src/protocol/values/msgpack';
import { providerClient } from '../../scripts/support/provider-client';
import { createExampleProvider } from './example-provider';
import { NOTHING, wireObject } from './one-resource';

/** The bytes of a well-formed request, and the RPC that it is for. */
export interface RecordedRequest {
  readonly path: string;
  readonly request: Uint8Array;
}

/** What Terraform sends to the example provider in a life of its resources: at least one request for every RPC that is served. */
export async function recordRequests(): Promise<readonly RecordedRequest[]> {
  const recorded: RecordedRequest[] = [];
  const provider = createExampleProvider();
  const rpcs = servedRpcs(new Session(provider, () => undefined));
  const client = providerClient(async (path, request) => {
    recorded.push({ path, request });
    return (await rpcs.get(path)?.(request)) ?? new Uint8Array();
  });
  const [thing, note] = provider.resources.map(({ typeName, schema }) => ({ typeName, schema }));
  const [lookup] = provider.dataSources;
  if (!thing || !note || !lookup) throw new Error('the example provider has two resources and a data source');

  await client.getMetadata({});
  await client.getProviderSchema({});
  await client.getFunctions({});
  await client.getResourceIdentitySchemas({});
  await client.validateProviderConfig({ config: wireObject(provider.schema, {}) });
  await client.configureProvider({ config: wireObject(provider.schema, {}), terraformVersion: '1.11.4' });
  for (const { typeName, schema, values } of [
    { ...thing, values: THING },
    { ...note, values: { text: 'one', secret: 'hunter2' } },
  ]) {
    const type = { typeName };
    const config = wireObject(schema, values);
    const clientCapabilities = { writeOnlyAttributesAllowed: true };
    await client.validateResourceConfig({ ...type, config, clientCapabilities });
    const proposedNewState = wireObject(schema, { ...values, ...computed(schema) });
    const create = { ...type, config, priorState: NOTHING, clientCapabilities };
    const plan = await client.planResourceChange({ ...create, proposedNewState, priorPrivate: Buffer.from('{}') });
    const made = await client.applyResourceChange({ ...create, ...plan });
    const currentState = made.newState;
    const identity = made.newIdentity;
    await client.readResource({ ...type, currentState, private: made.private, currentIdentity: identity });
    const change = { ...type, config, priorState: currentState, priorIdentity: identity };
    const update = await client.planResourceChange({ ...change, proposedNewState: currentState });
    await client.applyResourceChange({ ...change, ...update });
    const rawState = { json: Buffer.from('{"id":"a","text":"b","labels":{"__proto__":"c"},"weight":0.1}') };
    await client.upgradeResourceState({ ...type, version: 0n, rawState });
    await client.upgradeResourceIdentity({ ...type, version: 0n, rawIdentity: { json: Buffer.from('{"id":"a"}') } });
    await client.moveResourceState({
      sourceProviderAddress: 'some.host/older/example',
      sourceTypeName: typeName,
      targetTypeName: typeName,
      sourceState: rawState,
    });
    await client.importResourceState({ ...type, id: 'a' });
    await client.importResourceState({ ...type, identity });
    const destroy = await client.planResourceChange({ ...change, proposedNewState: NOTHING });
    await client.applyResourceChange({ ...change, ...destroy });
  }
  const id = { msgpack: encodeMsgpack(record([['id', 'a']]), objectType(lookup.schema.attributes)) };
  await client.validateDataResourceConfig({ typeName: lookup.typeName, config: id });
  await client.readDataSource({ typeName: lookup.typeName, config: id });
  await client.stopProvider({});
  return recorded;
}

const THING: Readonly<Record<string, Value>> = {
  name: 'x',
  weight: 2n ** 70n,
  labels: record([['__proto__', 'a']]),
  ports: [80, UNKNOWN],
  limits: record<Value>([
    ['cpu', 1],
    ['memory', null],
  ]),
  steps: [
    record<Value>([
      ['title', 'first'],
      ['done', UNKNOWN],
    ]),
  ],
  token: 'hunter2',
};

function computed({ attributes }: Schema): Readonly<Record<string, Value>> {
  const names = Object.keys(attributes).filter((name) => attributes[name]?.computed === true);
  return Object.fromEntries(names.map((name) => [name, UNKNOWN]));
}
