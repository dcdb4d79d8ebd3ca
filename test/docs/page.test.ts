import { dataSourcePage, firstSentence, resourcePage } from '../../scripts/docs/page';
import { schemaSection } from '../../scripts/docs/schema-section';
import {
  boolAttribute,
  listNestedAttribute,
  mapAttribute,
  mapOfListsAttribute,
  singleNestedAttribute,
  stringAttribute,
  type Attributes,
} from '../../src/framework';

const none = { usage: undefined, importCommands: undefined, importBlock: undefined };
const schema = { version: 0, description: 'A thing. It is useful.\n\nMore of it.', attributes: {} };

describe('the schema section', () => {
  it('lists what must, what may and what cannot be given, each by name', () => {
    const attributes: Attributes = {
      name: stringAttribute({ description: 'Its name.', required: true }),
      flag: boolAttribute({ description: 'Whether.', optional: true, computed: true }),
      extra: stringAttribute({ description: 'More.', optional: true }),
      id: stringAttribute({ description: 'Its id.', computed: true }),
    };
    expect(schemaSection(attributes)).toBe(
      [
        '## Schema',
        '### Required',
        '- `name` (String) Its name.',
        '### Optional',
        '- `extra` (String) More.\n- `flag` (Boolean) Whether.',
        '### Read-Only',
        '- `id` (String) Its id.',
      ].join('\n\n'),
    );
  });

  it('leaves out groups without attributes', () => {
    expect(schemaSection({ id: stringAttribute({ description: 'Its id.', computed: true }) })).not.toMatch(
      /Required|Optional/,
    );
  });

  it('says what is sensitive, write-only or deprecated', () => {
    const section = schemaSection({
      values: mapAttribute('string', { description: 'Values.', optional: true, sensitive: true, writeOnly: true }),
      old: stringAttribute({ description: 'Old.', optional: true, deprecated: 'Use `values`.' }),
    });
    expect(section).toMatch(/- `values` \(Map of String, Sensitive, \[Write-only\]\(https:\S+\)\) Values\./);
    expect(section).toContain('- `old` (String, Deprecated) Old. Deprecated: Use `values`.');
  });

  it('names types of every depth', () => {
    expect(schemaSection({ more: mapOfListsAttribute('string', { description: 'More.', optional: true }) })).toContain(
      '- `more` (Map of List of String) More.',
    );
  });

  it('gives nested attributes a schema of their own, at any depth, and links to it', () => {
    const leaf = stringAttribute({ description: 'Leaf.', required: true });
    const inner = listNestedAttribute({ leaf }, { description: 'Inner.', optional: true });
    const section = schemaSection({
      outer: singleNestedAttribute({ inner }, { description: 'Outer.', optional: true }),
    });
    expect(section).toContain(
      '- `outer` (Attributes) Outer. (see [below for nested schema](#nestedatt--outer))\n\n' +
        '<a id="nestedatt--outer"></a>\n\n### Nested Schema for `outer`\n\nOptional:\n\n' +
        '- `inner` (Attributes List) Inner. (see [below for nested schema](#nestedatt--outer--inner))\n\n' +
        '<a id="nestedatt--outer--inner"></a>\n\n### Nested Schema for `outer.inner`\n\nRequired:\n\n- `leaf` (String) Leaf.',
    );
  });

  it('keeps the paragraphs of a description in their list item', () => {
    expect(schemaSection({ a: stringAttribute({ description: 'One.\n\nTwo.', optional: true }) })).toContain(
      '- `a` (String) One.\n\n  Two.',
    );
  });
});

describe('a page', () => {
  it('opens with the front matter of the registry, whose description is the first paragraph', () => {
    expect(resourcePage({ typeName: 'zenml_thing', schema, examples: none })).toMatch(
      /^---\npage_title: "zenml_thing Resource - cdktf-zenml"\nsubcategory: ""\ndescription: \|-\n {2}A thing\. It is useful\.\n---\n/,
    );
  });

  it('shows the use and the imports that there are examples of', () => {
    const examples = {
      usage: 'data "zenml_thing" "a" {}',
      importCommands: 'terraform import x',
      importBlock: 'import {}',
    };
    expect(resourcePage({ typeName: 'zenml_thing', schema, examples })).toMatch(
      /## Example Usage\n\n```terraform\ndata[^]+## Schema[^]+## Import[^]+```shell\nterraform import x\n```[^]+```terraform\nimport \{\}\n```\n$/,
    );
    expect(dataSourcePage({ typeName: 'zenml_thing', schema, examples })).not.toContain('## Import');
    expect(resourcePage({ typeName: 'zenml_thing', schema, examples: none })).not.toMatch(/Example Usage|## Import/);
  });

  it('shows the import by identity of a resource that has one', () => {
    const page = resourcePage({ typeName: 'zenml_thing', schema, examples: none, identity: ['id'] });
    expect(page).toMatch(/import \{\n {2}to = zenml_thing\.example\n {2}identity = \{\n {4}id = "\S+"\n {2}\}\n\}/);
  });
});

test('a first sentence ends at its full stop, not inside a name', () => {
  expect(firstSentence('Like `a.b` in zenml.io: one. Two.')).toBe('Like `a.b` in zenml.io: one.');
  expect(firstSentence('No full stop')).toBe('No full stop');
});
