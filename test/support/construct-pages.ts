import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { loadExeca } from '../../src/cli/process/load-execa';
import { makeTestFolder, packageInfo } from './test-folder';

/** A page of `docs/constructs`. */
export interface ConstructPage {
  /** The file's name without its extension: `artifact-bucket`. */
  readonly name: string;
  readonly text: string;
  /** Its ts blocks, each a whole program. */
  readonly programs: readonly string[];
}

/** What became of a page's program. */
export interface ProgramRun {
  /** What the compiler has against it, a line each. */
  readonly typeErrors: readonly string[];
  /** What synth ended with, where it failed. */
  readonly failure?: string;
  /** Types of the resources and data sources that were synthesized. */
  readonly types: readonly string[];
  /** What was synthesized for each Terraform stack. */
  readonly texts: readonly string[];
}

/** Result of `synthesize-programs.ts`, by the name of the page. */
export type Syntheses = Readonly<Record<string, Omit<ProgramRun, 'typeErrors'>>>;

export const CONSTRUCT_PAGES = path.join(packageInfo.root, 'docs', 'constructs');

/** All pages about constructs, the table of contents left out. */
export async function readConstructPages(): Promise<readonly ConstructPage[]> {
  const files = (await readdir(CONSTRUCT_PAGES)).filter((file) => file.endsWith('.md') && file !== 'README.md');
  return Promise.all(
    files.sort().map(async (file) => {
      const text = await readFile(path.join(CONSTRUCT_PAGES, file), 'utf8');
      const programs = [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, program = '']) => program);
      return { name: path.basename(file, '.md'), text, programs };
    }),
  );
}

/**
 * Compiles the programs by their names, all in one go and under the settings of this repository, and synthesizes each of
 * them, in one process, with files beside them. The package's name stands for its sources.
 */
export async function runPrograms(
  programs: ReadonlyMap<string, string>,
  files: Readonly<Record<string, string>> = {},
): Promise<ReadonlyMap<string, ProgramRun>> {
  const folder = await makeTestFolder('construct-pages');
  await mkdir(path.join(folder, 'out'));
  const sources = path.relative(folder, packageInfo.root);
  const settings = {
    extends: `${sources}/tsconfig.json`,
    compilerOptions: {
      types: ['node'],
      paths: {
        'cdktf-zenml': [`${sources}/constructs/index.ts`],
        'cdktf-zenml/bindings/*': [`${sources}/src/bindings/*/index.ts`],
        'cdktf-zenml/*': [`${sources}/constructs/*/index.ts`],
      },
    },
    include: ['*.ts'],
  };
  await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify(settings));
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  for (const [name, program] of programs) await writeFile(path.join(folder, `${name}.ts`), program);
  const [typeErrors, syntheses] = await Promise.all([compile(folder), synthesize(folder)]);
  return new Map(
    [...programs.keys()].map((name) => {
      const lines = typeErrors.filter((line) => line.startsWith(`${name}.ts(`));
      return [name, { types: [], texts: [], ...syntheses[name], typeErrors: lines }] as const;
    }),
  );
}

async function compile(folder: string): Promise<readonly string[]> {
  const tsc = path.join(packageInfo.root, 'node_modules/typescript/bin/tsc');
  const execa = await loadExeca();
  const { stdout } = await execa(process.execPath, [tsc, '-p', '.', '--pretty', 'false'], {
    cwd: folder,
    reject: false,
  });
  const lines = stdout.split('\n');
  const general = lines.filter((line) => line.startsWith('error '));
  if (general.length > 0) throw new Error(general.join('\n'));
  return lines;
}

async function synthesize(folder: string): Promise<Syntheses> {
  const tsx = path.join(packageInfo.root, 'node_modules/tsx/dist/cli.mjs');
  const execa = await loadExeca();
  await execa(process.execPath, [tsx, path.join(__dirname, 'synthesize-programs.ts')], {
    cwd: folder,
    env: { TSX_TSCONFIG_PATH: path.join(folder, 'tsconfig.json') },
  });
  return JSON.parse(await readFile(path.join(folder, 'results.json'), 'utf8')) as Syntheses;
}
