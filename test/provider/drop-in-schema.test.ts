import type { Attribute, Attributes } from '../../src/framework';
import { createZenmlProvider } from '../../src/provider';
import official from './official-provider-schema.json';

type OfficialAttribute = readonly [unknown, ...unknown[]];
type OfficialAttributes = Readonly<Record<string, OfficialAttribute>>;

const provider = createZenmlProvider();

const schemas: readonly [string, OfficialAttributes, Attributes | undefined][] = [
  ['provider', attributesOf(official.provider), provider.schema.attributes],
  ...Object.entries(official.resources).map(
    ([name, attributes]) =>
      [
        `resource ${name}`,
        attributesOf(attributes),
        provider.resources.find(({ typeName }) => typeName === name)?.schema.attributes,
      ] as [string, OfficialAttributes, Attributes | undefined],
  ),
  ...Object.entries(official.data_sources).map(
    ([name, attributes]) =>
      [
        `data source ${name}`,
        attributesOf(attributes),
        provider.dataSources.find(({ typeName }) => typeName === name)?.schema.attributes,
      ] as [string, OfficialAttributes, Attributes | undefined],
  ),
];

describe.each(schemas)('%s', (_, theirs, ours) => {
  test.each(Object.keys(theirs))('has %s as the official provider has it', (name) => {
    const attribute = ours?.[name];
    const expected = theirs[name];
    if (!attribute || !expected) throw new Error(`there is no attribute ${name}`);
    expectSuperset(attribute, expected);
  });
});

test('every attribute, nested ones too, is described in sentences', () => {
  const undescribed = [provider, ...provider.resources, ...provider.dataSources].flatMap(({ schema }) => [
    ...(isSentence(schema.description) ? [] : ['schema']),
    ...undescribedIn(schema.attributes),
  ]);
  expect(undescribed).toEqual([]);
});

test('states of the official provider are taken over', () => {
  expect(provider.movableFrom).toContain('zenml-io/zenml');
  expect(provider.resources.filter(({ schema }) => schema.version !== 0)).toEqual([]);
});

/**
 * Names and types are the same. A required attribute may be optional, and a computed one too; `sensitive` may be more, and a data
 * source may compute what it looks up by, since all of that leaves every configuration valid.
 */
function expectSuperset(attribute: Attribute, [type, ...flags]: OfficialAttribute): void {
  const nested = nestedOf(type);
  if (nested) {
    expect(attribute.nested?.mode).toBe(nested.mode);
    expect(Object.keys(attribute.nested?.attributes ?? {})).toEqual(
      expect.arrayContaining(Object.keys(nested.attributes)),
    );
    for (const [name, inner] of Object.entries(nested.attributes)) {
      const ours = attribute.nested?.attributes[name];
      if (!ours) throw new Error(`there is no nested attribute ${name}`);
      expectSuperset(ours, inner);
    }
  } else {
    expect(attribute.type).toEqual(type);
  }
  const isGiven = attribute.required === true || attribute.optional === true;
  if (flags.includes('required') || flags.includes('optional')) expect(isGiven).toBe(true);
  if (!flags.includes('required')) expect(attribute.required ?? false).toBe(false);
  for (const flag of ['computed', 'sensitive'] as const) {
    if (flags.includes(flag)) expect([flag, attribute[flag]]).toEqual([flag, true]);
  }
}

function nestedOf(type: unknown): { mode: string; attributes: OfficialAttributes } | undefined {
  const isNested = typeof type === 'object' && type !== null && 'nested' in type;
  return isNested ? (type.nested as { mode: string; attributes: OfficialAttributes }) : undefined;
}

function attributesOf(attributes: Readonly<Record<string, unknown>>): OfficialAttributes {
  return attributes as OfficialAttributes;
}

function undescribedIn(attributes: Attributes): readonly string[] {
  return Object.entries(attributes).flatMap(([name, { description, nested }]) => [
    ...(isSentence(description) ? [] : [name]),
    ...(nested ? undescribedIn(nested.attributes) : []),
  ]);
}

function isSentence(text: string): boolean {
  return text.length > 15 && /[.`]$/.test(text);
}
