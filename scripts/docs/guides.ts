import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { PageLink } from './page';

/** The handwritten guides below `docs`, by file name. */
export async function readGuides(docs: string): Promise<readonly PageLink[]> {
  const folder = path.join(docs, 'guides');
  if (!existsSync(folder)) return [];
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(path.join(folder, name), 'utf8');
      const title = /^page_title: ['"](.+)['"]$/m.exec(text)?.[1];
      const description = /^description: \|-\n {2}(.+)$/m.exec(text)?.[1];
      if (title !== undefined && description !== undefined) return { title, description, path: `guides/${name}` };
      throw new Error(`docs/guides/${name} lacks front matter: give it page_title and description, as the others have`);
    }),
  );
}
