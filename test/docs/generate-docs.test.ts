import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generateDocs, renderDocs } from '../../scripts/generate-docs';
import { createZenmlProvider } from '../../src/provider';

const root = path.join(__dirname, '..', '..');
const docs = path.join(root, 'docs');

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)))
    .sort();
}

async function pagesIn(folder: string): Promise<Record<string, string>> {
  const generated = (await filesIn(folder)).filter((name) =>
    /^(index\.md|resources|data-sources|constructs\/README\.md)/.test(name),
  );
  const pages = await Promise.all(
    generated.map(async (name) => [name, await readFile(path.join(folder, name), 'utf8')] as const),
  );
  return Object.fromEntries(pages);
}

describe('the registry documentation', () => {
  it('is that of the present schemas and examples; if this fails, run "npm run docs"', async () => {
    expect(await pagesIn(docs)).toEqual(Object.fromEntries(await renderDocs(root)));
  });

  it('is written in place of the pages before it, beside guides that stay', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'cdktf-zenml-docs-'));
    const guide = path.join(folder, 'docs', 'guides', 'guide.md');
    const stale = path.join(folder, 'docs', 'resources', 'gone.md');
    try {
      for (const file of [guide, stale]) await mkdir(path.dirname(file), { recursive: true });
      await writeFile(guide, '---\npage_title: "A guide"\ndescription: |-\n  How to. And more.\n---\n');
      await writeFile(stale, 'of a resource that is no more');
      await generateDocs(folder);
      expect(existsSync(guide)).toBe(true);
      expect(existsSync(stale)).toBe(false);
      expect(await pagesIn(path.join(folder, 'docs'))).toEqual(Object.fromEntries(await renderDocs(folder)));
      expect(await readFile(path.join(folder, 'docs', 'index.md'), 'utf8')).toContain(
        '- [A guide](guides/guide.md): How to.\n',
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('refuses a guide that the registry could not list, naming it', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'cdktf-zenml-docs-'));
    try {
      await mkdir(path.join(folder, 'docs', 'guides'), { recursive: true });
      await writeFile(path.join(folder, 'docs', 'guides', 'bare.md'), '# No front matter\n');
      await expect(renderDocs(folder)).rejects.toThrow('docs/guides/bare.md lacks front matter');
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('has guides and a walkthrough that acceptance tests follow, each of them', async () => {
    const tests = path.join(root, 'test', 'acceptance');
    const texts = await Promise.all((await filesIn(tests)).map((name) => readFile(path.join(tests, name), 'utf8')));
    const followed = texts.flatMap((text) => [...text.matchAll(/new Guide\('(.+)'\)/g)].map(([, name]) => name));
    const guides = (await filesIn(path.join(docs, 'guides'))).map((name) => path.basename(name, '.md'));
    expect(followed.sort()).toEqual(['../walkthrough', ...guides]);
  });

  it('has no link to a page that is not there', async () => {
    const pages = ['../README.md', ...(await filesIn(docs)).filter((name) => name.endsWith('.md'))];
    const dead: string[] = [];
    for (const page of pages) {
      const text = await readFile(path.join(docs, page), 'utf8');
      for (const [, link = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
        const [file = '', fragment] = link.split('#');
        if (file.includes('://')) continue;
        if (file !== '' && !existsSync(path.join(docs, path.dirname(page), file))) dead.push(`${page}: ${link}`);
        if (file === '' && !anchorsIn(text).has(fragment)) dead.push(`${page}: ${link}`);
      }
    }
    expect(dead).toEqual([]);
  });
});

/** What a link within a page may lead to: its own anchors, and its headings. */
function anchorsIn(text: string): ReadonlySet<string | undefined> {
  const own = [...text.matchAll(/<a id="(.+?)">/g)].map(([, id]) => id);
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  );
  return new Set([...own, ...headings]);
}

const { resources, dataSources } = createZenmlProvider();

test('the table in README has every resource and every data source', async () => {
  const readme = await readFile(path.join(root, 'README.md'), 'utf8');
  const rows = [...readme.matchAll(/^\| (.*zenml_.*?) +\| (.*zenml_.*?) +\|$|^\| +\| (.*zenml_.*?) +\|$/gm)];
  const namesIn = (cells: readonly (string | undefined)[]) =>
    cells.flatMap((cell = '') => [...cell.matchAll(/`(zenml_\w+)`/g)].map(([, name]) => name)).sort();
  const named = (members: readonly { readonly typeName: string }[]) => members.map(({ typeName }) => typeName).sort();
  expect(namesIn(rows.map(([, managed]) => managed))).toEqual(named(resources));
  expect(namesIn(rows.flatMap(([, , found, alone]) => [found, alone]))).toEqual(named(dataSources));
});

describe('the examples', () => {
  const wanted = [
    path.join('provider', 'provider.tf'),
    ...resources.flatMap(({ typeName }) => [
      path.join('resources', typeName, 'import-by-string-id.tf'),
      path.join('resources', typeName, 'import.sh'),
      path.join('resources', typeName, 'resource.tf'),
    ]),
    ...dataSources.map(({ typeName }) => path.join('data-sources', typeName, 'data-source.tf')),
  ].sort();

  it('show each resource, its import and each data source, and nothing that does not exist', async () => {
    const found = (await filesIn(path.join(root, 'examples'))).filter((name) => !name.startsWith('complete'));
    expect(found).toEqual(wanted);
  });
});
