import { createHash } from 'node:crypto';
import { readdir, stat, readFile } from 'node:fs/promises';
import path from 'node:path';
import { loadExeca } from './process/load-execa';
import { isMissing, readFileIfExists, writeFileAtomically } from './atomic-file';
import type { PackageInfo } from './package-root';
import { lockFolder } from './process/folder-lock';
import { tailOf } from './process/detached-server';
import { builtProviderFile } from './provider-install/install-provider';
import { UserError } from './user-error';

/** What the provider is bundled from. */
const SOURCES = [
  'src/main.ts',
  'src/framework',
  'src/protocol',
  'src/provider',
  'src/serve',
  'src/zenml',
  'scripts',
  'package.json',
  'package-lock.json',
];

/** How the provider is built. */
export interface BuildProviderOptions {
  readonly packageInfo: PackageInfo;
  readonly signal?: AbortSignal;
}

/** Runs the package's build when its sources have changed since the last one; one at a time. @returns whether it built */
export async function buildProviderIfChanged(options: BuildProviderOptions): Promise<boolean> {
  const cache = path.join(options.packageInfo.root, 'node_modules', '.cache', 'cdktf-zenml');
  const lock = await lockFolder(cache, { waitMilliseconds: 300_000 });
  try {
    return await buildIfChanged(options, cache);
  } finally {
    await lock.release();
  }
}

async function buildIfChanged(options: BuildProviderOptions, cache: string): Promise<boolean> {
  const record = path.join(cache, 'build.sha256');
  const before = await readFileIfExists(record);
  if (before !== undefined && before === (await fingerprint(options.packageInfo))) return false;
  const logFile = path.join(cache, 'build.log');
  await writeFileAtomically(logFile, '');
  const result = await (
    await loadExeca()
  )('npm', ['run', 'build'], {
    cwd: options.packageInfo.root,
    reject: false,
    stdin: 'ignore',
    stdout: { file: logFile, append: true },
    stderr: { file: logFile, append: true },
    cancelSignal: options.signal,
  });
  options.signal?.throwIfAborted();
  if (result.failed) {
    throw new UserError(
      `The provider could not be built. "npm run build" said:\n${await tailOf(logFile)}`,
      `Run "npm ci" when packages are missing; else read ${logFile}.`,
    );
  }
  await writeFileAtomically(record, await fingerprint(options.packageInfo));
  return true;
}

/** One hash over the sources and the bundle they became; differs as soon as either changes. */
async function fingerprint(packageInfo: PackageInfo): Promise<string> {
  const hash = createHash('sha256');
  const files = (await Promise.all(SOURCES.map((source) => filesBelow(path.join(packageInfo.root, source))))).flat();
  for (const file of [...files.sort(), builtProviderFile(packageInfo)]) {
    hash.update(path.relative(packageInfo.root, file)).update('\0');
    hash.update((await contentOf(file)) ?? 'missing').update('\0');
  }
  return hash.digest('hex');
}

async function filesBelow(start: string): Promise<string[]> {
  try {
    // Names, not entries: Node 20.9 does not say yet which folder an entry lies in.
    const paths = (await readdir(start, { recursive: true })).map((name) => path.join(start, name));
    const isFile = await Promise.all(paths.map(async (each) => (await stat(each)).isFile()));
    return paths.filter((_, index) => isFile[index]);
  } catch (error) {
    if (isMissing(error)) return (await contentOf(start)) === undefined ? [] : [start];
    throw error;
  }
}

async function contentOf(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
