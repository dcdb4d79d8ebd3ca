import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProviderProcess } from '../support/provider-process';
import { V8_FLAGS } from './v8-flags';
import { warmUp } from './warm-up';

const RECORDER = join(__dirname, 'record-code-cache.cjs');

/**
 * V8's code cache of each part, made after the provider has answered what every Terraform run asks. With `--predictable`,
 * which changes nothing that a cache is refused for, V8 makes the same cache nearly every time.
 */
export async function recordCodeCaches(sources: readonly string[]): Promise<readonly Buffer[]> {
  const folder = await mkdtemp(join(tmpdir(), 'code-cache-'));
  try {
    await Promise.all(sources.map((source, index) => writeFile(join(folder, `${index}.js`), source, 'latin1')));
    const provider = await ProviderProcess.start({
      command: process.execPath,
      args: ['--predictable', RECORDER, folder, V8_FLAGS],
    });
    const connection = provider.connect();
    await warmUp(connection.provider);
    await provider.shutDown(connection);
    return await Promise.all(sources.map((_, index) => readFile(join(folder, `${index}.cache`))));
  } finally {
    await rm(folder, { recursive: true });
  }
}
