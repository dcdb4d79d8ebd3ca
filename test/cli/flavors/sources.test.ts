import fc from 'fast-check';
import { serverKey } from '../../../constructs/components/server-key';
import { describeFlavor } from '../../../src/cli/flavors/described-flavor';
import { docComment } from '../../../src/cli/flavors/doc-comment';
import { configurationSource, rulesSource } from '../../../src/cli/flavors/flavor-source';
import { configurationName, propertyName } from '../../../src/cli/flavors/names';
import { nestedModels } from '../../../src/cli/flavors/nested-models';
import pinned from '../../../src/cli/flavors/pinned-flavors.json';
import { typeText } from '../../../src/cli/flavors/type-text';
import type { Flavor, JsonObject } from '../../../src/zenml';

function flavor(name: string, configSchema: JsonObject): Flavor {
  const noConnector = { connectorType: null, connectorResourceType: null, connectorResourceIdAttribute: null };
  return { type: 'sandbox', name, isCustom: false, configSchema, ...noConnector };
}

function typeOf(schema: JsonObject): string {
  return typeText({ schema, modelName: (name) => name });
}

function sourceOf(properties: JsonObject, rest: JsonObject = {}): string {
  const described = describeFlavor(flavor('box', { ...rest, properties }), (name) => name);
  return `${configurationSource(described)}\n${rulesSource([described])}`;
}

describe('the property that stands for a key', () => {
  const keys = Object.values(pinned.keys).flatMap((flavors) => Object.values<readonly string[]>(flavors).flat());

  it('converts back to the key, for every key of the server', () => {
    expect(keys.length).toBeGreaterThan(800);
    for (const key of keys) expect([key, serverKey(propertyName(key) ?? '')]).toEqual([key, key]);
  });

  it('converts back whatever the key is, or there is none', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9_]{1,12}$/), (key) => {
        const property = propertyName(key);
        expect(property === undefined ? /[A-Z]/.test(key) : serverKey(property) === key).toBe(true);
      }),
    );
  });
});

describe('the type of a schema', () => {
  it.each<[JsonObject, string]>([
    [{ type: 'string' }, 'string'],
    [{ anyOf: [{ type: 'integer' }, { type: 'null' }] }, 'number'],
    [{ anyOf: [{ type: 'integer' }, { type: 'number' }, { type: 'string' }] }, 'number | string'],
    [{ anyOf: [{ enum: ['low', "it's"] }, { type: 'null' }] }, "'low' | 'it\\'s'"],
    [{ type: 'array', items: { type: 'string' } }, 'readonly string[]'],
    [{ type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'integer' }] } }, 'readonly (string | number)[]'],
    [{ type: 'array', prefixItems: [{ type: 'integer' }, { type: 'string' }] }, 'readonly [number, string]'],
    [{ type: 'object', additionalProperties: { type: 'string' } }, 'Readonly<Record<string, string>>'],
    [{ type: 'object', additionalProperties: true }, 'Configuration'],
    [{ $ref: '#/$defs/Queue' }, 'Queue'],
    [{}, 'ConfigurationValue'],
  ])('%j is %s', (schema, text) => {
    expect(typeOf(schema)).toBe(text);
  });
});

describe('the source of a flavor', () => {
  it('says what a key is for, its bounds and its default', () => {
    const text = sourceOf({
      port: { type: 'integer', minimum: 1, maximum: 65535, default: 8080, description: 'Where it listens.' },
    });
    expect(text).toContain(
      '  /**\n   * Where it listens.\n   * At least 1. At most 65535.\n   * @default `8080`\n   */\n  readonly port?: number;\n',
    );
    expect(text).toContain('port: { integer: true, minimum: 1, maximum: 65535 }');
  });

  it('marks secrets, and what is no longer used', () => {
    const text = sourceOf({
      token: { anyOf: [{ type: 'string', format: 'password' }], description: 'The token.' },
      old: { type: 'string', default: null, description: 'DEPRECATED/UNUSED. Use token instead.' },
    });
    expect(text).toContain('A secret: give a `secretReference(...)`');
    expect(text).toContain('token: { secret: true }');
    expect(text).toContain('@deprecated Use token instead.');
  });

  it('does not take for a secret what says who is meant', () => {
    const text = sourceOf({
      client_id: { type: 'string', sensitive: true },
      client_secret: { type: 'string', sensitive: true },
    });
    expect(text).toContain('client_secret: { secret: true }');
    expect(text).not.toContain('client_id: {');
  });

  it('takes switches that terraform knows only when it runs', () => {
    expect(sourceOf({ privileged: { type: 'boolean' } })).toContain('readonly privileged?: boolean | IResolvable;');
  });

  it('takes nothing where the flavor has no keys', () => {
    expect(sourceOf({})).toContain('  readonly [key: string]: never;\n');
  });

  it('cannot be ended by a description', () => {
    expect(docComment(['ends here */ export const stolen = 1;'])).toBe(
      '/** ends here *\\/ export const stolen = 1; */\n',
    );
  });

  it('names an interface whatever the flavor is called', () => {
    expect(configurationName('step_operator', 'spark-kubernetes')).toBe('SparkKubernetesStepOperatorConfiguration');
    expect(configurationName('sandbox', '2nd box')).toBe('_2ndBoxSandboxConfiguration');
  });
});

describe('models within configurations', () => {
  const queue = (key: string) => ({ $defs: { Queue: { type: 'object', properties: { [key]: { type: 'string' } } } } });

  it('are declared once where flavors share them', () => {
    const flavors = [flavor('one', queue('name')), flavor('two', queue('name'))];
    expect([...nestedModels(flavors).declarations.keys()]).toEqual(['Queue']);
  });

  it('carry the name of their flavor where they differ', () => {
    const [one, two] = [flavor('one', queue('name')), flavor('two', queue('length'))];
    const models = nestedModels([one, two]);
    expect([models.nameFor(one, 'Queue'), models.nameFor(two, 'Queue')]).toEqual(['Queue', 'TwoSandboxQueue']);
    expect(models.declarations.get('TwoSandboxQueue')).toContain('readonly length?: string;');
  });
});
