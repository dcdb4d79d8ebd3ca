import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import {
  boolAttribute,
  errorDiagnostic,
  isSet,
  isUnknown,
  listAttribute,
  listNestedAttribute,
  mapAttribute,
  mapOfListsAttribute,
  numberAttribute,
  objectType,
  record,
  requiresReplace,
  singleNestedAttribute,
  stringAttribute,
  useStateForUnknown,
  type DataSource,
  type ModelOf,
  type Outcome,
  type Provider,
  type Resource,
  type Schema,
  type Value,
  type ValueRecord,
} from '../../src/framework';
import { decodeMsgpack, encodeMsgpack } from '../../src/protocol/values/msgpack';
import { ExampleStore } from './example-store';

const thingAttributes = {
  id: stringAttribute({ description: 'Made by the provider.', computed: true, planModifiers: [useStateForUnknown] }),
  name: stringAttribute({
    description: 'A change replaces the thing.',
    required: true,
    planModifiers: [requiresReplace],
  }),
  enabled: boolAttribute({ description: 'Default true.', optional: true, computed: true, default: true }),
  weight: numberAttribute({ description: 'Any number.', optional: true }),
  labels: mapAttribute('string', { description: 'Labels.', optional: true }),
  ports: listAttribute('number', { description: 'Ports.', optional: true }),
  members: mapOfListsAttribute('string', { description: 'Members by role.', optional: true }),
  limits: singleNestedAttribute(
    {
      cpu: numberAttribute({ description: 'Cores.', required: true }),
      memory: stringAttribute({ description: 'Bytes.', optional: true }),
    },
    { description: 'Limits.', optional: true },
  ),
  steps: listNestedAttribute(
    {
      title: stringAttribute({ description: 'Title.', required: true }),
      done: boolAttribute({ description: 'Done.', optional: true }),
    },
    { description: 'Steps.', optional: true },
  ),
  token: stringAttribute({ description: 'Never stored.', optional: true, sensitive: true, writeOnly: true }),
  token_version: numberAttribute({ description: 'Raise it when the token changes.', optional: true }),
  token_length: numberAttribute({ description: 'Proof that the token arrived.', computed: true }),
};

const noteAttributes = {
  id: stringAttribute({ description: 'Made by the provider.', computed: true, planModifiers: [useStateForUnknown] }),
  text: stringAttribute({
    description:
      'The words `fail`, `half` and `throw` make a create fail, `numb` returns a number for the text, `slow` waits until it ' +
      'is stopped, `stuck` does not heed that.',
    required: true,
  }),
  secret: stringAttribute({ description: 'Shown to nobody.', optional: true, sensitive: true }),
};

const thingSchema: Schema = {
  version: 0,
  description: 'A thing with an attribute of every type.',
  attributes: thingAttributes,
};
const noteSchema: Schema = { version: 0, description: 'A note.', attributes: noteAttributes };
const lookupAttributes = {
  id: stringAttribute({ description: 'Of the thing.', required: true }),
  name: stringAttribute({ description: 'Its name.', computed: true }),
};
const lookupSchema: Schema = { version: 0, description: 'Finds a thing.', attributes: lookupAttributes };
const providerAttributes = {
  store: stringAttribute({ description: 'File that keeps the objects. Default: memory.', optional: true }),
};

type Thing = ModelOf<typeof thingAttributes>;
type Note = ModelOf<typeof noteAttributes>;
type Lookup = ModelOf<typeof lookupAttributes>;
type Config = ModelOf<typeof providerAttributes>;

/** Stores objects in the wire's own encoding, so that what is read is exactly what was applied. */
function saved<M extends ValueRecord>(
  store: ExampleStore,
  typeName: string,
  schema: Schema,
  value: M & { id: unknown },
): Outcome<M> {
  const text = Buffer.from(encodeMsgpack(value, objectType(schema.attributes))).toString('base64');
  store.put(`${typeName}/${String(value.id)}`, text);
  return { value, diagnostics: [] };
}

function loaded(store: ExampleStore, typeName: string, schema: Schema, id: unknown): Value {
  const text = store.get(`${typeName}/${String(id)}`);
  return text === undefined ? null : decodeMsgpack(Buffer.from(text, 'base64'), objectType(schema.attributes));
}

