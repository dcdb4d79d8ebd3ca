import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeDiagram } from '../src/cli/diagram/write-diagram';
import { openBrowser } from './browser/open-browser';

const IMAGES = join('docs', 'images');

/** `tsx scripts/screenshots.ts`: the pictures of the documentation, from the shipped stacks. */
async function main(): Promise<void> {
  process.chdir(join(__dirname, '..'));
  const folder = await mkdtemp(join(tmpdir(), 'screenshots-'));
  const browser = await openBrowser(join('.test', 'locks'));
  try {
    const page = join(folder, 'stacks.html');
    await writeDiagram({ output: page });
    const tab = await browser.newPage({ viewport: { width: 1360, height: 1000 }, colorScheme: 'light' });
    await tab.goto(pathToFileURL(page).href);
    await tab.screenshot({ path: join(IMAGES, 'diagram.png'), fullPage: true });
  } finally {
    await browser.close();
    await rm(folder, { recursive: true });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
