import { loadExeca } from '../process/load-execa';
import { UserError } from '../user-error';

/** Names tried on PATH, the best first. */
export const PYTHON_NAMES = ['python3.12', 'python3.11', 'python3.13', 'python3.10', 'python3.14', 'python3', 'python'];

const PROBE = 'import sys, venv, ensurepip; print(sys.version_info[0], sys.version_info[1], sys.executable)';
const MISSING_MODULE = /No module named '?(venv|ensurepip)/;

/** A Python that can make the virtual environment. */
export interface Python {
  readonly executable: string;
  /** Such as "3.11". */
  readonly version: string;
}

/**
 * Finds a Python >= 3.10 and < 3.15 (the range of the pinned ZenML) that has venv.
 *
 * @throws UserError naming what was found and why it does not do
 */
export async function findPython(names: readonly string[] = PYTHON_NAMES): Promise<Python> {
  const refused: string[] = [];
  for (const name of names) {
    const result = await (
      await loadExeca()
    )(name, ['-c', PROBE], { reject: false, timeout: 20_000, env: { PYTHONHOME: undefined } });
    if (result.failed) {
      if (MISSING_MODULE.test(result.stderr)) refused.push(`${name} has no venv module`);
      continue;
    }
    const [major, minor, executable] = result.stdout.trim().split(' ');
    const version = `${major}.${minor}`;
    if (executable !== undefined && major === '3' && Number(minor) >= 10 && Number(minor) < 15)
      return { executable, version };
    refused.push(`${name} is version ${version}`);
  }
  const found =
    refused.length === 0 ? 'No Python was found on PATH' : `No usable Python was found on PATH (${refused.join(', ')})`;
  throw new UserError(
    `${found}: Python >= 3.10 and < 3.15 with venv is needed for the ZenML server.`,
    'Install one (for example "apt-get install python3 python3-venv", "brew install python@3.12") and run the same command again.',
  );
}
