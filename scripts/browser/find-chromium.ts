import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { lockFolder } from '../../src/cli/process/folder-lock';
import { loadExeca } from '../../src/cli/process/load-execa';

const NAMES = ['chromium', 'chromium-browser', 'chromium-headless-shell', 'google-chrome-stable', 'google-chrome'];

/**
 * The Chromium that the machine has: the one that CHROMIUM_PATH names, or one on PATH. Where there is none, root on Debian gets that of
 * the distribution.
 *
 * @param locks folder for the lock of the installation
 */
export async function findChromium(locks: string): Promise<string> {
  const found = chromiumOn(process.env);
  if (found !== undefined) return found;
  const lock = await lockFolder(path.join(locks, 'chromium'), { waitMilliseconds: 600_000 });
  try {
    return chromiumOn(process.env) ?? (await installChromium());
  } finally {
    await lock.release();
  }
}

/** The path of a Chromium, by the variables of an environment. */
export function chromiumOn({ CHROMIUM_PATH, PATH = '' }: NodeJS.ProcessEnv): string | undefined {
  if (CHROMIUM_PATH !== undefined && CHROMIUM_PATH !== '') return CHROMIUM_PATH;
  const folders = PATH.split(path.delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name))).find(isExecutable);
}

async function installChromium(): Promise<string> {
  const execa = await loadExeca();
  const install = async (...args: string[]): Promise<boolean> => {
    const options = { reject: false, env: { DEBIAN_FRONTEND: 'noninteractive' }, timeout: 300_000 };
    return !(await execa('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], options)).failed;
  };
  const mayInstall = process.getuid?.() === 0 && (await install('update'));
  if (mayInstall) await install('install', '--yes', '--no-install-recommends', 'chromium');
  const found = chromiumOn(process.env);
  if (found !== undefined) return found;
  throw new Error(
    'No Chromium was found on PATH, and it could not be installed. Install it (Debian: apt-get install chromium), or name it in CHROMIUM_PATH.',
  );
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