const thing: Resource<Thing, ExampleStore> = {
  typeName: 'example_thing',
  schema: thingSchema,
  validateConfig: ({ config }) =>
    config.name === 'forbidden'
      ? [
          errorDiagnostic('Forbidden Name', 'A thing must not be called "forbidden"; call it something else.', [
            { attribute: 'name' },
          ]),
        ]
      : [],
  create: async ({ config, planned, client }) =>
    saved(client, 'example_thing', thingSchema, {
      ...planned,
      id: randomUUID(),
      token_length: isSet(config.token) ? config.token.length : 0,
    }),
  read: async ({ state, client }) => ({
    value: loaded(client, 'example_thing', thingSchema, state.id) as Thing | null,
    diagnostics: [],
  }),
  update: async ({ config, planned, client }) =>
    saved(client, 'example_thing', thingSchema, {
      ...planned,
      token_length: isSet(config.token) ? config.token.length : 0,
    }),
  delete: async ({ state, client }) => {
    client.delete(`example_thing/${String(state.id)}`);
    return [];
  },
  importState: async ({ id, client }) => {
    const value = loaded(client, 'example_thing', thingSchema, id) as Thing | null;
    return value === null
      ? { diagnostics: [errorDiagnostic('No Such Thing', `There is no thing ${JSON.stringify(id)}.`)] }
      : { value, diagnostics: [] };
  },
};

const note: Resource<Note, ExampleStore> = {
  typeName: 'example_note',
  schema: noteSchema,
  create: async ({ planned, client, context }) => {
    const value = { ...planned, id: randomUUID() };
    if (planned.text === 'slow') {
      await setTimeout(60_000, undefined, { signal: context.signal }).catch(() => undefined);
      return { diagnostics: [errorDiagnostic('Note Stopped', 'Nothing was stored.')] };
    }
    if (planned.text === 'stuck') await setTimeout(60_000);
    if (planned.text === 'throw') throw new Error(`cannot store ${String(planned.secret)}`);
    if (planned.text === 'fail')
      return { diagnostics: [errorDiagnostic('Note Refused', 'Nothing was stored.', [{ attribute: 'text' }])] };
    const outcome = saved(client, 'example_note', noteSchema, value);
    if (planned.text === 'numb') return { value: { ...value, text: 7 } as ValueRecord as Note, diagnostics: [] };
    if (planned.text !== 'half') return outcome;
    return { ...outcome, diagnostics: [errorDiagnostic('Note Half Stored', 'It may be incomplete.')] };
  },
  read: async ({ state, client }) => ({
    value: loaded(client, 'example_note', noteSchema, state.id) as Note | null,
    diagnostics: [],
  }),
  update: async ({ planned, client }) => {
    if (planned.text === 'throw') throw new Error('cannot store this');
    return planned.text === 'fail'
      ? { diagnostics: [errorDiagnostic('Note Refused', 'The note is as it was.')] }
      : saved(client, 'example_note', noteSchema, planned);
  },
  delete: async ({ state, client }) => {
    if (state.text === 'keep') return [errorDiagnostic('Note Kept', 'This note cannot be deleted.')];
    client.delete(`example_note/${String(state.id)}`);
    return [];
  },
  importState: async ({ id, client }) => ({
    value: (loaded(client, 'example_note', noteSchema, id) as Note | null) ?? undefined,
    diagnostics: [],
  }),
};

const lookup: DataSource<Lookup, ExampleStore> = {
  typeName: 'example_thing',
  schema: lookupSchema,
  read: async ({ config, client }) => {
    const found = loaded(client, 'example_thing', thingSchema, config.id) as Thing | null;
    return found === null
      ? { diagnostics: [errorDiagnostic('No Such Thing', 'There is no thing with this id.', [{ attribute: 'id' }])] }
      : {
          value: record([
            ['id', config.id],
            ['name', found.name],
          ] as const) as Lookup,
          diagnostics: [],
        };
  },
};

/** A provider of things and notes, to serve where no ZenML is. */
export function createExampleProvider(): Provider<Config, ExampleStore> {
  return {
    schema: { version: 0, description: 'An example.', attributes: providerAttributes },
    movableFrom: ['older/example'],
    resources: [thing, note],
    dataSources: [lookup],
    configure: async ({ config: { store } }) =>
      isUnknown(store) ? { diagnostics: [] } : { value: new ExampleStore(store ?? undefined), diagnostics: [] },
  };
}
