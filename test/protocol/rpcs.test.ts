import { record, UNKNOWN, type Schema, type Value, type ValueRecord } from '../../src/framework';
import { declinedRpcs, servedRpcs, Session } from '../../src/protocol';
import { Diagnostic_Severity, Schema_Object_NestingMode } from '../../src/protocol/gen/tfplugin6';
import { encodeMsgpack } from '../../src/protocol/values/msgpack';
import { createExampleProvider } from '../support/example-provider';
import { NOTHING, readObject, wireObject } from '../support/one-resource';
import { RPC_PATHS, sessionClient } from '../support/session-client';

const provider = createExampleProvider();
const schemaOf = (typeName: string): Schema => {
  const resource = provider.resources.find((one) => one.typeName === typeName);
  if (!resource) throw new Error(`no resource ${typeName}`);
  return resource.schema;
};

const THING = schemaOf('example_thing');
const NOTE = schemaOf('example_note');
function idOf(value: ValueRecord | null): string {
  if (typeof value?.id !== 'string') throw new Error('there is no id');
  return value.id;
}

function start() {
  const logged: string[] = [];
  const session = new Session(createExampleProvider(), (level, message, fields) => {
    logged.push(JSON.stringify({ level, message, ...fields }));
  });
  return { session, client: sessionClient(session), logged };
}

async function startConfigured() {
  const started = start();
  await started.client.configureProvider({ config: wireObject(provider.schema, {}), terraformVersion: '1.11.4' });
  return started;
}

async function createNote(client: ReturnType<typeof start>['client'], text: string, secret: string | null = null) {
  const planned = wireObject(NOTE, { text, secret, id: UNKNOWN });
  return client.applyResourceChange({
    typeName: 'example_note',
    priorState: NOTHING,
    plannedState: planned,
    config: wireObject(NOTE, { text, secret }),
  });
}

test('every RPC of the protocol is either answered or declined with a reason', () => {
  const { session } = start();
  const answered = [...servedRpcs(session).keys()];
  const declined = [...declinedRpcs().keys()];
  expect([...answered, ...declined].sort()).toEqual([...RPC_PATHS].sort());
  expect([...declinedRpcs().values()].every((reason) => reason.length > 20)).toBe(true);
});

describe('schemas', () => {
  test('GetProviderSchema describes every attribute', async () => {
    const { client } = start();
    const schema = await client.getProviderSchema({});
    expect(schema.serverCapabilities).toMatchObject({
      planDestroy: true,
      getProviderSchemaOptional: true,
      moveResourceState: true,
    });
    expect(Object.keys(schema.resourceSchemas)).toEqual(['example_thing', 'example_note']);
    expect(Object.keys(schema.dataSourceSchemas)).toEqual(['example_thing']);
    const attributes = new Map(schema.resourceSchemas.example_thing?.block?.attributes.map((one) => [one.name, one]));
    expect(attributes.get('token')).toMatchObject({ optional: true, sensitive: true, writeOnly: true });
    expect(Buffer.from(attributes.get('members')?.type ?? []).toString()).toBe('["map",["list","string"]]');
    expect(attributes.get('limits')?.type).toHaveLength(0);
    expect(attributes.get('limits')?.nestedType?.nesting).toBe(Schema_Object_NestingMode.SINGLE);
    expect(attributes.get('steps')?.nestedType?.attributes.map(({ name }) => name)).toEqual(['title', 'done']);
  });

  test('GetMetadata names what GetProviderSchema describes', async () => {
    const { client } = start();
    const metadata = await client.getMetadata({});
    expect(metadata.resources).toEqual([{ typeName: 'example_thing' }, { typeName: 'example_note' }]);
    expect(metadata.dataSources).toEqual([{ typeName: 'example_thing' }]);
  });

  test('there are no functions, and no identity of a resource that names none', async () => {
    const { client } = start();
    expect((await client.getFunctions({})).functions).toEqual({});
    expect((await client.getResourceIdentitySchemas({})).identitySchemas).toEqual({});
  });
});

