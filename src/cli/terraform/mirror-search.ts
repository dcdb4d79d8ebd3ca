import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { readFileIfExists } from '../atomic-file';
import { variable } from '../environment-variable';
import { newestPackageIn, type ProviderPackage, type ProviderWanted } from './provider-package';

/** Where to search. The defaults are this machine's. */
export interface MirrorSearchOptions {
  readonly environment?: NodeJS.ProcessEnv;
  readonly home?: string;
  /** Roots of the search in width. @default the usual places for software, and home */
  readonly roots?: readonly string[];
  /** Levels below a root. @default 4 */
  readonly maximumDepth?: number;
  /** Folders read at most, so that a large home does not hold up the start. @default 20000 */
  readonly maximumFolders?: number;
}

const SKIPPED = new Set([
  'node_modules',
  'proc',
  'sys',
  'dev',
  '.git',
  '.npm',
  '.cache',
  'site-packages',
  'include',
  'man',
  'doc',
  'locale',
]);

/** Finds a provider in a filesystem mirror on this machine: first where terraform itself looks, then in the usual places. */
export async function findInMirrors(
  wanted: ProviderWanted,
  options: MirrorSearchOptions = {},
): Promise<ProviderPackage | undefined> {
  const home = options.home ?? homedir();
  for (const mirror of await knownMirrors(options.environment ?? process.env, home)) {
    const found = await newestPackageIn(mirror, wanted);
    if (found !== undefined) return found;
  }
  for (const root of options.roots ?? [
    '/opt',
    '/usr/local',
    '/usr/share',
    '/usr/lib',
    '/srv',
    '/var/lib',
    '/var/cache',
    home,
    '/home',
  ]) {
    const found = await searchBelow(root, wanted, options.maximumDepth ?? 4, options.maximumFolders ?? 20_000);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Folders terraform would search by itself, and those its configuration names. */
export async function knownMirrors(environment: NodeJS.ProcessEnv, home: string): Promise<string[]> {
  const dataHome = variable(environment, 'XDG_DATA_HOME') ?? path.join(home, '.local', 'share');
  const dataFolders = (variable(environment, 'XDG_DATA_DIRS') ?? '/usr/local/share:/usr/share')
    .split(':')
    .filter(Boolean);
  return [
    ...(await mirrorsInConfiguration(environment, home)),
    variable(environment, 'TF_PLUGIN_CACHE_DIR'),
    path.join(home, '.terraform.d', 'plugins'),
    ...[dataHome, ...dataFolders].map((folder) => path.join(folder, 'terraform', 'plugins')),
    path.join(home, 'Library', 'Application Support', 'io.terraform', 'plugins'),
    path.join(home, '.terraform.d', 'plugin-cache'),
  ].filter((folder) => folder !== undefined);
}

async function mirrorsInConfiguration(environment: NodeJS.ProcessEnv, home: string): Promise<string[]> {
  const named = variable(environment, 'TF_CLI_CONFIG_FILE') ?? variable(environment, 'TERRAFORM_CONFIG');
  const files = [named, path.join(home, '.terraformrc'), path.join(home, '.tofurc')].filter(
    (file) => file !== undefined,
  );
  const folders: string[] = [];
  for (const file of files) {
    const text = (await readFileIfExists(file)) ?? '';
    for (const [, folder] of text.matchAll(/^\s*(?:path|plugin_cache_dir)\s*=\s*"([^"]+)"/gm)) {
      if (folder !== undefined) folders.push(folder.replace(/^(~|\$HOME|\$\{HOME\})(?=\/)/, home));
    }
  }
  return folders;
}

async function searchBelow(
  root: string,
  wanted: ProviderWanted,
  depth: number,
  budget: number,
): Promise<ProviderPackage | undefined> {
  let level = [root];
  let left = budget;
  for (let distance = 0; distance <= depth && left > 0; distance++) {
    const next: string[] = [];
    for (const folder of level.slice(0, left)) {
      left--;
      const names = await foldersIn(folder);
      if (names.includes(wanted.host)) {
        const found = await newestPackageIn(folder, wanted);
        if (found !== undefined) return found;
      }
      next.push(...names.filter((name) => !SKIPPED.has(name)).map((name) => path.join(folder, name)));
    }
    level = next;
  }
  return undefined;
}

async function foldersIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder, { withFileTypes: true }))
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
  } catch {
    return [];
  }
}
