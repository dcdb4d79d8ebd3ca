import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { SHIPPED_STACKS, synthesizeShipped } from './support/shipped-stacks';

const FOLDER = path.join(__dirname, '..', 'test', 'stacks', 'first-version');

/**
 * `npm run first-versions`: writes down each shipped stack that is new. What is there is never written again: users have
 * deployed it, and what it made must survive every later version.
 */
async function main(): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  for (const name of Object.keys(SHIPPED_STACKS)) {
    const file = path.join(FOLDER, `${name}.json`);
    if (existsSync(file)) continue;
    await writeFile(file, await format(synthesizeShipped(name), { ...(await resolveConfig(file)), parser: 'json' }));
    console.log(`recorded ${path.relative(process.cwd(), file)}`);
  }
}

void main();
