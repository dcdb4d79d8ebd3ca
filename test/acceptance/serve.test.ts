import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { buildProvider } from '../../scripts/build/build-provider';

const FOLDER = mkdtempSync(join(tmpdir(), 'serve-'));
const PROVIDERS = join(FOLDER, 'providers');
const SOCKETS = join(FOLDER, 'tmp');
const ENVIRONMENT = {
  ...process.env,
  TF_CLI_CONFIG_FILE: join(FOLDER, 'terraformrc'),
  CHECKPOINT_DISABLE: '1',
  TMPDIR: SOCKETS,
};

const THING = `
resource "example_thing" "all" {
  name          = "x"
  weight        = 0.1
  labels        = { a = "1", "__proto__" = "y" }
  ports         = [1, 9007199254740993, 123456789012345678901234567890]
  members       = { admins = ["ann", "bob"], guests = [] }
  limits        = { cpu = 1.5 }
  steps         = [{ title = "one", done = true }, { title = "two" }]
  token         = "sekrit"
  token_version = 1
}
data "example_thing" "found" {
  id = example_thing.all.id
}
output "found" {
  value = data.example_thing.found.name
}
`;

let workspaces = 0;

/** A folder of its own for terraform, with the example provider. */
function workspace(hcl: string) {
  const folder = join(FOLDER, `workspace-${(workspaces += 1)}`);
  mkdirSync(folder);
  const write = (text: string) => {
    const head = `terraform {\n  required_providers {\n    example = { source = "cdktf-zenml/example" }\n  }\n}\n`;
    writeFileSync(join(folder, 'main.tf'), `${head}provider "example" {\n  store = "${folder}/store.json"\n}\n${text}`);
  };
  write(hcl);
  return {
    write,
    file: (name: string) => join(folder, name),
    terraform: (...args: string[]) => {
      const { status, stdout, stderr } = spawnSync('terraform', args, {
        cwd: folder,
        env: ENVIRONMENT,
        encoding: 'utf8',
      });
      return { status, output: `${stdout}${stderr}` };
    },
    start: (...args: string[]) => spawn('terraform', args, { cwd: folder, env: ENVIRONMENT }),
  };
}

beforeAll(async () => {
  mkdirSync(PROVIDERS);
  mkdirSync(SOCKETS);
  await buildProvider({
    entry: 'test/support/example-main.ts',
    outfile: join(PROVIDERS, 'terraform-provider-example'),
  });
  writeFileSync(
    ENVIRONMENT.TF_CLI_CONFIG_FILE,
    `provider_installation {\n  dev_overrides {\n    "cdktf-zenml/example" = "${PROVIDERS}"\n    "older/example" = "${PROVIDERS}"\n  }\n  direct {}\n}\n`,
  );
}, 60_000);

afterEach(() => {
  expect(readdirSync(SOCKETS).filter((name) => name.startsWith('plugin-'))).toEqual([]);
});

afterAll(() => {
  rmSync(FOLDER, { recursive: true });
});

test('apply, an empty plan, a change in place, a replacement, and destroy', () => {
  const { terraform, write, file } = workspace(THING);
  expect(terraform('apply', '-auto-approve', '-no-color')).toMatchObject({
    status: 0,
    output: expect.stringContaining('found = "x"') as string,
  });
  expect(terraform('plan', '-detailed-exitcode').status).toBe(0);
  const state = readFileSync(file('terraform.tfstate'), 'utf8');
  expect(state).not.toContain('sekrit');
  expect(state).toContain('123456789012345678901234567890');
  expect(state).toContain('"token_length": 6');
  write(
    THING.replace('cpu = 1.5', 'cpu = 2')
      .replace('sekrit', 'longer one')
      .replace('token_version = 1', 'token_version = 2'),
  );
  const changed = terraform('apply', '-auto-approve', '-no-color');
  expect(changed.output).toContain('0 added, 1 changed, 0 destroyed');
  expect(readFileSync(file('terraform.tfstate'), 'utf8')).toContain('"token_length": 10');
  write(THING.replace('"x"', '"y"'));
  expect(terraform('apply', '-auto-approve', '-no-color').output).toContain('1 added, 0 changed, 1 destroyed');
  expect(terraform('destroy', '-auto-approve', '-no-color').output).toContain('1 destroyed');
  expect(readFileSync(file('store.json'), 'utf8')).toBe('{}');
});

