import type { Metafile } from 'esbuild';
import { writeFile } from 'node:fs/promises';
import { bundle } from './bundle';

/** What the user's own package provides. */
const EXTERNAL = ['cdktf', 'constructs', '@cdktf/*', 'cdktf-cli'];

/** Bundles the command that the committed `bin/cdktf-zenml.js` requires. */
export async function buildCli(entry: string, outfile: string): Promise<readonly Metafile[]> {
  const { code, metafile } = await bundle({ entry: { file: entry }, external: EXTERNAL });
  await writeFile(outfile, code);
  return [metafile];
}
