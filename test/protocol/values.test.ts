import { decode, encode, ExtData } from '@msgpack/msgpack';
import * as fc from 'fast-check';
import { Decimal, Dynamic, isUnknown, record, UNKNOWN, valuesEqual, type Type, type Value } from '../../src/framework';
import { ProtocolError } from '../../src/protocol';
import { decodeJson } from '../../src/protocol/values/json';
import { decodeMsgpack, encodeMsgpack } from '../../src/protocol/values/msgpack';
import { arbitraryType, arbitraryTyped } from '../support/arbitrary-values';
import { stateJson } from '../support/state-json';

const utf8 = (text: string) => Buffer.from(text);
const roundTrip = (value: Value, type: Type) => decodeMsgpack(encodeMsgpack(value, type), type);

describe('msgpack', () => {
  test('any value of any type comes back as it was', () => {
    fc.assert(
      fc.property(arbitraryTyped(true), ({ type, value }) => {
        expect(valuesEqual(roundTrip(value, type), value)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('bytes that are no value of the type are a protocol error, never anything else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), arbitraryType, (bytes, type) => {
        try {
          decodeMsgpack(bytes, type);
        } catch (error) {
          expect(error).toBeInstanceOf(ProtocolError);
        }
      }),
      { numRuns: 5000 },
    );
  });

  test('damaged values are a protocol error or another value, never a crash', () => {
    fc.assert(
      fc.property(arbitraryTyped(true), fc.nat(), fc.nat(255), ({ type, value }, position, byte) => {
        const bytes = encodeMsgpack(value, type);
        bytes[position % bytes.length] = byte;
        try {
          decodeMsgpack(bytes, type);
        } catch (error) {
          expect(error).toBeInstanceOf(ProtocolError);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('a length far beyond the message is refused before memory is taken', () => {
    expect(() => decodeMsgpack(Uint8Array.of(0xdd, 0xff, 0xff, 0xff, 0xff), ['list', 'string'])).toThrow(ProtocolError);
    expect(() => decodeMsgpack(Uint8Array.of(0xdf, 0xff, 0xff, 0xff, 0xff), ['map', 'string'])).toThrow(ProtocolError);
  });

  test('unknown is extension 0, and a refined unknown is an unknown too', () => {
    expect(encodeMsgpack(UNKNOWN, 'string')).toEqual(Uint8Array.of(0xd4, 0, 0));
    expect(decodeMsgpack(Uint8Array.of(0xd4, 0, 0), 'string')).toBe(UNKNOWN);
    const refined = encode(new ExtData(12, encode({ 1: false })));
    expect(isUnknown(decodeMsgpack(refined, 'string'))).toBe(true);
  });

  test('a dynamic value is its type in bytes beside the value', () => {
    const value = new Dynamic(['list', 'string'], ['a']);
    expect(decode(encodeMsgpack(value, 'dynamic'))).toEqual([new Uint8Array(utf8('["list","string"]')), ['a']]);
    expect(roundTrip(value, 'dynamic')).toEqual(value);
  });

  test('the key __proto__ is a key like any other', () => {
    const value = record([
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ]);
    const decoded = roundTrip(value, ['map', 'string']);
    expect(valuesEqual(decoded, value)).toBe(true);
    expect(Object.keys(decoded as object)).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });

  test.each([
    ['an integer', 7, 7],
    ['a negative integer', -129, -129],
    ['an integer beyond 32 bits', 2 ** 40, 2 ** 40],
    ['a 64-bit integer', 2n ** 63n, 2n ** 63n],
    ['an integer beyond 64 bits', 2n ** 70n, 2n ** 70n],
    ['a fraction', 0.1, 0.1],
    ['more digits than a float has', new Decimal('0.1000000000000000000001'), new Decimal('0.1000000000000000000001')],
    ['zero with a sign', -0, 0],
  ])('%s keeps its value', (_name, value, expected) => {
    expect(roundTrip(value, 'number')).toEqual(expected);
  });

  test('a float keeps every digit that it has', () => {
    expect(decodeMsgpack(encode(0.5), 'number')).toBe(0.5);
    expect(decodeMsgpack(encode(0.1), 'number')).toEqual(
      new Decimal('0.1000000000000000055511151231257827021181583404541015625'),
    );
    expect(decodeMsgpack(encode('0.1'), 'number')).toBe(0.1);
  });

  test('what does not fit its type is named by path and type, without its value', () => {
    const type: Type = ['object', { name: 'string', configuration: ['map', 'string'] }];
    const secret = { name: 'x', configuration: { password: ['hunter2'] } };
    expect(() => decodeMsgpack(encode(secret), type)).toThrow(
      new ProtocolError('configuration["password"]: string expected, got a sequence of 1'),
    );
    expect(() => encodeMsgpack(record([['name', true]]), type)).toThrow(
      new ProtocolError('name: string expected, got boolean'),
    );
    expect(() => decodeMsgpack(encode({ name: 'x', configuration: null, extra: 1 }), type)).toThrow(
      new ProtocolError('extra: the schema has no such attribute'),
    );
  });
});

describe('JSON of a stored state', () => {
  test('any known value of any type comes back as it was', () => {
    fc.assert(
      fc.property(arbitraryTyped(false), ({ type, value }) => {
        expect(valuesEqual(decodeJson(utf8(stateJson(value)), type), value)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('any text is a value or a protocol error', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), arbitraryType, (text, type) => {
        try {
          decodeJson(utf8(text), type);
        } catch (error) {
          expect(error).toBeInstanceOf(ProtocolError);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('attributes that the schema does not have are dropped, and those that the state lacks are null', () => {
    const type: Type = ['object', { id: 'string', count: 'number' }];
    const state = decodeJson(utf8('{"id":"x","gone":{"a":[1]}}'), type);
    expect(state).toEqual(
      record<Value>([
        ['id', 'x'],
        ['count', null],
      ]),
    );
  });

  test('numbers of any size lose no digit', () => {
    expect(decodeJson(utf8('[12345678901234567890123, 0.30000000000000000001, 1.5]'), ['list', 'number'])).toEqual([
      12345678901234567890123n,
      new Decimal('0.30000000000000000001'),
      1.5,
    ]);
  });
});
