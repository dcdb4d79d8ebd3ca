import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runPrograms, type ProgramRun } from '../support/construct-pages';
import { packageInfo } from '../support/test-folder';

const docs = path.join(packageInfo.root, 'docs');
const pages = [...readdirSync(path.join(docs, 'guides')).map((file) => `guides/${file}`), 'walkthrough.md'];

/** The programs of the guides and of the walkthrough, by page and number. */
const programs = new Map(
  pages.flatMap((file) =>
    [...readFileSync(path.join(docs, file), 'utf8').matchAll(/^```ts\n(.*?)^```$/gms)].map(
      ([, program = ''], index) => [`${path.basename(file, '.md')}-${index + 1}`, program] as const,
    ),
  ),
);

/** What they read. */
const files = Object.fromEntries(
  pages.flatMap((file) =>
    [...readFileSync(path.join(docs, file), 'utf8').matchAll(/^```yaml\n# (\S+)\n(.*?)^```$/gms)].map(
      ([, name = '', text = '']) => [name, text] as const,
    ),
  ),
);

let runs: ReadonlyMap<string, ProgramRun>;

beforeAll(async () => {
  runs = await runPrograms(programs, files);
}, 180_000);

test.each([...programs.keys()])('the program %s compiles under strict settings, and synthesizes', (name) => {
  const { typeErrors, failure, types } = runs.get(name) ?? {
    typeErrors: [],
    failure: 'was not run',
    types: [],
    texts: [],
  };
  expect({ typeErrors, failure }).toEqual({ typeErrors: [], failure: undefined });
  expect(types.some((type) => type.startsWith('zenml_') || type === 'restapi_object')).toBe(true);
});
