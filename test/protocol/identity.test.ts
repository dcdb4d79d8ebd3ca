import {
  errorDiagnostic,
  record,
  stringAttribute,
  UNKNOWN,
  useStateForUnknown,
  type ModelOf,
  type Resource,
} from '../../src/framework';
import type { ResourceIdentityData } from '../../src/protocol/gen/tfplugin6';
import { decodeMsgpack, encodeMsgpack } from '../../src/protocol/values/msgpack';
import { createZenmlProvider } from '../../src/provider';
import { NOTHING, readObject, serveResource, wireObject } from '../support/one-resource';

const computed = { description: 'Made by the server.', computed: true, planModifiers: [useStateForUnknown] };
const attributes = {
  id: stringAttribute(computed),
  name: stringAttribute({ description: 'Name.', required: true }),
};
const schema = { version: 0, description: 'A file.', attributes };
type Model = ModelOf<typeof attributes>;

const TYPE = { typeName: 'example_file' };

/** Makes objects with the id `made`; the name `fail` makes nothing. Knows those whose id begins with `known`. */
function start(identity: readonly string[] | undefined = ['id']) {
  const imported: string[] = [];
  const resource: Resource<Model, string> = {
    ...TYPE,
    schema,
    ...(identity.length > 0 && { identity }),
    create: async ({ planned }) =>
      planned.name === 'fail'
        ? { diagnostics: [errorDiagnostic('Refused', 'Nothing was made.')] }
        : { value: { ...planned, id: 'made' }, diagnostics: [] },
    read: async ({ state }) => ({ value: state.name === 'gone' ? null : state, diagnostics: [] }),
    update: async ({ planned }) => ({ value: planned, diagnostics: [] }),
    delete: async () => [],
    importState: async ({ id }) => {
      imported.push(id);
      return id.startsWith('known') ? { value: { id, name: 'found' }, diagnostics: [] } : { diagnostics: [] };
    },
  };
  return { ...serveResource(resource, ['older/example']), imported };
}

const wire = (values: Parameters<typeof wireObject>[1]) => wireObject(schema, values);
const identityType = ['object', { id: 'string' }] as const;
const identity = (id: string | null) => ({
  identityData: { msgpack: encodeMsgpack(record([['id', id]]), identityType) },
});
const idIn = (data: ResourceIdentityData | undefined) =>
  data?.identityData && decodeMsgpack(data.identityData.msgpack, identityType);
const ID = (id: string) => record([['id', id]]);

test('the schema names the attributes, with their descriptions, as required for an import', async () => {
  const { identitySchemas } = await start().client.getResourceIdentitySchemas({});
  expect(Object.keys(identitySchemas)).toEqual(['example_file']);
  expect(identitySchemas.example_file?.version).toBe(0n);
  expect(identitySchemas.example_file?.identityAttributes).toMatchObject([
    { name: 'id', requiredForImport: true, optionalForImport: false, description: 'Made by the server.' },
  ]);
  expect(Buffer.from(identitySchemas.example_file?.identityAttributes[0]?.type ?? []).toString()).toBe('"string"');
});

test('an identity of what the resource does not have is an error of the provider', async () => {
  const { diagnostics } = await start(['nmae']).client.getResourceIdentitySchemas({});
  expect(diagnostics[0]?.detail).toContain('example_file.nmae of the identity must be a string');
});

test('every resource of the ZenML provider has an identity of texts that it computes', () => {
  for (const { typeName, identity: names = [], schema: own } of createZenmlProvider().resources) {
    const kinds = names
      .map((name) => own.attributes[name])
      .map((one) => ({ type: one?.type, computed: one?.computed }));
    expect({ typeName, kinds }).toEqual({ typeName, kinds: [{ type: 'string', computed: true }] });
  }
});

