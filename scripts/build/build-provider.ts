import type { Metafile } from 'esbuild';
import { createHash } from 'node:crypto';
import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { recordCodeCaches } from './code-cache';
import { bundleProvider } from './provider-parts';
import { V8_FLAGS } from './v8-flags';

/** How far the loader reads to find where the parts begin; it says so itself. */
const HEAD_BYTES = 8192;
const MARK = '/* parts: ';

export interface BuildProviderOptions {
  readonly entry: string;
  readonly outfile: string;
}

export interface BuiltProvider {
  /** False where the file was there already, built from the same inputs. */
  readonly changed: boolean;
  readonly metafiles: readonly Metafile[];
}

/**
 * Builds the provider as one executable file. What was built from the same inputs is left alone, since a changed provider breaks its
 * users' lock files; V8's code caches depend on Node and processor, so these are inputs too.
 */
export async function buildProvider({ entry, outfile }: BuildProviderOptions): Promise<BuiltProvider> {
  const { sources, metafiles } = await bundleProvider(entry);
  const loader = (await readFile(join(__dirname, 'loader.cjs'), 'utf8')).replace('V8_FLAGS', V8_FLAGS);
  const origin = originLine([...sources, ...(await recipe()), process.version, process.platform, process.arch]);
  if ((await readFile(outfile, 'latin1').catch(() => '')).includes(origin)) return { changed: false, metafiles };
  const caches = await recordCodeCaches(sources);
  const temporary = `${outfile}.${process.pid}.tmp`;
  await writeFile(temporary, providerFile(origin, loader, sources, caches), 'latin1');
  await chmod(temporary, 0o755);
  await rename(temporary, outfile);
  return { changed: true, metafiles };
}

/** What shapes the result beside the bundled sources. */
async function recipe(): Promise<readonly string[]> {
  const names = [
    'build-provider.ts',
    'code-cache.ts',
    'loader.cjs',
    'record-code-cache.cjs',
    'v8-flags.ts',
    'warm-up.ts',
  ];
  return Promise.all(names.map((name) => readFile(join(__dirname, name), 'utf8')));
}

function originLine(inputs: readonly string[]): string {
  const hash = createHash('sha256');
  for (const input of inputs) hash.update(input).update('\0');
  return `/* Built from ${hash.digest('hex')}. Licences: THIRD-PARTY-LICENSES.txt. */\n`;
}

/**
 * The loader, then in a comment the source and the code cache of each part. A comment costs Node least to read over, and yet about
 * 2 ms a megabyte: so all that Terraform does not wait for is compressed.
 */
function providerFile(origin: string, loader: string, sources: readonly string[], caches: readonly Buffer[]): string {
  const blobs = sources.map((source, index) => {
    const cache = caches[index] ?? Buffer.alloc(0);
    return index > 0
      ? { source: packed(Buffer.from(source, 'latin1')), cache: packed(cache) }
      : { source: source.replaceAll('*/', '\x01'), cache: cache.toString('base64') };
  });
  let end = 0;
  const parts = blobs.map(({ source, cache }) => {
    const begin = end;
    end += source.length + cache.length;
    return [begin, begin + source.length, end];
  });
  const payload = blobs.map(({ source, cache }) => source + cache).join('');
  const head = `#!/usr/bin/env node\n${origin}${loader.replace('PARTS', JSON.stringify(parts))}`;
  if (head.length + MARK.length > HEAD_BYTES) throw new Error(`the loader must fit into ${HEAD_BYTES} bytes`);
  return `${head}${MARK}${payload}*/\n`;
}

function packed(bytes: Buffer): string {
  return deflateRawSync(bytes, { level: 9 }).toString('base64');
}