test('an object is imported, and the plan after it is empty', () => {
  const note = 'resource "example_note" "one" {\n  text = "hello"\n}\n';
  const { terraform, file } = workspace(note);
  terraform('apply', '-auto-approve');
  const id = Object.keys(JSON.parse(readFileSync(file('store.json'), 'utf8')) as object)[0]?.split('/')[1] ?? '';
  rmSync(file('terraform.tfstate'));
  expect(terraform('import', 'example_note.one', id).status).toBe(0);
  expect(terraform('plan', '-detailed-exitcode').status).toBe(0);
  const missing = terraform('import', 'example_note.two', 'nowhere');
  expect(missing.status).toBe(1);
});

test('a resource is renamed, and one of another provider is taken over, without a change', () => {
  const { terraform, write, file } = workspace('resource "example_note" "one" {\n  text = "hello"\n}\n');
  terraform('apply', '-auto-approve');
  write(
    'resource "example_note" "two" {\n  text = "hello"\n}\nmoved {\n  from = example_note.one\n  to   = example_note.two\n}\n',
  );
  expect(terraform('apply', '-auto-approve', '-no-color').output).toContain('0 added, 0 changed, 0 destroyed');
  const state = readFileSync(file('terraform.tfstate'), 'utf8');
  writeFileSync(file('terraform.tfstate'), state.replace('/cdktf-zenml/example', '/older/example'));
  write(
    'resource "example_note" "three" {\n  text = "hello"\n}\nmoved {\n  from = example_note.two\n  to   = example_note.three\n}\n',
  );
  expect(terraform('apply', '-auto-approve', '-no-color').output).toContain('0 added, 0 changed, 0 destroyed');
  expect(readFileSync(file('terraform.tfstate'), 'utf8')).not.toContain('/older/example');
});

test('a create that fails half-way is tainted, and the next apply replaces it', () => {
  const { terraform, write, file } = workspace('resource "example_note" "one" {\n  text = "half"\n}\n');
  const failed = terraform('apply', '-auto-approve', '-no-color');
  expect(failed.output).toContain('Note Half Stored');
  expect(readFileSync(file('terraform.tfstate'), 'utf8')).toContain('"status": "tainted"');
  write('resource "example_note" "one" {\n  text = "whole"\n}\n');
  expect(terraform('apply', '-auto-approve', '-no-color').output).toContain('1 added, 0 changed, 1 destroyed');
});

test('an exception of the provider is one clear error, without the secret in it', () => {
  const { terraform } = workspace('resource "example_note" "one" {\n  text = "throw"\n  secret = "hunter2"\n}\n');
  const { status, output } = terraform('apply', '-auto-approve', '-no-color');
  expect(status).toBe(1);
  expect(output).toContain('Unexpected Provider Error');
  expect(output).not.toContain('hunter2');
});

/** The provider of a running terraform, once it is at work. */
async function providerOf(terraform: ChildProcess): Promise<number> {
  let output = '';
  terraform.stdout?.on('data', (data: Buffer) => (output += data.toString()));
  while (!output.includes('Creating...')) await setTimeout(50);
  const { stdout } = spawnSync('pgrep', ['-P', String(terraform.pid)], { encoding: 'utf8' });
  const pids = stdout.trim().split('\n').map(Number);
  return pids.at(-1) ?? 0;
}

/** Milliseconds until the process has ended, at most 5,000. */
async function timeToEnd(pid: number): Promise<number> {
  const begin = performance.now();
  const state = () => spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
  while (performance.now() - begin < 5_000 && !['', 'Z'].includes(state().slice(0, 1))) await setTimeout(20);
  return performance.now() - begin;
}

test('terraform killed in the middle of an apply takes the provider with it', async () => {
  const { start, file } = workspace('resource "example_note" "one" {\n  text = "slow"\n}\n');
  const terraform = start('apply', '-auto-approve', '-no-color');
  const provider = await providerOf(terraform);
  expect(provider).toBeGreaterThan(0);
  terraform.kill('SIGKILL');
  expect(await timeToEnd(provider)).toBeLessThan(2_000);
  rmSync(file('.terraform.tfstate.lock.info'), { force: true });
});

test('Ctrl-C ends a waiting create with its diagnostic', async () => {
  const { start } = workspace('resource "example_note" "one" {\n  text = "slow"\n}\n');
  const terraform = start('apply', '-auto-approve', '-no-color');
  let output = '';
  terraform.stderr.on('data', (data: Buffer) => (output += data.toString()));
  const provider = await providerOf(terraform);
  terraform.kill('SIGINT');
  await once(terraform, 'exit');
  expect(output).toContain('Note Stopped');
  expect(await timeToEnd(provider)).toBeLessThan(2_000);
});
