import { chromium, type Browser } from 'playwright-core';
import { findChromium } from './find-chromium';

/** A headless Chromium without a network. Close it. */
export async function openBrowser(locks: string): Promise<Browser> {
  const root = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: await findChromium(locks),
    // Chromium refuses its sandbox to root.
    args: [...(root ? ['--no-sandbox'] : []), '--disable-dev-shm-usage', '--host-resolver-rules=MAP * ~NOTFOUND'],
  });
}
