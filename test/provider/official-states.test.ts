import { isRecord, type Attributes, type Value, type ValueRecord } from '../../src/framework';
import { Session } from '../../src/protocol';
import { createZenmlProvider } from '../../src/provider';
import { readObject } from '../support/one-resource';
import { sessionClient } from '../support/session-client';
import official from './official-provider-schema.json';

type Json = string | boolean | null | { readonly [key: string]: Json };
type OfficialType = string | readonly unknown[] | { readonly nested: { readonly attributes: OfficialAttributes } };
type OfficialAttributes = Readonly<Record<string, readonly [OfficialType, ...string[]]>>;

const provider = createZenmlProvider();
const RESOURCES = Object.entries(official.resources).map(([typeName, theirs]) => {
  const resource = provider.resources.find((one) => one.typeName === typeName);
  if (!resource) throw new Error(`there is no ${typeName}`);
  return { typeName, schema: resource.schema, theirs: attributesOf(theirs) };
});

function attributesOf(attributes: Readonly<Record<string, unknown>>): OfficialAttributes {
  return attributes as OfficialAttributes;
}

function jsonOf(type: OfficialType, name: string): Json {
  if (type === 'bool') return true;
  if (typeof type === 'string') return `some ${name}`;
  return 'nested' in type ? wholeOf(type.nested.attributes) : { key: `a value of ${name}`, __proto__key: 'b' };
}

function wholeOf(attributes: OfficialAttributes): { readonly [key: string]: Json } {
  return Object.fromEntries(Object.entries(attributes).map(([name, [type]]) => [name, jsonOf(type, name)]));
}

/** What the official provider stores where nothing optional was given: every attribute is there, and null. */
function sparseOf(attributes: OfficialAttributes): { readonly [key: string]: Json } {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, [type, ...flags]]) => [
      name,
      flags.includes('optional') ? null : jsonOf(type, name),
    ]),
  );
}

async function upgraded(typeName: string, state: unknown): Promise<ValueRecord> {
  const resource = RESOURCES.find((one) => one.typeName === typeName);
  const client = sessionClient(new Session(provider, () => undefined));
  const json = Buffer.from(JSON.stringify(state));
  const { upgradedState, diagnostics } = await client.upgradeResourceState({
    typeName,
    version: 0n,
    rawState: { json },
  });
  expect(diagnostics).toEqual([]);
  const moved = await client.moveResourceState({
    sourceProviderAddress: 'some.host/zenml-io/zenml',
    sourceTypeName: typeName,
    targetTypeName: typeName,
    sourceState: { json },
    sourcePrivate: Buffer.from('{"schema_version":"0"}'),
  });
  expect(moved.diagnostics).toEqual([]);
  expect(moved.targetPrivate).toHaveLength(0);
  expect(moved.targetIdentity).toBeDefined();
  const value = resource && readObject(resource.schema, upgradedState);
  if (!value) throw new Error('no state came back');
  expect(readObject(resource.schema, moved.targetState)).toEqual(value);
  return value;
}

/** Every attribute of ours: as the state had it where it had it, null elsewhere, in nested attributes too. */
function expectTakenOver(attributes: Attributes, value: Value, state: { readonly [key: string]: Json }): void {
  if (!isRecord(value)) throw new Error('an object was expected');
  expect(Object.keys(value).sort()).toEqual(Object.keys(attributes).sort());
  for (const [name, { nested }] of Object.entries(attributes)) {
    const [ours, theirs = null] = [value[name] ?? null, state[name]];
    if (nested && typeof theirs === 'object' && theirs !== null) expectTakenOver(nested.attributes, ours, theirs);
    else expect([name, JSON.stringify(ours)]).toEqual([name, JSON.stringify(theirs)]);
  }
}

describe.each(RESOURCES)('a state of $typeName that the official provider wrote is taken over', (resource) => {
  const { typeName, schema, theirs } = resource;
  const whole = wholeOf(theirs);

  test('with every attribute', async () => {
    expectTakenOver(schema.attributes, await upgraded(typeName, whole), whole);
  });

  test('with nothing optional', async () => {
    expectTakenOver(schema.attributes, await upgraded(typeName, sparseOf(theirs)), sparseOf(theirs));
  });

  test('with attributes missing that an older version did not have', async () => {
    const [missing] = Object.keys(theirs).filter((name) => theirs[name]?.includes('optional'));
    const older = Object.fromEntries(Object.entries(whole).filter(([name]) => name !== missing || name === 'id'));
    expectTakenOver(schema.attributes, await upgraded(typeName, older), older);
  });

  test('with attributes that this provider does not have', async () => {
    const newer = { ...whole, workspace: 'default', history: [{ user: { roles: ['admin'] } }, null, 1e30] };
    expectTakenOver(schema.attributes, await upgraded(typeName, newer), whole);
  });
});

test('the time limits of a connector keep what they say, and what they lack is null', async () => {
  const [connector] = RESOURCES.filter(({ typeName }) => typeName === 'zenml_service_connector');
  if (!connector) throw new Error('there is no connector');
  const state = { ...wholeOf(connector.theirs), timeouts: { create: '7m' } };
  const { timeouts } = await upgraded(connector.typeName, state);
  expect(JSON.parse(JSON.stringify(timeouts))).toEqual({ create: '7m', update: null, delete: null });
});
