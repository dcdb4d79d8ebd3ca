import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runPrograms, type ProgramRun } from '../support/construct-pages';
import { packageInfo } from '../support/test-folder';

const folder = path.join(packageInfo.root, 'docs', 'guides');

/** The programs of the guides, by guide and number. */
const programs = new Map(
  readdirSync(folder).flatMap((file) =>
    [...readFileSync(path.join(folder, file), 'utf8').matchAll(/^```ts\n(.*?)^```$/gms)].map(
      ([, program = ''], index) => [`${path.basename(file, '.md')}-${index + 1}`, program] as const,
    ),
  ),
);

let runs: ReadonlyMap<string, ProgramRun>;

beforeAll(async () => {
  runs = await runPrograms(programs);
}, 180_000);

test.each([...programs.keys()])('the program %s compiles under strict settings, and synthesizes', (name) => {
  const { typeErrors, failure, types } = runs.get(name) ?? { typeErrors: [], failure: 'was not run', types: [] };
  expect({ typeErrors, failure }).toEqual({ typeErrors: [], failure: undefined });
  expect(types.some((type) => type.startsWith('zenml_'))).toBe(true);
});