describe('validation', () => {
  test('a diagnostic of a resource arrives with its path', async () => {
    const { client } = start();
    const { diagnostics } = await client.validateResourceConfig({
      typeName: 'example_thing',
      config: wireObject(THING, { name: 'forbidden' }),
    });
    expect(diagnostics).toEqual([
      {
        severity: Diagnostic_Severity.ERROR,
        summary: 'Forbidden Name',
        detail: 'A thing must not be called "forbidden"; call it something else.',
        attribute: { steps: [{ selector: { $case: 'attributeName', value: 'name' } }] },
      },
    ]);
  });

  test('unknown values are no error', async () => {
    const { client } = start();
    const config = wireObject(THING, { name: UNKNOWN });
    expect((await client.validateResourceConfig({ typeName: 'example_thing', config })).diagnostics).toEqual([]);
    expect(
      (await client.validateProviderConfig({ config: wireObject(provider.schema, { store: UNKNOWN }) })).diagnostics,
    ).toEqual([]);
  });

  test('a type that the provider does not have is named, with those that it has', async () => {
    const { client } = start();
    const { diagnostics } = await client.validateResourceConfig({ typeName: 'example_thong', config: NOTHING });
    expect(diagnostics[0]?.detail).toContain('no resource "example_thong"; it has example_thing, example_note');
  });
});

describe('plan and apply', () => {
  test('a write-only value reaches the provider and neither plan nor state', async () => {
    const { client } = await startConfigured();
    const config = wireObject(THING, { name: 'x', token: 'sekrit' });
    const plan = await client.planResourceChange({
      typeName: 'example_thing',
      priorState: NOTHING,
      proposedNewState: wireObject(THING, {
        name: 'x',
        token: 'sekrit',
        id: UNKNOWN,
        enabled: UNKNOWN,
        token_length: UNKNOWN,
      }),
      config,
    });
    const planned = readObject(THING, plan.plannedState);
    expect(planned).toMatchObject({ token: null, enabled: true, id: UNKNOWN });
    const applied = await client.applyResourceChange({
      typeName: 'example_thing',
      priorState: NOTHING,
      plannedState: plan.plannedState,
      plannedPrivate: plan.plannedPrivate,
      config,
    });
    expect(applied.diagnostics).toEqual([]);
    expect(readObject(THING, applied.newState)).toMatchObject({ token: null, token_length: 6 });
  });

  test('a change that the API cannot make in place asks for replacement', async () => {
    const { client } = await startConfigured();
    const { requiresReplace } = await client.planResourceChange({
      typeName: 'example_thing',
      priorState: wireObject(THING, { id: 'a', name: 'old', enabled: true, token_length: 0 }),
      proposedNewState: wireObject(THING, { id: 'a', name: 'new', enabled: true, token_length: 0 }),
      config: wireObject(THING, { name: 'new' }),
    });
    expect(requiresReplace).toEqual([{ steps: [{ selector: { $case: 'attributeName', value: 'name' } }] }]);
  });

  test('create, read, update and delete', async () => {
    const { client } = await startConfigured();
    const created = await createNote(client, 'one');
    const state = readObject(NOTE, created.newState);
    expect(state).toMatchObject({ text: 'one', secret: null });
    const current = await client.readResource({
      typeName: 'example_note',
      currentState: created.newState,
      private: Buffer.from('p'),
    });
    expect(readObject(NOTE, current.newState)).toEqual(state);
    expect(Buffer.from(current.private).toString()).toBe('p');
    const updated = await client.applyResourceChange({
      typeName: 'example_note',
      priorState: created.newState,
      plannedState: wireObject(NOTE, { ...state, text: 'two' }),
      config: wireObject(NOTE, { text: 'two' }),
    });
    expect(readObject(NOTE, updated.newState)).toEqual({ ...state, text: 'two' });
    const deleted = await client.applyResourceChange({
      typeName: 'example_note',
      priorState: updated.newState,
      plannedState: NOTHING,
      config: NOTHING,
    });
    expect(readObject(NOTE, deleted.newState)).toBeNull();
    const gone = await client.readResource({ typeName: 'example_note', currentState: updated.newState });
    expect(readObject(NOTE, gone.newState)).toBeNull();
  });

  test('a create that fails half-way returns what exists, one that fails at once returns nothing', async () => {
    const { client } = await startConfigured();
    const half = await createNote(client, 'half');
    expect(half.diagnostics[0]?.summary).toBe('Note Half Stored');
    expect(readObject(NOTE, half.newState)).toMatchObject({ text: 'half' });
    const failed = await createNote(client, 'fail');
    expect(failed.diagnostics[0]?.summary).toBe('Note Refused');
    expect(readObject(NOTE, failed.newState)).toBeNull();
  });

  test('a value of the wrong type is an error that leaves the rest of a new object in the state', async () => {
    const { client } = await startConfigured();
    const made = await createNote(client, 'numb');
    expect(made.diagnostics.map(({ summary, attribute }) => [summary, attribute?.steps[0]?.selector?.value])).toEqual([
      ['Value of Another Type', 'text'],
    ]);
    expect(readObject(NOTE, made.newState)).toMatchObject({ text: null, secret: null });
    expect(idOf(readObject(NOTE, made.newState))).not.toBe('');
  });

  test.each([
    ['whose plan cannot be read', { plannedState: { msgpack: Uint8Array.of(0xff) } }],
    ['that lacks its plan', {}],
    ['of a type that does not exist', { typeName: 'example_none', plannedState: NOTHING }],
  ])('a change %s keeps state, private state and identity', async (_name, broken) => {
    const { client } = await startConfigured();
    const priorState = wireObject(NOTE, { id: 'a', text: 'b' });
    const answer = await client.applyResourceChange({
      typeName: 'example_note',
      config: NOTHING,
      priorState,
      plannedPrivate: Buffer.from('private'),
      plannedIdentity: { identityData: NOTHING },
      ...broken,
    });
    expect(answer.diagnostics.map(({ summary }) => summary)).toEqual(['Protocol Error']);
    expect(readObject(NOTE, answer.newState)).toMatchObject({ id: 'a', text: 'b' });
    expect(Buffer.from(answer.private).toString()).toBe('private');
    expect(answer.newIdentity).toBeDefined();
  });

  test('a failed update and a failed delete keep the state', async () => {
    const { client } = await startConfigured();
    const created = await createNote(client, 'keep');
    const state = readObject(NOTE, created.newState);
    const change = { typeName: 'example_note', priorState: created.newState };
    const updated = await client.applyResourceChange({
      ...change,
      plannedState: wireObject(NOTE, { ...state, text: 'fail' }),
      config: wireObject(NOTE, { text: 'fail' }),
    });
    expect(updated.diagnostics).toHaveLength(1);
    expect(readObject(NOTE, updated.newState)).toEqual(state);
    const deleted = await client.applyResourceChange({ ...change, plannedState: NOTHING, config: NOTHING });
    expect(deleted.diagnostics).toHaveLength(1);
    expect(readObject(NOTE, deleted.newState)).toEqual(state);
  });

  test('an exception in an update keeps the state', async () => {
    const { client } = await startConfigured();
    const created = await createNote(client, 'one');
    const state = readObject(NOTE, created.newState);
    const updated = await client.applyResourceChange({
      typeName: 'example_note',
      priorState: created.newState,
      plannedState: wireObject(NOTE, { ...state, text: 'throw' }),
      config: wireObject(NOTE, { text: 'throw' }),
    });
    expect(updated.diagnostics[0]?.summary).toBe('Unexpected Provider Error');
    expect(readObject(NOTE, updated.newState)).toEqual(state);
  });

  test('an exception becomes a diagnostic without its message, and a log entry with its stack', async () => {
    const { client, logged } = await startConfigured();
    const { diagnostics, newState } = await createNote(client, 'throw', 'hunter2');
    expect(diagnostics[0]).toMatchObject({ severity: Diagnostic_Severity.ERROR, summary: 'Unexpected Provider Error' });
    expect(diagnostics[0]?.detail).toContain('applyResourceChange failed with Error');
    expect(readObject(NOTE, newState)).toBeNull();
    expect(logged.join()).toContain('example-provider.ts');
    expect(JSON.stringify(diagnostics) + logged.join()).not.toContain('hunter2');
  });
});

