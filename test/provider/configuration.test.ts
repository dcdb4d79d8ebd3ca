import { ConfigSchema } from '../../src/provider/configuration/config-schema';
import { meansTheSame } from '../../src/provider/configuration/planned-configuration';
import { sameMeaning } from '../../src/zenml';
import {
  configurationText,
  publicConfiguration,
  stateConfiguration,
} from '../../src/provider/configuration/state-configuration';
import { UNKNOWN } from '../../src/framework';
import type { JsonValue } from '../../src/zenml';

const same: readonly [string, JsonValue][] = [
  ['s3://bucket', 's3://bucket'],
  ['false', false],
  ['False', false],
  ['yes', true],
  ['1', true],
  ['5', 5],
  ['5.0', 5],
  ['1_000', 1000],
  ['0.25', 0.25],
  ['', null],
  ['{"a":1}', { a: 1 }],
  ['{ "a": "1" }', { a: 1, filled_in: [] }],
  ['{"b":{"c":true}}', { b: { c: true, d: null }, a: {} }],
  ['[1, 2]', [1, 2]],
  ['[{"name":"x"}]', [{ name: 'x', value: null }]],
  ['{"a":null}', {}],
  ['{"a": 1, "b": 2}', '{"b":2,"a":1}'],
  ['{{secret.key}}', '{{secret.key}}'],
];

const different: readonly [string, JsonValue][] = [
  ['s3://bucket', 's3://other'],
  ['s3://bucket/', 's3://bucket'],
  ['1.10', '1.1'],
  ['true', false],
  ['maybe', true],
  ['5', 6],
  ['', 0],
  ['five', 5],
  ['x', null],
  ['{"a":1}', { a: 2 }],
  ['{"a":1}', { b: 1 }],
  ['[1,2]', [2, 1]],
  ['[1]', [1, 2]],
  ['not json', { a: 1 }],
  ['{"a":1}', '{"a":1,"b":2}'],
];

describe('a written text and the value of the server', () => {
  test.each(same)('%j means %j', (written, held) => {
    expect(sameMeaning(written, held)).toBe(true);
  });
  test.each(different)('%j is not %j', (written, held) => {
    expect(sameMeaning(written, held)).toBe(false);
  });
});

describe('the configuration in state after a read', () => {
  test('keeps what the user wrote where it means the same, and shows real drift', () => {
    const written = { synchronous: 'False', timeout: '5', path: 's3://a' };
    const held = { synchronous: false, timeout: 6, path: 's3://a', filled_in: true };
    expect(stateConfiguration(written, held)).toEqual({ synchronous: 'False', timeout: '6', path: 's3://a' });
  });

  test('loses keys that the server no longer has, unless that is told to be the same', () => {
    const written = { password: 'p', registry: 'r' };
    expect(stateConfiguration(written, {})).toEqual({});
    expect(stateConfiguration(written, {}, (key) => key === 'password')).toEqual({ password: 'p' });
  });

  test('stays null or empty as it was written', () => {
    expect(stateConfiguration(null, { filled_in: 1 })).toBeNull();
    expect(stateConfiguration({}, { filled_in: 1 })).toEqual({});
  });

  test('takes no value from a prototype', () => {
    expect(stateConfiguration({ constructor: 'x' }, {})).toEqual({});
  });

  test('of an import is what the server has and anyone may see', () => {
    const text = { type: 'string' };
    const schema = new ConfigSchema({ properties: { a: text, b: {}, c: {}, d: {}, e: { ...text, writeOnly: true } } });
    const held = { a: 'text', b: false, c: { d: 1 }, d: null, e: 'hunter2', unheard_of: 'x' };
    expect(publicConfiguration(held, schema)).toEqual({ a: 'text', b: 'false', c: '{"d":1}' });
    expect(publicConfiguration({ d: null, e: 'hunter2' }, schema)).toEqual({});
    expect(publicConfiguration(held, undefined)).toEqual({});
    expect(configurationText(['x'])).toBe('["x"]');
  });
});

describe('a planned configuration beside the prior one', () => {
  const schema = new ConfigSchema({
    properties: {
      version: { type: 'string' },
      free: {},
      wait: { type: 'boolean', default: true },
      count: { anyOf: [{ type: 'integer' }, { type: 'null' }] },
      pods: { anyOf: [{ $ref: '#/$defs/Pods' }, { type: 'null' }] },
      tags: { type: 'array', items: { $ref: '#/$defs/Tag' } },
    },
    $defs: {
      Pods: { properties: { labels: { type: 'object', default: {} }, ipc: { type: 'boolean', default: false } } },
      Tag: { properties: { name: { type: 'string' }, value: { type: 'string', default: '' } } },
    },
  });

  test.each([
    [{ wait: 'False' }, { wait: 'false' }],
    [{ count: '5' }, { count: '5.0' }],
    [{ pods: '{"labels":{"a":"b"}}' }, { pods: '{"ipc":false,"labels":{"a":"b"}}' }],
    [{ tags: '[{"name":"x"}]' }, { tags: '[{"value":"","name":"x"}]' }],
    [{}, {}],
    [null, {}],
    [null, { wait: 'true' }],
    [{ count: '5' }, { count: '5', wait: 'true', pods: '{"ipc":false,"labels":{}}' }],
  ])('%j means %j', (planned, prior) => {
    expect(meansTheSame(planned, prior, schema)).toBe(true);
  });

  test.each([
    [{ version: '1.10' }, { version: '1.1' }],
    [{ free: '1.0' }, { free: '1' }],
    [{ wait: 'true' }, { wait: 'false' }],
    [{ pods: '{"labels":{}}' }, { pods: '{"labels":{"a":"b"}}' }],
    [{ pods: '{}' }, { pods: '{"extra":1}' }],
    [{ wait: 'true' }, {}],
    [{}, { wait: 'false' }],
    [{}, { version: '1' }],
    [{ wait: UNKNOWN }, { wait: 'true' }],
    [null, { wait: 'false' }],
    [{}, null],
  ])('%j is a change from %j', (planned, prior) => {
    expect(meansTheSame(planned, prior, schema)).toBe(false);
  });
});

test('secrets are what the schema marks in any of its ways', () => {
  const schema = new ConfigSchema({
    properties: {
      a: { type: 'string', writeOnly: true },
      b: { anyOf: [{ type: 'string', format: 'password' }, { type: 'null' }] },
      c: { type: 'string', sensitive: true },
      d: { type: 'string' },
    },
    required: ['a'],
  });
  expect(schema.keys.filter((key) => schema.isSecret(key))).toEqual(['a', 'b', 'c']);
  expect(schema.required).toEqual(['a']);
});
