import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Schema } from '../src/framework';
import { createZenmlProvider } from '../src/provider';
import { constructList } from './docs/construct-list';
import { readExamples, readIfThere, type Kind } from './docs/examples';
import { readGuides } from './docs/guides';
import { dataSourcePage, indexPage, resourcePage, type PageLink } from './docs/page';

interface Documented {
  readonly typeName: string;
  readonly schema: Schema;
  readonly identity?: readonly string[];
}

const PAGES = { resources: resourcePage, 'data-sources': dataSourcePage };

/** Renders the registry documentation from the schemas, `examples/` and the guides below `root`. @returns text by path within `docs/` */
export async function renderDocs(root: string): Promise<ReadonlyMap<string, string>> {
  const { schema, resources, dataSources } = createZenmlProvider();
  const examples = path.join(root, 'examples');
  const pages = new Map([
    ...(await renderPages(examples, 'resources', resources)),
    ...(await renderPages(examples, 'data-sources', dataSources)),
  ]);
  const index = indexPage(schema, await readIfThere(path.join(examples, 'provider', 'provider.tf')), {
    Guides: await readGuides(path.join(root, 'docs')),
    Resources: linksTo('resources', resources),
    'Data Sources': linksTo('data-sources', dataSources),
  });
  const constructs = await constructList(path.join(root, 'docs'));
  if (constructs !== undefined) pages.set('constructs/README.md', constructs);
  return pages.set('index.md', index);
}

/** Writes the registry documentation below `root`, in place of the one before. Guides and other pages stay. */
export async function generateDocs(root: string): Promise<void> {
  const docs = path.join(root, 'docs');
  const pages = await renderDocs(root);
  for (const kind of Object.keys(PAGES)) await rm(path.join(docs, kind), { recursive: true, force: true });
  for (const [name, text] of pages) {
    await mkdir(path.dirname(path.join(docs, name)), { recursive: true });
    await writeFile(path.join(docs, name), text);
  }
}

function renderPages(folder: string, kind: Kind, members: readonly Documented[]) {
  return Promise.all(
    members.map(async (member) => {
      const examples = await readExamples(folder, kind, member.typeName);
      return [pagePath(kind, member), PAGES[kind]({ ...member, examples })] as const;
    }),
  );
}

function linksTo(kind: Kind, members: readonly Documented[]): PageLink[] {
  return members
    .map((member) => ({
      title: member.typeName,
      path: pagePath(kind, member),
      description: member.schema.description,
    }))
    .sort((a, b) => (a.title < b.title ? -1 : 1));
}

function pagePath(kind: Kind, { typeName }: Documented): string {
  return `${kind}/${typeName.replace(/^zenml_/, '')}.md`;
}

if (require.main === module) void generateDocs(path.join(__dirname, '..'));
