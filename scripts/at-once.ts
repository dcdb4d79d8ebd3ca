import { runAtOnce } from './support/run-at-once';

/** `tsx scripts/at-once.ts SCRIPT...`: runs scripts of package.json at once, each on a core, and fails where one of them does. */
async function main(): Promise<void> {
  const scripts = process.argv.slice(2);
  const commands = Object.fromEntries(scripts.map((script) => [script, ['npm', 'run', '--silent', script]]));
  const succeeded = await runAtOnce(commands, ({ name, exitCode, output }) => {
    process.stdout.write(`${output}${name}: ${exitCode === 0 ? 'done' : `failed with exit code ${exitCode}`}\n`);
  });
  if (!succeeded) process.exitCode = 1;
}

void main();
