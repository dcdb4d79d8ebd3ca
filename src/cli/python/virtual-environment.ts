import { createHash } from 'node:crypto';
import { access, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { loadExeca } from '../process/load-execa';
import { readFileIfExists, writeFileAtomically } from '../atomic-file';
import { tailOf } from '../process/detached-server';
import { UserError } from '../user-error';
import { findPython } from './find-python';

const FOREIGN = new Set([
  'PYTHONHOME',
  'PYTHONPATH',
  'VIRTUAL_ENV',
  'PIP_REQUIRE_VIRTUALENV',
  'PIP_USER',
  'PIP_TARGET',
]);
const MARKER = '.installed';

/** What a virtual environment holds. */
export interface VirtualEnvironmentOptions {
  readonly directory: string;
  readonly requirementsFile: string;
  /** Pins of everything the requirements bring along. */
  readonly constraintsFile?: string;
  /** Receives what pip says. */
  readonly logFile: string;
  readonly signal?: AbortSignal;
  /** Told the package pip is working on. */
  readonly onProgress?: (text: string) => void;
}

/** Makes a virtual environment, or leaves it alone when it holds the requirements already. @returns whether it installed */
export async function ensureVirtualEnvironment(options: VirtualEnvironmentOptions): Promise<boolean> {
  const fingerprint = await fingerprintOf(options);
  const marker = path.join(options.directory, MARKER);
  if ((await readFileIfExists(marker)) === fingerprint && (await hasPython(options.directory))) return false;
  const python = await findPython();
  await mkdir(path.dirname(options.logFile), { recursive: true });
  await run(options, python.executable, ['-m', 'venv', '--clear', options.directory]);
  const constraints = options.constraintsFile === undefined ? [] : ['--constraint', options.constraintsFile];
  const pip = [
    '-m',
    'pip',
    'install',
    '--no-input',
    '--disable-pip-version-check',
    '--requirement',
    options.requirementsFile,
  ];
  await run(options, pythonIn(options.directory), [...pip, ...constraints]);
  await writeFileAtomically(marker, fingerprint);
  return true;
}

/** The interpreter of a virtual environment. */
export function pythonIn(directory: string): string {
  return path.join(directory, 'bin', 'python');
}

/** Environment for a Python of our own: nothing of the caller's Python may leak into it. */
export function pythonEnvironment(base: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(base).filter(([name]) => !FOREIGN.has(name)));
}

async function run(options: VirtualEnvironmentOptions, command: string, args: readonly string[]): Promise<void> {
  const execa = await loadExeca();
  const subprocess = execa(command, args, {
    all: true,
    buffer: false,
    cancelSignal: options.signal,
    env: pythonEnvironment(),
    extendEnv: false,
    stdin: 'ignore',
    stdout: ['pipe', { file: options.logFile, append: true }],
    stderr: ['pipe', { file: options.logFile, append: true }],
    reject: false,
  });
  createInterface({ input: subprocess.all }).on('line', (line) => {
    const [, name] = /^Collecting ([\w.-]+)/.exec(line) ?? [];
    if (name !== undefined) options.onProgress?.(name);
    else if (line.startsWith('Installing collected packages')) options.onProgress?.('installing what was collected');
  });
  const result = await subprocess;
  options.signal?.throwIfAborted();
  if (!result.failed) return;
  throw new UserError(
    `Python packages could not be installed into ${options.directory}. pip said:\n${await tailOf(options.logFile, 8)}`,
    `Read ${options.logFile}; check the network, or set PIP_INDEX_URL to your package index, and run the same command again.`,
  );
}

async function fingerprintOf(options: VirtualEnvironmentOptions): Promise<string> {
  const hash = createHash('sha256');
  for (const file of [options.requirementsFile, options.constraintsFile]) {
    if (file !== undefined) hash.update(await readFile(file)).update('\0');
  }
  return hash.digest('hex');
}

/** Whether a virtual environment has a Python that starts. */
export async function hasPython(directory: string): Promise<boolean> {
  try {
    await access(pythonIn(directory));
    return !(
      await (
        await loadExeca()
      )(pythonIn(directory), ['-c', ''], { reject: false, timeout: 20_000, env: pythonEnvironment(), extendEnv: false })
    ).failed;
  } catch {
    return false;
  }
}
