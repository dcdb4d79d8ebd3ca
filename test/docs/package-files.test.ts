import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { files } from '../../package.json';

const root = path.join(__dirname, '../..');

/** The pages that messages of a folder name, and the folders in it. */
function pagesNamedIn(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => readFileSync(path.join(root, folder, file), 'utf8').match(/\bdocs\/[\w/-]+\.md\b/g) ?? []);
}

it('is in the package what messages of constructs and commands point to', () => {
  const named = [...new Set([...pagesNamedIn('constructs'), ...pagesNamedIn('src/cli')])];
  expect(named).toEqual(expect.arrayContaining(['docs/guides/migrations.md', 'docs/destroying.md']));
  const left = files.flatMap((file) => (file.startsWith('!') ? [`${file.slice(1)}/`] : []));
  expect(files).toContain('docs');
  for (const page of named) {
    expect(readFileSync(path.join(root, page), 'utf8')).toMatch(/^(---|#)/);
    expect(left.filter((folder) => page.startsWith(folder))).toEqual([]);
  }
});
