import { spawn } from 'node:child_process';

/** A command that ended. */
export interface EndedCommand {
  readonly name: string;
  /** 1 where a signal ended it. */
  readonly exitCode: number;
  readonly output: string;
}

/**
 * Runs commands at once, and lets all of them end though one fails.
 *
 * @param ended told of each as it ends
 * @returns whether all succeeded
 */
export async function runAtOnce(
  commands: Readonly<Record<string, readonly string[]>>,
  ended: (command: EndedCommand) => void,
): Promise<boolean> {
  const runs = Object.entries(commands).map(async ([name, [program = '', ...args]]) => {
    const command = { name, ...(await run(program, args)) };
    ended(command);
    return command.exitCode === 0;
  });
  return (await Promise.all(runs)).every(Boolean);
}

function run(program: string, args: readonly string[]): Promise<Omit<EndedCommand, 'name'>> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.once('error', ({ message }) => {
      resolve({ exitCode: 1, output: `${output}${message}\n` });
    });
    child.once('close', (exitCode) => {
      resolve({ exitCode: exitCode ?? 1, output });
    });
  });
}
