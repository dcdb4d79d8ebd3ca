import { loadExeca } from '../../src/cli/process/load-execa';

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

async function run(program: string, args: readonly string[]): Promise<Omit<EndedCommand, 'name'>> {
  const execa = await loadExeca();
  const ended = await execa(program, args, { all: true, reject: false, stdin: 'ignore', stripFinalNewline: false });
  // Where it could not be started, it has no exit code, and execa alone knows why.
  const { exitCode, all } = ended;
  return { exitCode: exitCode ?? 1, output: exitCode === undefined ? `${all}${ended.message}\n` : all };
}
