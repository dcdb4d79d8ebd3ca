import path from 'node:path';
import { lockFolder } from '../../src/cli/process/folder-lock';
import { ensureVirtualEnvironment } from '../../src/cli/python/virtual-environment';
import { packageInfo, testRoot } from './test-folder';

/** The virtual environment all acceptance tests share, with the ZenML server and moto; made by the first that asks. */
export async function ensureVenv(): Promise<string> {
  const directory = path.join(testRoot, 'venv');
  const lock = await lockFolder(path.join(testRoot, 'locks', 'venv'), { waitMilliseconds: 900_000 });
  try {
    await ensureVirtualEnvironment({
      directory,
      requirementsFile: path.join(packageInfo.root, 'src', 'cli', 'quickstart', 'requirements.txt'),
      constraintsFile: path.join(packageInfo.root, 'src', 'cli', 'quickstart', 'constraints.txt'),
      logFile: path.join(testRoot, 'logs', 'pip.log'),
    });
    return directory;
  } finally {
    await lock.release();
  }
}
