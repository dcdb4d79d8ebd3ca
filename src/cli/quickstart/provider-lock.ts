import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { isMissing, readFileIfExists, writeFileAtomically } from '../atomic-file';

/** Hash of an installed provider. */
export async function providerHash(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}

/**
 * Takes our provider out of terraform's lock files below a cdktf output folder: a provider built anew under the same
 * version has another checksum, and init would refuse it. The locks of all other providers stay.
 */
export async function unlockProvider(synthesized: string, host: string): Promise<void> {
  const address = `${host}/cdktf-zenml/zenml`;
  for (const stack of await stacksIn(path.join(synthesized, 'stacks'))) {
    const file = path.join(synthesized, 'stacks', stack, '.terraform.lock.hcl');
    const text = await readFileIfExists(file);
    if (text === undefined) continue;
    const start = text.indexOf(`provider "${address}" {`);
    const end = text.indexOf('\n}\n', start);
    if (start >= 0 && end >= 0) await writeFileAtomically(file, text.slice(0, start) + text.slice(end + 3));
  }
}

async function stacksIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
