import { encode, ExtData } from '@msgpack/msgpack';
import * as fc from 'fast-check';
import { isUnknown, isWhollyKnown, valuesEqual, type Type, type Value } from '../../src/framework';
import { ProtocolError } from '../../src/protocol';
import { decodeJson } from '../../src/protocol/values/json';
import { decodeMsgpack, encodeMsgpack } from '../../src/protocol/values/msgpack';
import { toWire } from '../../src/protocol/values/to-wire';
import { arbitraryTyped } from '../support/arbitrary-values';
import { FUZZ_VALUES, report } from '../support/fuzz';
import { stateJson } from '../support/state-json';

jest.setTimeout(600_000);

/** Refinements as Terraform sends them: not null, a range of numbers, a prefix, a range of lengths. */
const REFINEMENTS = [{ 1: false }, { 2: [1, true], 3: [9, true] }, { 4: 'https://' }, { 5: 0, 6: 3 }, {}];

/** The value as Terraform encodes it where every unknown in it is refined. */
function encodeRefined(value: Value, type: Type): Uint8Array {
  let turn = 0;
  const refine = (wire: unknown): unknown => {
    if (isUnknown(wire)) {
      turn += 1;
      return new ExtData(12, encode(REFINEMENTS[turn % REFINEMENTS.length]));
    }
    if (Array.isArray(wire)) return wire.map(refine);
    if (typeof wire !== 'object' || wire === null || wire instanceof Uint8Array) return wire;
    return Object.setPrototypeOf(
      Object.fromEntries(Object.entries(wire).map(([key, item]) => [key, refine(item)])),
      null,
    ) as unknown;
  };
  return encode(refine(toWire(value, type)), { useBigInt64: true, maxDepth: 1000 });
}

function expectSame(got: Value, { type, value }: { readonly type: Type; readonly value: Value }): void {
  if (!valuesEqual(got, value)) throw new Error(`another value of ${JSON.stringify(type)} came back`);
}

test(`${FUZZ_VALUES} random values come back as they were, as msgpack, with refined unknowns, and as JSON of a state`, () => {
  const seen = { msgpack: 0, refined: 0, json: 0 };
  fc.assert(
    fc.property(arbitraryTyped(true), (typed) => {
      const { type, value } = typed;
      const bytes = encodeMsgpack(value, type);
      expectSame(decodeMsgpack(bytes, type), typed);
      seen.msgpack += 1;
      if (isWhollyKnown(value)) {
        expectSame(decodeJson(Buffer.from(stateJson(value)), type), typed);
        seen.json += 1;
      } else {
        expectSame(decodeMsgpack(encodeRefined(value, type), type), typed);
        seen.refined += 1;
      }
    }),
    { numRuns: FUZZ_VALUES },
  );
  report(`wire codec: ${seen.msgpack} values as msgpack, ${seen.refined} with refined unknowns, ${seen.json} as JSON`);
  expect(seen.msgpack).toBe(FUZZ_VALUES);
  expect(seen.json + seen.refined).toBe(FUZZ_VALUES);
  expect(Math.min(seen.json, seen.refined)).toBeGreaterThan(FUZZ_VALUES / 20);
});

test('any float comes back with every digit', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (float) => {
      const value = decodeMsgpack(encode(float, { forceIntegerToFloat: true }), 'number');
      expectSame(decodeMsgpack(encodeMsgpack(value, 'number'), 'number'), { type: 'number', value });
      expect(Number(JSON.parse(stateJson(value)))).toBe(float === 0 ? 0 : float);
    }),
    { numRuns: FUZZ_VALUES / 10 },
  );
});

/** Either a value or a protocol error, and no other key of any object than before. */
function decodeAnything(decode: () => Value): void {
  try {
    decode();
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
  }
}

test('damaged values, as msgpack and as JSON, are another value or a protocol error', () => {
  fc.assert(
    fc.property(
      arbitraryTyped(true),
      arbitraryTyped(false),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 3 }),
      fc.nat(),
      ({ type, value }, known, damage, end) => {
        for (const bytes of [encodeMsgpack(value, type), Buffer.from(stateJson(known.value))]) {
          for (const [position, byte] of damage) bytes[position % bytes.length] = byte;
          const cut = bytes.subarray(0, 1 + (end % bytes.length));
          decodeAnything(() => decodeMsgpack(cut, type));
          decodeAnything(() => decodeJson(cut, known.type));
        }
      },
    ),
    { numRuns: FUZZ_VALUES / 5 },
  );
  expect(Object.keys(Object.prototype)).toEqual([]);
});

describe('values that nest without end are a protocol error', () => {
  const LEVELS = 100_000;
  const dynamicOf = (type: string) => encode([Buffer.from(type), null]);

  test.each<[string, () => Value]>([
    ['arrays', () => decodeMsgpack(Buffer.alloc(LEVELS, 0x91), 'dynamic')],
    ['maps', () => decodeMsgpack(Buffer.alloc(LEVELS, Buffer.of(0x81, 0xa1, 0x61)), 'dynamic')],
    ['a type', () => decodeMsgpack(dynamicOf('["list",'.repeat(LEVELS) + '"string"' + ']'.repeat(LEVELS)), 'dynamic')],
    [
      'dynamic values in each other',
      () =>
        decodeMsgpack(
          Buffer.alloc(LEVELS, Buffer.concat([Buffer.of(0x92, 0xc4, 9), Buffer.from('"dynamic"')])),
          'dynamic',
        ),
    ],
    [
      'lists of dynamic values',
      () => {
        const one = Buffer.concat([Buffer.of(0x92, 0xc4, 18), Buffer.from('["list","dynamic"]'), Buffer.of(0x91)]);
        return decodeMsgpack(Buffer.concat([Buffer.alloc(one.length * LEVELS, one), Buffer.of(0xc0)]), 'dynamic');
      },
    ],
    ['JSON arrays', () => decodeJson(Buffer.from('['.repeat(LEVELS)), 'dynamic')],
    ['JSON objects', () => decodeJson(Buffer.from('{"type":["list","dynamic"],"value":['.repeat(LEVELS)), 'dynamic')],
  ])('%s', (_name, decode) => {
    expect(decode).toThrow(ProtocolError);
  });

  test('also on the way out', () => {
    let value: Value = 'a';
    let type: Type = 'string';
    for (let level = 0; level < 10_000; level += 1) [value, type] = [[value], ['list', type]];
    expect(() => encodeMsgpack(value, type)).toThrow(ProtocolError);
  });
});