describe('stored states', () => {
  test('a state of the same version comes back, without attributes that the schema does not have', async () => {
    const { client } = start();
    const { upgradedState, diagnostics } = await client.upgradeResourceState({
      typeName: 'example_note',
      version: 0n,
      rawState: { json: Buffer.from('{"id":"a","text":"b","removed":{"x":1}}') },
    });
    expect(diagnostics).toEqual([]);
    expect(readObject(NOTE, upgradedState)).toEqual(
      record<Value>([
        ['id', 'a'],
        ['text', 'b'],
        ['secret', null],
      ]),
    );
  });

  test.each([
    ['another version', { version: 1n, rawState: { json: Buffer.from('{}') } }, 'schema version 1'],
    ['a flatmap', { version: 0n, rawState: { flatmap: { id: 'a' } } }, 'flatmap'],
    ['no JSON', { version: 0n, rawState: { json: Buffer.from('{') } }, 'not well-formed JSON'],
    ['no state', { version: 0n, rawState: { json: Buffer.from('[]') } }, 'object expected'],
  ])('a state of %s is refused with the reason', async (_name, request, reason) => {
    const { client } = start();
    const { diagnostics } = await client.upgradeResourceState({ typeName: 'example_note', ...request });
    expect(diagnostics[0]?.detail).toContain(reason);
  });

  test('a resource moves here from the provider it came from, whatever the host', async () => {
    const { client } = start();
    const move = {
      sourceProviderAddress: 'some.host/older/example',
      sourceTypeName: 'example_note',
      targetTypeName: 'example_note',
      sourceState: { json: Buffer.from('{"id":"a","text":"b"}') },
    };
    const moved = await client.moveResourceState(move);
    expect(readObject(NOTE, moved.targetState)).toMatchObject({ id: 'a', text: 'b' });
    const refusals = await Promise.all([
      client.moveResourceState({ ...move, sourceProviderAddress: 'some.host/stranger/example' }),
      client.moveResourceState({ ...move, sourceTypeName: 'example_thing' }),
      client.moveResourceState({ ...move, sourceSchemaVersion: 3n }),
    ]);
    expect(refusals.map(({ diagnostics }) => diagnostics[0]?.summary)).toEqual(
      Array(3).fill('Resource Cannot Be Moved'),
    );
    expect(refusals[0].diagnostics[0]?.detail).toContain('from older/example, not from stranger/example');
  });

  test('import returns the object, or says that there is none', async () => {
    const { client } = await startConfigured();
    const created = readObject(NOTE, (await createNote(client, 'one')).newState);
    const imported = await client.importResourceState({ typeName: 'example_note', id: idOf(created) });
    expect(readObject(NOTE, imported.importedResources[0]?.state)).toEqual(created);
    const missing = await client.importResourceState({ typeName: 'example_note', id: 'nowhere' });
    expect(missing.diagnostics[0]?.detail).toContain('no example_note with the id "nowhere"');
  });
});

