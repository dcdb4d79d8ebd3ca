import { runAtOnce, type EndedCommand } from '../../scripts/support/run-at-once';

const program = (text: string) => [process.execPath, '-e', text];

async function ended(
  commands: Readonly<Record<string, readonly string[]>>,
): Promise<{ succeeded: boolean; commands: readonly EndedCommand[] }> {
  const all: EndedCommand[] = [];
  const succeeded = await runAtOnce(commands, (command) => all.push(command));
  return { succeeded, commands: all };
}

it('gives what each command printed, in the order in which they end', async () => {
  const quick = program("console.log('quick')");
  const slow = program("setTimeout(() => console.error('slow'), 1_000)");
  expect(await ended({ slow, quick })).toEqual({
    succeeded: true,
    commands: [
      { name: 'quick', exitCode: 0, output: 'quick\n' },
      { name: 'slow', exitCode: 0, output: 'slow\n' },
    ],
  });
});

it('fails where one does, or cannot be started, and lets the others end', async () => {
  const others = { other: program("setTimeout(() => console.log('done'), 300)") };
  const failing = await ended({ failing: program('process.exitCode = 3'), ...others });
  expect(failing.succeeded).toBe(false);
  expect(failing.commands).toContainEqual({ name: 'failing', exitCode: 3, output: '' });
  expect(failing.commands).toContainEqual({ name: 'other', exitCode: 0, output: 'done\n' });
  const missing = await ended({ missing: ['no-such-program-here'], ...others });
  expect(missing.succeeded).toBe(false);
  expect(missing.commands).toContainEqual(expect.objectContaining({ name: 'missing', exitCode: 1 }));
  expect(missing.commands).toContainEqual({ name: 'other', exitCode: 0, output: 'done\n' });
});
