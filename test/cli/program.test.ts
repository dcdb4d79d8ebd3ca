import { createProgram } from '../../src/cli/program';

async function run(...args: string[]): Promise<{ code: string; said: string }> {
  let said = '';
  const output = { writeErr: (text: string) => (said += text), writeOut: (text: string) => (said += text) };
  const program = createProgram();
  for (const command of [program, ...program.commands, ...program.commands.flatMap((each) => each.commands)]) {
    command.exitOverride().configureOutput(output);
  }
  const code = await program.parseAsync(['node', 'cdktf-zenml', ...args]).then(
    () => 'none',
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
  );
  return { code, said };
}

test.each([
  [['quickstart', 'sideways'], /'sideways' is invalid for argument 'action'\. Allowed choices are up, down/],
  [['quickstart', '--cloud'], /unknown option '--cloud'/],
  [['provider', 'install', '--dir'], /option '--dir <directory>' argument missing/],
  [['flavors', 'generate', '--server'], /option '--server <url>' argument missing/],
  [['deploy'], /unknown command 'deploy'/],
])('fails on %j with what is allowed', async (args, message) => {
  const { code, said } = await run(...args);
  expect(code).toMatch(/^commander\./);
  expect(said).toMatch(message);
});

test('the help shows the commands', async () => {
  const { said } = await run('--help');
  expect(said).toMatch(/provider .*\n\s+flavors .*\n[^]*diagram .*\n[^]*quickstart/);
});

test('the help says of options that may be repeated that there is none by default', async () => {
  const { said } = await run('leftovers', '--help');
  expect(said.replaceAll(/\s+/g, ' ')).toMatch(/--region <region> .*?; repeatable \(default: none\)/);
});

test('the options for tests are not in the help', async () => {
  const { said } = await run('quickstart', '--help');
  expect(said).toContain('--local');
  expect(said).not.toContain('--venv');
});
