import { createInterface } from 'node:readline/promises';

/** Where questions are asked. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** Asks on the terminal. Ctrl+C and Ctrl+D are an empty answer. */
export async function answerTo(question: string, { input, output }: Terminal): Promise<string> {
  const terminal = createInterface({ input, output, terminal: true });
  try {
    return (await terminal.question(question)).trim();
  } catch (error) {
    if (isAborted(error)) return '';
    throw error;
  } finally {
    terminal.close();
  }
}

/** Asks on the terminal; anything but y or yes is a no. Undefined where there is no terminal to ask on. */
export function confirmOnTerminal(): ((question: string) => Promise<boolean>) | undefined {
  const { stdin: input, stdout: output } = process;
  if (!input.isTTY || !output.isTTY) return undefined;
  return async (question) => /^y(es)?$/i.test(await answerTo(`${question} [y/N] `, { input, output }));
}

function isAborted(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ABORT_ERR';
}
