import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as babel from 'prettier/plugins/babel';
import * as estree from 'prettier/plugins/estree';
import * as typescript from 'prettier/plugins/typescript';
import type { Options } from 'prettier';
import { format } from 'prettier/standalone';
import style from '../.prettierrc.json';
import { libraryModules } from '../src/cli/flavors/library-modules';
import { pinnedFlavors } from '../src/cli/flavors/pinned-flavors';
import { ZenmlClient, type Flavor } from '../src/zenml';
import { startZenmlServer } from '../test/support/servers';

// Only the standalone formatter runs within jest.
const FORMAT = style as Options;
const ROOT = path.join(__dirname, '..');

/** What a server has of its own, whatever people have added to it. */
export interface Catalog {
  readonly flavors: readonly Flavor[];
  readonly version: string;
}

/** Reads the flavors of a server. */
export async function readCatalog(server: { readonly url: string; readonly apiKey: string }): Promise<Catalog> {
  const client = new ZenmlClient({ serverUrl: server.url, apiKey: server.apiKey });
  try {
    const flavors = await client.flavors();
    return { flavors: flavors.filter(({ isCustom }) => !isCustom), version: (await client.serverInfo()).version };
  } finally {
    await client.close();
  }
}

/** All that is generated from a server's flavors, by its path in the repository. */
export async function generateFlavors({ flavors, version }: Catalog): Promise<ReadonlyMap<string, string>> {
  const modules = [...libraryModules(flavors, version)].map(
    ([file, text]) => [`constructs/flavors/${file}`, text] as const,
  );
  const pinned = ['src/cli/flavors/pinned-flavors.json', JSON.stringify(pinnedFlavors(flavors, version))] as const;
  const plugins = [babel, estree, typescript];
  const formatted = [...modules, pinned].map(
    async ([file, text]) => [file, await format(text, { ...FORMAT, plugins, filepath: file })] as const,
  );
  return new Map(await Promise.all(formatted));
}

/** Reads the flavors of the ZenML version that the tests run, and writes them into the repository. */
async function main(): Promise<void> {
  const server = await startZenmlServer();
  try {
    const files = await generateFlavors(await readCatalog(server));
    const folder = path.join(ROOT, 'constructs', 'flavors');
    await mkdir(folder, { recursive: true });
    for (const file of await readdir(folder)) await rm(path.join(folder, file));
    for (const [file, text] of files) await writeFile(path.join(ROOT, file), text);
    console.log(`Wrote ${files.size} files.`);
  } finally {
    await server.stop();
  }
}

if (require.main === module) void main();
