import { loadExeca } from '../process/load-execa';
import { writeFileAtomically } from '../atomic-file';
import { UserError } from '../user-error';
import { pythonEnvironment, pythonIn } from './virtual-environment';

/** A script of ours, run in a virtual environment. */
export interface PythonScriptOptions {
  readonly venv: string;
  readonly script: string;
  readonly args?: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly workingDirectory: string;
  readonly logFile: string;
  /** What it does, for messages: "The proof of the stack". */
  readonly purpose: string;
  readonly timeoutMilliseconds: number;
  readonly signal?: AbortSignal;
}

/** Runs a script whose last line on standard output is JSON. @returns that JSON */
export async function runPythonScript(options: PythonScriptOptions): Promise<unknown> {
  const result = await (
    await loadExeca()
  )(pythonIn(options.venv), [options.script, ...(options.args ?? [])], {
    cwd: options.workingDirectory,
    env: pythonEnvironment(options.environment),
    extendEnv: false,
    reject: false,
    stdin: 'ignore',
    all: true,
    timeout: options.timeoutMilliseconds,
    cancelSignal: options.signal,
  });
  await writeFileAtomically(options.logFile, result.all, 0o600);
  options.signal?.throwIfAborted();
  const last = result.stdout.trimEnd().split('\n').at(-1) ?? '';
  if (!result.failed) {
    try {
      return JSON.parse(last);
    } catch {
      // Said below, with what it printed.
    }
  }
  const said = result.timedOut
    ? `no end after ${options.timeoutMilliseconds / 1000} s`
    : result.all.trimEnd().split('\n').slice(-15).join('\n');
  throw new UserError(
    `${options.purpose} failed:\n${said}`,
    `The whole log is in ${options.logFile}. Run the same command again once the cause is repaired.`,
  );
}
