import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';
import { tailOf } from '../process/detached-server';
import { referenceTo, type ProcessReference } from '../process/process-identity';
import { UserError } from '../user-error';
import { stopTerraformGently } from './stop-terraform';

/** One run of the cdktf command. */
export interface CdktfRunOptions {
  /** Folder with cdktf.json and node_modules. */
  readonly root: string;
  readonly args: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly terraformBinary: string;
  readonly logFile: string;
  readonly signal?: AbortSignal;
  /** Told of the process, so that one left behind by a killed quickstart can be found again. */
  readonly onStarted?: (process: ProcessReference) => Promise<void>;
  /** Told each resource that was made, changed or destroyed. */
  readonly onProgress?: (text: string) => void;
}

/**
 * Runs cdktf in a session of its own: a Ctrl-C in the terminal does not reach it. When the signal aborts,
 * terraform is asked to stop and gets the time to save its state.
 *
 * @returns what it printed, without colours
 * @throws UserError with terraform's errors when it fails
 */
export async function runCdktf(options: CdktfRunOptions): Promise<string> {
  await mkdir(path.dirname(options.logFile), { recursive: true });
  const log = createWriteStream(options.logFile, { mode: 0o600 });
  const child = spawn(path.join(options.root, 'node_modules', '.bin', 'cdktf'), [...options.args], {
    cwd: options.root,
    env: options.environment,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (raw) => {
      const line = stripVTControlCharacters(raw);
      log.write(`${line}\n`);
      lines.push(line);
      const progress = /(\S+: (?:Creation|Modifications|Destruction) complete after \S+)/.exec(line)?.[1];
      if (progress !== undefined) options.onProgress?.(progress);
    });
  }
  await once(child, 'spawn');
  const reference = child.pid === undefined ? undefined : await referenceTo(child.pid);
  if (reference !== undefined) await options.onStarted?.(reference);
  const stopping = stopOnAbort(options, reference);
  const exitCode = await closed;
  await stopping.finish();
  await new Promise((resolve) => log.end(resolve));
  options.signal?.throwIfAborted();
  if (exitCode !== 0) throw failure(options, lines, await tailOf(options.logFile));
  return lines.join('\n');
}

function stopOnAbort(options: CdktfRunOptions, reference: ProcessReference | undefined): { finish(): Promise<void> } {
  let stopped = Promise.resolve();
  const stop = (): void => {
    if (reference !== undefined) stopped = stopTerraformGently(reference, options.terraformBinary);
  };
  options.signal?.addEventListener('abort', stop, { once: true });
  if (options.signal?.aborted === true) stop();
  return {
    finish: () => {
      options.signal?.removeEventListener('abort', stop);
      return stopped;
    },
  };
}

/** Terraform's own error boxes say more than the end of the log. */
function failure(options: CdktfRunOptions, lines: readonly string[], tail: string): UserError {
  const boxes = lines.map((line) => /[│╷╵].*/.exec(line)?.[0]).filter((line) => line !== undefined);
  const unique = [...new Set(boxes)].filter((line) => line.length > 1);
  return new UserError(
    `"cdktf ${options.args.slice(0, 2).join(' ')}" failed:\n${unique.length > 0 ? unique.slice(0, 60).join('\n') : tail}`,
    `The whole log is in ${options.logFile}. Repair the cause and run the same command again: it goes on from here.`,
  );
}
