import * as fc from 'fast-check';
import { providerClient } from '../../scripts/support/provider-client';
import type { Provider, ValueRecord } from '../../src/framework';
import { servedRpcs, Session } from '../../src/protocol';
import { ProviderDefinition } from '../../src/protocol/gen/tfplugin6';
import { createZenmlProvider } from '../../src/provider';
import { arbitraryDamage } from '../support/arbitrary-damage';
import { createExampleProvider } from '../support/example-provider';
import { FUZZ_VALUES, report } from '../support/fuzz';
import { NOTHING, wireObject } from '../support/one-resource';
import { recordRequests, type RecordedRequest } from '../support/recorded-requests';

jest.setTimeout(600_000);

const METHODS = new Map(
  Object.values(ProviderDefinition.methods).map((method) => [`/tfplugin6.Provider/${method.name}`, method]),
);

/** What an answer says went wrong; throws where it is no well-formed answer. */
function complaints(path: string, answer: Uint8Array): readonly string[] {
  const message = METHODS.get(path)?.responseType.decode(answer);
  if (!message) throw new Error(`there is no RPC ${path}`);
  if ('diagnostics' in message) return message.diagnostics.map(({ summary }) => summary);
  return 'Error' in message && message.Error !== '' ? [message.Error] : [];
}

function isWellFormed({ path, request }: RecordedRequest): boolean {
  try {
    return METHODS.get(path)?.requestType.decode(request) !== undefined;
  } catch {
    return false;
  }
}

/** Answers as the served process does, from a session that no request can stop. */
function answersOf<C>(provider: Provider<ValueRecord, C>, client: C | undefined) {
  return async ({ path, request }: RecordedRequest): Promise<Uint8Array> => {
    const session = new Session(provider, () => undefined);
    session.client = client;
    const answer = servedRpcs(session).get(path);
    if (!answer) throw new Error(`${path} is not served`);
    return answer(request);
  };
}

let requests: readonly RecordedRequest[];
beforeAll(async () => {
  requests = await recordRequests();
});

test('there is a well-formed request for every RPC that is served', () => {
  const served = [...servedRpcs(new Session(createExampleProvider(), () => undefined)).keys()];
  expect([...new Set(requests.map(({ path }) => path))].sort()).toEqual(served.sort());
  expect(requests.every(isWellFormed)).toBe(true);
});

test('any damaged request has a well-formed answer, which complains where the message is none', async () => {
  const example = createExampleProvider();
  const store = (
    await example.configure({
      config: { store: null },
      terraformVersion: '',
      context: new Session(example, () => undefined).context,
    })
  ).value;
  const providers = [answersOf(example, store), answersOf(createZenmlProvider(), undefined)];
  const seen = { requests: 0, malformed: 0, complaints: 0 };
  await fc.assert(
    fc.asyncProperty(arbitraryDamage(requests), async (damaged) => {
      for (const answer of providers) {
        const said = complaints(damaged.path, await answer(damaged));
        const wellFormed = isWellFormed(damaged);
        seen.requests += 1;
        if (!wellFormed) seen.malformed += 1;
        if (said.length > 0) seen.complaints += 1;
        if (!wellFormed && said.length === 0) throw new Error('nothing was said of a request that is no message');
      }
    }),
    { numRuns: FUZZ_VALUES / 2 },
  );
  report(`RPCs: ${seen.requests} damaged requests, ${seen.malformed} of them no message, ${seen.complaints} refused`);
  expect(seen.malformed).toBeGreaterThan(seen.requests / 20);
  expect(seen.complaints).toBeGreaterThan(seen.requests / 4);
});

describe('a request that is well-formed and wrong is refused with the reason', () => {
  const provider = createExampleProvider();
  const client = providerClient((path, request) => answersOf(provider, undefined)({ path, request }));
  const note = provider.resources[1]?.schema ?? provider.schema;
  const state = wireObject(note, { id: 'a', text: 'b' });
  const unknownType = 'no resource "example_none"; it has example_thing, example_note';
  const none = { typeName: 'example_none' };
  const calls: [string, () => Promise<{ readonly diagnostics: readonly { readonly detail: string }[] }>, string][] = [
    ['an unknown type to validate', () => client.validateResourceConfig({ ...none, config: state }), unknownType],
    ['an unknown type to plan', () => client.planResourceChange({ ...none, config: state }), unknownType],
    ['an unknown type to apply', () => client.applyResourceChange({ ...none, config: state }), unknownType],
    ['an unknown type to read', () => client.readResource({ ...none, currentState: state }), unknownType],
    ['an unknown type to import', () => client.importResourceState({ ...none, id: 'a' }), unknownType],
    ['an unknown type to upgrade', () => client.upgradeResourceState({ ...none, rawState: {} }), unknownType],
    ['an unknown identity', () => client.upgradeResourceIdentity({ ...none, rawIdentity: {} }), unknownType],
    ['an unknown type to move to', () => client.moveResourceState({ targetTypeName: 'example_none' }), unknownType],
    [
      'an unknown data source',
      () => client.readDataSource({ ...none, config: state }),
      'no data source "example_none"',
    ],
    ['an unknown data source to validate', () => client.validateDataResourceConfig(none), 'no data source'],
    ['no type', () => client.readResource({ currentState: state }), 'no resource ""'],
    [
      'a value that is neither msgpack nor JSON',
      () => client.readResource({ typeName: 'example_note', currentState: {} }),
      'must hold msgpack or JSON',
    ],
    [
      'the state of another resource',
      () => client.readResource({ typeName: 'example_thing', currentState: state }),
      'text: the schema has no such attribute',
    ],
    [
      'a whole state that is unknown',
      () => client.readResource({ typeName: 'example_note', currentState: { msgpack: Uint8Array.of(0xd4, 0, 0) } }),
      'unknown as a whole',
    ],
    [
      'an apply without a planned state, which is no delete',
      () => client.applyResourceChange({ typeName: 'example_note', priorState: state, config: NOTHING }),
      'lacks a value',
    ],
    ['no configuration', () => client.validateResourceConfig({ typeName: 'example_note' }), 'lacks a value'],
    ['no state to upgrade', () => client.upgradeResourceState({ typeName: 'example_note' }), 'lacks the stored state'],
    [
      'no identity to upgrade',
      () => client.upgradeResourceIdentity({ typeName: 'example_note' }),
      'lacks the stored identity',
    ],
  ];

  test.each(calls)('%s', async (_name, call, reason) => {
    expect((await call()).diagnostics.map(({ detail }) => detail).join()).toContain(reason);
  });
});
