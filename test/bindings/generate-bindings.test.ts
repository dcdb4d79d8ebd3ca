import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { version } from '../../package.json';
import { generateBindings } from '../../scripts/generate-bindings';
import { toProviderJson } from '../../scripts/schema-json';
import type { Attribute } from '../../src/framework';

const committed = path.join(__dirname, '..', '..', 'src', 'bindings');

async function filesIn(folder: string): Promise<Record<string, string>> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const files = await Promise.all(
    entries.map(async ({ parentPath, name }) => {
      const file = path.join(parentPath, name);
      return [path.relative(folder, file), await readFile(file, 'utf8')] as const;
    }),
  );
  return Object.fromEntries(files.sort(([a], [b]) => a.localeCompare(b)));
}

describe('the bindings', () => {
  let generated: Record<string, string> = {};

  beforeAll(async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'cdktf-zenml-bindings-test-'));
    try {
      await generateBindings(folder);
      generated = await filesIn(folder);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('are those of the present schemas; if this fails, run "npm run bindings"', async () => {
    expect(await filesIn(committed)).toEqual(generated);
  });

  it('name the version of the provider in one file only', () => {
    const naming = Object.entries(generated).filter(([, text]) => text.includes(`'${version}'`));
    expect(naming.map(([file]) => file)).toEqual([path.join('provider', 'index.ts')]);
  });

  it('link to no registry and are left alone by the type checker', () => {
    for (const [file, text] of Object.entries(generated)) {
      expect([file, /https?:\/\/\S*\/providers\//.test(text)]).toEqual([file, false]);
      expect(text.startsWith('// @ts-nocheck\n')).toBe(true);
    }
  });
});

describe('the schema document', () => {
  const schemas = (attribute: Attribute) => ({
    schema: { version: 0, description: '', attributes: { value: attribute } },
    resources: [],
    dataSources: [],
  });

  it('holds nested attributes and types of every depth', () => {
    const inner: Attribute = { description: 'Inner.', type: ['map', ['list', 'string']], optional: true };
    const nested: Attribute = {
      description: 'Outer.',
      type: ['list', ['object', { inner: inner.type }]],
      nested: { mode: 'list', attributes: { inner } },
      required: true,
      sensitive: true,
    };
    expect(toProviderJson(schemas(nested)).provider.block.attributes).toEqual({
      value: {
        description: 'Outer.',
        required: true,
        sensitive: true,
        nested_type: {
          nesting_mode: 'list',
          attributes: { inner: { description: 'Inner.', type: ['map', ['list', 'string']], optional: true } },
        },
      },
    });
  });

  it('fails for a type that has no bindings, naming the attribute', () => {
    const tuple: Attribute = { description: '', type: ['list', ['tuple', ['string']]], optional: true };
    expect(() => toProviderJson(schemas(tuple))).toThrow('attribute value is a tuple, for which cdktf has no bindings');
  });
});
