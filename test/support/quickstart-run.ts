import { spawn } from 'node:child_process';
import path from 'node:path';
import { neutralEnvironment } from '../../src/cli/servers/local-environment';
import { packageInfo, testRoot } from './test-folder';

/** A quickstart to run as a user would. */
export interface QuickstartRunOptions {
  readonly directory: string;
  readonly args: readonly string[];
  readonly environment?: Record<string, string>;
}

/** A quickstart that runs. */
export interface QuickstartRun {
  /** Resolves once the output has such text; rejects when it ends without. */
  said(text: RegExp): Promise<void>;
  /** Presses Ctrl-C: the terminal sends SIGINT to all processes of the group. */
  interrupt(): void;
  readonly ended: Promise<{ exitCode: number | null; output: string }>;
}

/** Starts the command from its sources, in a process group of its own, on the shared virtual environment. */
export function startQuickstart({ directory, args, environment }: QuickstartRunOptions): QuickstartRun {
  const command = [path.join(packageInfo.root, 'src', 'cli', 'main.ts'), 'quickstart', ...args];
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', ...command, '--directory', directory, '--venv', path.join(testRoot, 'venv')],
    {
      cwd: packageInfo.root,
      env: { ...neutralEnvironment(), ...environment },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<{ exitCode: number | null; output: string }>((resolve) => {
    child.once('close', (exitCode) => {
      resolve({ exitCode, output });
    });
  });
  return {
    ended,
    interrupt: () => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
    },
    said: (text) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (text.test(output)) resolve();
        };
        listeners.add(look);
        look();
        void ended.then(() => {
          reject(new Error(`the quickstart ended without saying ${String(text)}:\n${output}`));
        });
      }),
  };
}