describe('an identity follows its object', () => {
  test('it is not planned before the object exists, and comes with its create', async () => {
    const { client } = start();
    const config = wire({ name: 'a' });
    const create = { ...TYPE, config, priorState: NOTHING };
    const plan = await client.planResourceChange({
      ...create,
      proposedNewState: config,
      priorIdentity: identity('old'),
    });
    expect(readObject(schema, plan.plannedState)).toMatchObject({ id: UNKNOWN });
    expect(plan.plannedIdentity).toBeUndefined();
    expect(idIn((await client.applyResourceChange({ ...create, ...plan })).newIdentity)).toEqual(ID('made'));
  });

  test('a create that made nothing has none', async () => {
    const planned = wire({ name: 'fail', id: UNKNOWN });
    const failed = await start().client.applyResourceChange({
      ...TYPE,
      config: wire({ name: 'fail' }),
      priorState: NOTHING,
      plannedState: planned,
    });
    expect(failed.diagnostics).toHaveLength(1);
    expect(failed.newIdentity).toBeUndefined();
  });

  test('read gives it to a state that was stored without one, and to one whose provider is not configured', async () => {
    const { client, session } = start();
    const current = { ...TYPE, currentState: wire({ id: 'a', name: 'x' }) };
    expect(idIn((await client.readResource(current)).newIdentity)).toEqual(ID('a'));
    session.client = undefined;
    expect(idIn((await client.readResource(current)).newIdentity)).toEqual(ID('a'));
  });

  test('what is gone has none', async () => {
    const { client } = start();
    const read = await client.readResource({
      ...TYPE,
      currentState: wire({ id: 'a', name: 'gone' }),
      currentIdentity: identity('a'),
    });
    expect(readObject(schema, read.newState)).toBeNull();
    expect(read.newIdentity).toBeUndefined();
    const deleted = await client.applyResourceChange({
      ...TYPE,
      config: NOTHING,
      priorState: wire({ id: 'a', name: 'x' }),
      plannedState: NOTHING,
      plannedIdentity: identity('a'),
    });
    expect(deleted.diagnostics).toEqual([]);
    expect(deleted.newIdentity).toBeUndefined();
  });

  test('update and destroy keep it, in plan and apply', async () => {
    const { client } = start();
    const priorState = wire({ id: 'a', name: 'x' });
    const config = wire({ name: 'y' });
    const change = { ...TYPE, config, priorState, priorIdentity: identity('a') };
    const update = await client.planResourceChange({ ...change, proposedNewState: wire({ id: 'a', name: 'y' }) });
    expect(idIn(update.plannedIdentity)).toEqual(ID('a'));
    expect(idIn((await client.applyResourceChange({ ...change, ...update })).newIdentity)).toEqual(ID('a'));
    const destroy = await client.planResourceChange({ ...change, proposedNewState: NOTHING });
    expect(idIn(destroy.plannedIdentity)).toEqual(ID('a'));
  });

  test('a state that moves here gets it', async () => {
    const moved = await start().client.moveResourceState({
      sourceProviderAddress: 'some.host/older/example',
      sourceTypeName: TYPE.typeName,
      targetTypeName: TYPE.typeName,
      sourceState: { json: Buffer.from('{"id":"a","name":"x"}') },
    });
    expect(idIn(moved.targetIdentity)).toEqual(ID('a'));
  });
});

describe('import by identity', () => {
  test('is import by id', async () => {
    const { client, imported } = start();
    const answer = await client.importResourceState({ ...TYPE, identity: identity('known') });
    expect(answer.diagnostics).toEqual([]);
    expect(readObject(schema, answer.importedResources[0]?.state)).toMatchObject({ id: 'known', name: 'found' });
    expect(idIn(answer.importedResources[0]?.identity)).toEqual(ID('known'));
    const byId = await client.importResourceState({ ...TYPE, id: 'known' });
    expect(byId).toEqual(answer);
    expect(imported).toEqual(['known', 'known']);
  });

  test('several attributes are joined', async () => {
    const { client, imported } = start(['id', 'name']);
    const type = ['object', { id: 'string', name: 'string' }] as const;
    const both = record([
      ['id', 'known'],
      ['name', 'x'],
    ]);
    await client.importResourceState({ ...TYPE, identity: { identityData: { msgpack: encodeMsgpack(both, type) } } });
    expect(imported).toEqual(['known/x']);
  });

  test('says that there is no such object, or that the identity is not whole', async () => {
    const { client } = start();
    const missing = await client.importResourceState({ ...TYPE, identity: identity('nowhere') });
    expect(missing.diagnostics[0]?.detail).toContain('no example_file with the id "nowhere"');
    for (const broken of [{}, identity(null), identity('')]) {
      const { diagnostics } = await client.importResourceState({ ...TYPE, identity: broken });
      expect(diagnostics[0]?.detail).toContain('the identity of example_file lacks id');
    }
    const none = await start([]).client.importResourceState({ ...TYPE, identity: {} });
    expect(none.diagnostics[0]?.detail).toContain('example_file has no identity to be imported by');
  });
});

describe('a stored identity', () => {
  const upgrade = (version: bigint, json: string) =>
    start().client.upgradeResourceIdentity({ ...TYPE, version, rawIdentity: { json: Buffer.from(json) } });

  test('comes back as it is', async () => {
    const { upgradedIdentity, diagnostics } = await upgrade(0n, '{"id":"a"}');
    expect(diagnostics).toEqual([]);
    expect(idIn(upgradedIdentity)).toEqual(ID('a'));
  });

  test.each([
    ['of another version', 1n, '{"id":"a"}', 'schema version 1, and this provider reads version 0'],
    ['that is no JSON', 0n, '{', 'not well-formed JSON'],
    ['of another type', 0n, '{"id":["a"]}', 'id: string expected'],
  ])('%s is refused with the reason', async (_name, version, json, reason) => {
    expect((await upgrade(version, json)).diagnostics[0]?.detail).toContain(reason);
  });
});
