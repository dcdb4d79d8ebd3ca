import * as fc from 'fast-check';
import {
  errorDiagnostic,
  record,
  stringAttribute,
  type ModelOf,
  type PrivateState,
  type Resource,
} from '../../src/framework';
import { decodePrivateState, encodePrivateState } from '../../src/protocol/values/private-state';
import { NOTHING, serveResource, wireObject } from '../support/one-resource';

const attributes = { id: stringAttribute({ description: 'Id.', required: true }) };
const schema = { version: 0, description: 'Remembers.', attributes };
type Model = ModelOf<typeof attributes>;

const SDK = Buffer.from('{"e2bfb730-ecaa-11e6-8f88-34363bc7c4c0":{"create":1200000000000},"schema_version":"0"}');
const object = (id: string) => wireObject(schema, { id });
const remembered = (bytes: Uint8Array) => decodePrivateState(bytes);
const bytesOf = (state: PrivateState) => Buffer.from(encodePrivateState(state, new Uint8Array()));

/** Remembers which calls it has seen; the id `fail` fails, `silent` leaves everything as it was. */
function start() {
  const given: PrivateState[] = [];
  const outcome = (name: string, id: unknown, privateState: PrivateState) => {
    given.push(privateState);
    return {
      diagnostics: id === 'fail' ? [errorDiagnostic('Refused', 'It was refused.')] : [],
      ...(id !== 'silent' && { privateState: { ...privateState, [name]: 'done' } }),
    };
  };
  const resource: Resource<Model, string> = {
    typeName: 'example_diary',
    schema,
    modifyPlan: async ({ planned, prior, privateState }) => ({
      planned,
      ...outcome('plan', (planned ?? prior)?.id, privateState),
      diagnostics: [],
    }),
    create: async ({ planned, privateState }) => ({
      ...outcome('create', planned.id, privateState),
      ...(planned.id !== 'fail' && { value: planned }),
    }),
    read: async ({ state, privateState }) => ({ value: state, ...outcome('read', state.id, privateState) }),
    update: async ({ planned, privateState }) => ({ value: planned, ...outcome('update', planned.id, privateState) }),
    delete: async ({ state, privateState }) => outcome('delete', state.id, privateState).diagnostics,
    importState: async ({ id }) => ({ value: { id }, ...outcome('import', id, {}) }),
  };
  return { ...serveResource(resource, ['older/example']), given };
}

const TYPE = { typeName: 'example_diary' };

test('what a plan leaves reaches the create, and what that leaves reaches read, plan, update and delete', async () => {
  const { client, given } = start();
  const config = object('a');
  const planned = await client.planResourceChange({
    ...TYPE,
    config,
    priorState: NOTHING,
    proposedNewState: config,
  });
  const made = await client.applyResourceChange({ ...TYPE, config, priorState: NOTHING, ...planned });
  const read = await client.readResource({ ...TYPE, currentState: made.newState, private: made.private });
  const change = { ...TYPE, config, priorState: read.newState };
  const again = await client.planResourceChange({ ...change, proposedNewState: config, priorPrivate: read.private });
  const updated = await client.applyResourceChange({ ...change, ...again });
  const end = await client.planResourceChange({
    ...TYPE,
    config: NOTHING,
    priorState: updated.newState,
    proposedNewState: NOTHING,
    priorPrivate: updated.private,
  });
  await client.applyResourceChange({ ...TYPE, config: NOTHING, priorState: updated.newState, ...end });
  expect(given.map((state) => Object.keys(state).join(' '))).toEqual([
    '',
    'plan',
    'plan create',
    'plan create read',
    'plan create read',
    'plan create read update',
    'plan create read update',
  ]);
});

test('an import remembers', async () => {
  const { client } = start();
  const { importedResources } = await client.importResourceState({ ...TYPE, id: 'a' });
  expect(importedResources.map((one) => remembered(one.private))).toEqual([record([['import', 'done']])]);
});

test('a failed create keeps what it left; a failed read keeps what was there', async () => {
  const { client } = start();
  const before = bytesOf({ before: 'yes' });
  const failed = await client.applyResourceChange({
    ...TYPE,
    config: object('fail'),
    priorState: NOTHING,
    plannedState: object('fail'),
    plannedPrivate: before,
  });
  expect(failed.diagnostics).toHaveLength(1);
  expect(remembered(failed.private)).toEqual(
    record([
      ['before', 'yes'],
      ['create', 'done'],
    ]),
  );
  const read = await client.readResource({ ...TYPE, currentState: object('fail'), private: before });
  expect(read.diagnostics).toHaveLength(1);
  expect(remembered(read.private)).toEqual(record([['before', 'yes']]));
});

test('what another provider left counts as nothing, is kept while nothing is remembered, and stays behind in a move', async () => {
  const { client, given } = start();
  const kept = await client.readResource({ ...TYPE, currentState: object('silent'), private: SDK });
  expect(Buffer.from(kept.private)).toEqual(SDK);
  const read = await client.readResource({ ...TYPE, currentState: object('a'), private: SDK });
  expect(remembered(read.private)).toEqual(record([['read', 'done']]));
  expect(given).toEqual([{}, {}]);
  const moved = await client.moveResourceState({
    sourceProviderAddress: 'some.host/older/example',
    sourceTypeName: 'example_diary',
    targetTypeName: 'example_diary',
    sourceState: { json: Buffer.from('{"id":"a"}') },
    sourcePrivate: SDK,
  });
  expect(moved.diagnostics).toEqual([]);
  expect(moved.targetPrivate).toHaveLength(0);
});

describe('the bytes', () => {
  test('any texts by any keys come back as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.oneof(fc.string(), fc.constant('__proto__')), fc.string())), (entries) => {
        const state = record(entries);
        expect(remembered(bytesOf(state))).toEqual(Object.keys(state).length === 0 ? {} : state);
      }),
    );
  });

  test.each([
    'null',
    '[]',
    '"text"',
    '{',
    '{"schema_version":"1"}',
    '{"remembered":{"a":1}}',
    '{"remembered":["a"]}',
    '{"remembered":{"a":"b"},"more":1}',
    '\xff',
  ])('%s is nothing', (text) => {
    expect(remembered(Buffer.from(text, 'latin1'))).toEqual({});
  });

  test('any bytes are read without an exception', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.json().map((text) => Buffer.from(text)),
        ),
        (bytes) => {
          expect(Object.values(remembered(bytes)).every((value) => typeof value === 'string')).toBe(true);
        },
      ),
    );
  });

  test('nothing to remember takes no bytes', () => {
    expect(bytesOf({})).toHaveLength(0);
  });
});