describe('while the configuration is unknown', () => {
  async function startUnknown() {
    const started = start();
    const config = wireObject(provider.schema, { store: UNKNOWN });
    expect((await started.client.configureProvider({ config })).diagnostics).toEqual([]);
    return started;
  }

  test('reading keeps the state and planning works', async () => {
    const { client } = await startUnknown();
    const state = wireObject(NOTE, { id: 'a', text: 'b' });
    const current = await client.readResource({ typeName: 'example_note', currentState: state });
    expect(current.diagnostics).toEqual([]);
    expect(readObject(NOTE, current.newState)).toMatchObject({ id: 'a' });
    const plan = await client.planResourceChange({
      typeName: 'example_note',
      priorState: NOTHING,
      proposedNewState: wireObject(NOTE, { text: 'b', id: UNKNOWN }),
      config: wireObject(NOTE, { text: 'b' }),
    });
    expect(readObject(NOTE, plan.plannedState)).toMatchObject({ id: UNKNOWN });
  });

  test('apply, import and data sources say what to do', async () => {
    const { client } = await startUnknown();
    const lookup = { msgpack: encodeMsgpack(record([['id', 'a']]), ['object', { id: 'string', name: 'string' }]) };
    const answers = await Promise.all([
      createNote(client, 'one'),
      client.importResourceState({ typeName: 'example_note', id: 'a' }),
      client.readDataSource({ typeName: 'example_thing', config: lookup }),
    ]);
    for (const { diagnostics } of answers) {
      expect(diagnostics[0]?.summary).toBe('Provider Configuration Not Known');
      expect(diagnostics[0]?.detail).toContain('-target');
    }
  });
});

describe('StopProvider', () => {
  test('ends the calls under way', async () => {
    const { client } = await startConfigured();
    const waiting = createNote(client, 'slow');
    expect((await client.stopProvider({})).Error).toBe('');
    expect((await waiting).diagnostics[0]?.summary).toBe('Note Stopped');
  });

  test('ends nothing of the Terraform that comes next, as under a debugger', async () => {
    const { session, client } = await startConfigured();
    await client.stopProvider({});
    expect(session.context.signal.aborted).toBe(true);
    await client.configureProvider({ config: wireObject(provider.schema, {}) });
    expect(session.context.signal.aborted).toBe(false);
  });
});

test('a request that is no message is a diagnostic', async () => {
  const { session } = start();
  const answer = servedRpcs(session).get('/tfplugin6.Provider/ReadResource');
  const response = Buffer.from((await answer?.(Uint8Array.of(0xff, 0xff, 0xff))) ?? []).toString();
  expect(response).toContain('not a well-formed message');
});
