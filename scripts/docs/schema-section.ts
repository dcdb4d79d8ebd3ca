import type { Attribute, Attributes, Type } from '../../src/framework';

const WRITE_ONLY =
  '[Write-only](https://developer.hashicorp.com/terraform/language/resources/ephemeral#write-only-arguments)';

const SCALARS: Readonly<Record<string, string>> = {
  string: 'String',
  number: 'Number',
  bool: 'Boolean',
  dynamic: 'Dynamic',
};

const COLLECTIONS = { list: 'List of ', set: 'Set of ', map: 'Map of ' };

const NESTED = { single: 'Attributes', list: 'Attributes List', set: 'Attributes Set', map: 'Attributes Map' };

/** The section `Schema` of a page: what must, what may and what cannot be given, then the nested schemas. */
export function schemaSection(attributes: Attributes): string {
  return ['## Schema', ...groups(attributes, [], (title) => `### ${title}`), ...nestedSchemas(attributes, [])].join(
    '\n\n',
  );
}

function groups(attributes: Attributes, path: readonly string[], heading: (title: string) => string): string[] {
  const entries = Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
  const group = (title: string, belongs: (attribute: Attribute) => boolean) => {
    const lines = entries
      .filter(([, attribute]) => belongs(attribute))
      .map(([name, attribute]) => line([...path, name], attribute));
    return lines.length === 0 ? [] : [heading(title), lines.join('\n')];
  };
  return [
    ...group('Required', ({ required }) => required === true),
    ...group('Optional', ({ optional }) => optional === true),
    ...group('Read-Only', ({ required, optional }) => required !== true && optional !== true),
  ];
}

function nestedSchemas(attributes: Attributes, path: readonly string[]): string[] {
  return Object.entries(attributes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, { nested }]) => {
      if (!nested) return [];
      const here = [...path, name];
      const title = `<a id="${anchor(here)}"></a>\n\n### Nested Schema for \`${here.join('.')}\``;
      return [
        title,
        ...groups(nested.attributes, here, (group) => `${group}:`),
        ...nestedSchemas(nested.attributes, here),
      ];
    });
}

function line(path: readonly string[], attribute: Attribute): string {
  const flags = [
    typeName(attribute),
    ...(attribute.sensitive ? ['Sensitive'] : []),
    ...(attribute.writeOnly ? [WRITE_ONLY] : []),
    ...(attribute.deprecated === undefined ? [] : ['Deprecated']),
  ];
  const below = attribute.nested ? ` (see [below for nested schema](#${anchor(path)}))` : '';
  const deprecated = attribute.deprecated === undefined ? '' : ` Deprecated: ${attribute.deprecated}`;
  const text = attribute.description.replaceAll('\n', '\n  ').replaceAll(/^ +$/gm, '');
  return `- \`${path.at(-1) ?? ''}\` (${flags.join(', ')}) ${text}${deprecated}${below}`;
}

function anchor(path: readonly string[]): string {
  return `nestedatt--${path.join('--')}`;
}

function typeName({ type, nested }: Attribute): string {
  return nested ? NESTED[nested.mode] : typeWords(type);
}

/** A type in the registry's words: `Map of List of String`. */
function typeWords(type: Type): string {
  if (typeof type === 'string') return SCALARS[type] ?? type;
  if (type[0] === 'object') return 'Object';
  if (type[0] === 'tuple') return 'Tuple';
  return `${COLLECTIONS[type[0]]}${typeWords(type[1])}`;
}
