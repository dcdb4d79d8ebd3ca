import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../user-error';
import { isMissing } from '../atomic-file';
import { isSameProcessRunning, referenceTo, type ProcessReference } from './process-identity';
import { hasErrorCode } from '../system-error';

/** How to start a server that outlives this command. */
export interface DetachedServerOptions {
  /** What it is called in messages, such as "the ZenML server". */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly workingDirectory: string;
  /** Receives standard output and error; starts anew with each start. */
  readonly logFile: string;
}

/** Starts a server in a session of its own, so that neither Ctrl-C nor the end of this command reaches it. */
export async function startDetachedServer(options: DetachedServerOptions): Promise<ProcessReference> {
  await mkdir(path.dirname(options.logFile), { recursive: true });
  const log = await open(options.logFile, 'w', 0o600);
  try {
    const child = spawn(options.command, [...options.args], {
      cwd: options.workingDirectory,
      env: options.environment,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    await once(child, 'spawn');
    child.unref();
    const reference = child.pid === undefined ? undefined : await referenceTo(child.pid);
    if (reference === undefined) throw await endedTooSoon(options.name, options.logFile);
    return reference;
  } finally {
    await log.close();
  }
}

/** What to wait for after a start. */
export interface ReadinessOptions {
  readonly name: string;
  readonly process: ProcessReference;
  readonly logFile: string;
  /** Resolves to true once the server answers as it should; false and errors mean "not yet". */
  readonly isReady: () => Promise<boolean>;
  readonly timeoutMilliseconds: number;
  readonly signal?: AbortSignal;
}

/**
 * Waits until a server answers.
 *
 * @throws UserError with the end of its log when it ends or does not answer in time
 */
export async function waitUntilReady(options: ReadinessOptions): Promise<void> {
  const deadline = Date.now() + options.timeoutMilliseconds;
  for (;;) {
    options.signal?.throwIfAborted();
    if (!(await isSameProcessRunning(options.process))) throw await endedTooSoon(options.name, options.logFile);
    if (await options.isReady().catch(() => false)) return;
    if (Date.now() > deadline) {
      throw new UserError(
        `${options.name} did not answer within ${Math.round(options.timeoutMilliseconds / 1000)} s. Its log ends with:\n${await tailOf(options.logFile)}`,
        `Read ${options.logFile}, repair the cause and run the same command again.`,
      );
    }
    await sleep(150, undefined, { signal: options.signal });
  }
}

/** Stops a server: SIGTERM, then SIGKILL after the grace period. A process that reused its pid is left alone. */
export async function stopServer(reference: ProcessReference, graceMilliseconds = 10_000): Promise<void> {
  for (const [signal, wait] of [
    ['SIGTERM', graceMilliseconds],
    ['SIGKILL', 5_000],
  ] as const) {
    if (!(await isSameProcessRunning(reference))) return;
    signalGroup(reference.pid, signal);
    const deadline = Date.now() + wait;
    while (Date.now() < deadline && (await isSameProcessRunning(reference))) await sleep(50);
  }
}

/** The last lines of a log file. */
export async function tailOf(file: string, lines = 20): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).trimEnd().split('\n').slice(-lines).join('\n');
  } catch (error) {
    if (isMissing(error)) return '(no log was written)';
    throw error;
  }
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (!hasErrorCode(error, 'ESRCH')) throw error;
  }
}

async function endedTooSoon(name: string, logFile: string): Promise<UserError> {
  return new UserError(
    `${name} ended right after its start. Its log ends with:\n${await tailOf(logFile)}`,
    `Read ${logFile}, repair the cause and run the same command again.`,
  );
}
