import {
  mapAttribute,
  record,
  singleNestedAttribute,
  stringAttribute,
  UNKNOWN,
  type ModelOf,
  type Resource,
  type Value,
  type ValueRecord,
} from '../../src/framework';
import { NOTHING, readObject, serveResource, wireObject } from '../support/one-resource';

const attributes = {
  id: stringAttribute({ description: 'Id.', computed: true }),
  values: mapAttribute('string', { description: 'Values.', optional: true, sensitive: true }),
  values_wo: mapAttribute('string', { description: 'Values, never stored.', optional: true, writeOnly: true }),
  pin: stringAttribute({ description: 'Pin.', optional: true, writeOnly: true }),
  login: singleNestedAttribute(
    {
      user: stringAttribute({ description: 'User.', optional: true }),
      password: stringAttribute({ description: 'Password.', optional: true, writeOnly: true }),
    },
    { description: 'Login.', optional: true },
  ),
};
const schema = { version: 0, description: 'Keeps secrets.', attributes };
type Model = ModelOf<typeof attributes>;

const SECRET = 'hunter2';
const TYPE = { typeName: 'example_safe' };
const WITH_SECRETS = {
  id: 'a',
  values_wo: record([['key', SECRET]]),
  pin: SECRET,
  login: record<Value>([
    ['user', 'me'],
    ['password', SECRET],
  ]),
};
const WITHOUT = {
  ...{ id: 'a', values: null, values_wo: null, pin: null },
  login: record<Value>([
    ['user', 'me'],
    ['password', null],
  ]),
};

/** Careless: it returns every secret that it is given or finds. */
function careless(seen: ValueRecord[] = []) {
  const found = WITH_SECRETS as Model;
  const resource: Resource<Model, string> = {
    ...TYPE,
    schema,
    modifyPlan: async ({ config, planned }) => ({ planned: planned && { ...config, id: planned.id }, diagnostics: [] }),
    create: async ({ config }) => {
      seen.push(config);
      return { value: { ...config, id: 'a' }, diagnostics: [] };
    },
    read: async ({ state }) => {
      seen.push(state);
      return { value: found, diagnostics: [] };
    },
    update: async ({ config }) => {
      seen.push(config);
      return { value: { ...config, id: 'a' }, diagnostics: [] };
    },
    delete: async () => [],
    importState: async () => ({ value: found, diagnostics: [] }),
  };
  return serveResource(resource, ['older/example']);
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const CONFIG = wireObject(schema, { ...WITH_SECRETS, id: null });

describe('with a Terraform that knows write-only attributes', () => {
  const clientCapabilities = { writeOnlyAttributesAllowed: true };

  test('they are valid, and unknown while ephemeral values are', async () => {
    const { client } = careless();
    const unknown = wireObject(schema, { values_wo: UNKNOWN, pin: UNKNOWN });
    for (const config of [CONFIG, unknown]) {
      expect((await client.validateResourceConfig({ ...TYPE, config, clientCapabilities })).diagnostics).toEqual([]);
    }
  });

  test('the plan of a careless resource has none of their values, known or unknown', async () => {
    const { client } = careless();
    for (const config of [CONFIG, wireObject(schema, { pin: UNKNOWN, values_wo: UNKNOWN })]) {
      const plan = await client.planResourceChange({ ...TYPE, config, priorState: NOTHING, proposedNewState: config });
      expect(plan.diagnostics).toEqual([]);
      expect(readObject(schema, plan.plannedState)).toMatchObject({ id: UNKNOWN, values_wo: null, pin: null });
      expect(Buffer.from(plan.plannedState?.msgpack ?? []).includes(SECRET)).toBe(false);
    }
  });

  test('create and update are given them by the configuration, and their states have none', async () => {
    const seen: ValueRecord[] = [];
    const { client } = careless(seen);
    const plannedState = wireObject(schema, WITHOUT);
    for (const priorState of [NOTHING, plannedState]) {
      const applied = await client.applyResourceChange({ ...TYPE, config: CONFIG, priorState, plannedState });
      expect(applied.diagnostics).toEqual([]);
      expect(plain(readObject(schema, applied.newState))).toEqual(WITHOUT);
    }
    expect(plain(seen.map(({ pin, values_wo }) => ({ pin, values_wo })))).toEqual(
      Array(2).fill({ pin: SECRET, values_wo: { key: SECRET } }),
    );
  });

  test('read and import return none', async () => {
    const { client } = careless();
    const read = await client.readResource({ ...TYPE, currentState: wireObject(schema, WITHOUT) });
    expect(plain(readObject(schema, read.newState))).toEqual(WITHOUT);
    const { importedResources } = await client.importResourceState({ ...TYPE, id: 'a' });
    expect(importedResources.map(({ state }) => plain(readObject(schema, state)))).toEqual([WITHOUT]);
  });
});

describe('a state from a time when the attribute was stored', () => {
  const json = Buffer.from(JSON.stringify(WITH_SECRETS));

  test('loses the values when it is read, upgraded, moved, or kept without a client', async () => {
    const seen: ValueRecord[] = [];
    const { client, session } = careless(seen);
    await client.readResource({ ...TYPE, currentState: wireObject(schema, WITH_SECRETS) });
    expect(plain(seen)).toEqual([WITHOUT]);
    const upgraded = await client.upgradeResourceState({ ...TYPE, version: 0n, rawState: { json } });
    expect(plain(readObject(schema, upgraded.upgradedState))).toEqual(WITHOUT);
    const moved = await client.moveResourceState({
      sourceProviderAddress: 'some.host/older/example',
      sourceTypeName: TYPE.typeName,
      targetTypeName: TYPE.typeName,
      sourceState: { json },
    });
    expect(plain(readObject(schema, moved.targetState))).toEqual(WITHOUT);
    session.client = undefined;
    const kept = await client.readResource({ ...TYPE, currentState: wireObject(schema, WITH_SECRETS) });
    expect(plain(readObject(schema, kept.newState))).toEqual(WITHOUT);
  });
});

describe.each([
  ['says that it does not', { writeOnlyAttributesAllowed: false }],
  ['says nothing', undefined],
])('with a Terraform that %s know write-only attributes', (_name, clientCapabilities) => {
  const validate = async (values: Readonly<Record<string, Value>>) => {
    const { diagnostics } = await careless().client.validateResourceConfig({
      ...TYPE,
      config: wireObject(schema, values),
      ...(clientCapabilities && { clientCapabilities }),
    });
    return diagnostics.map(({ summary, detail, attribute }) => ({
      summary,
      detail,
      path: attribute?.steps.map(({ selector }) => selector?.value).join('.'),
    }));
  };

  test('each of them is refused at its path, with what to do instead and without its value', async () => {
    const said = await validate(WITH_SECRETS);
    expect(said.map(({ path }) => path)).toEqual(['values_wo', 'pin', 'login.password']);
    expect(new Set(said.map(({ summary }) => summary))).toEqual(new Set(['Write-only Attribute Not Supported']));
    expect(said[0]?.detail).toContain('Use Terraform 1.11 or newer, or `values` instead');
    expect(said[1]?.detail).toContain('Use Terraform 1.11 or newer, or leave it out.');
    expect(said[2]?.detail).toContain('`login.password` is write-only');
    expect(JSON.stringify(said)).not.toContain(SECRET);
  });

  test('an unknown value is refused too', async () => {
    expect((await validate({ pin: UNKNOWN })).map(({ path }) => path)).toEqual(['pin']);
  });

  test('a configuration without them is valid', async () => {
    expect(await validate({ values: record([['key', 'value']]), login: record([['user', 'me']]) })).toEqual([]);
  });
});
