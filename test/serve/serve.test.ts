import { status } from '@grpc/grpc-js';
import * as fc from 'fast-check';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { bundle } from '../../scripts/build/bundle';
import { ProviderConnection } from '../../scripts/support/provider-connection';
import { ProviderProcess, type ProviderProcessOptions } from '../../scripts/support/provider-process';
import { declinedRpcs } from '../../src/protocol';
import { createCertificate } from '../../src/serve/certificate';
import { arbitraryDamage } from '../support/arbitrary-damage';
import { createExampleProvider } from '../support/example-provider';
import { FUZZ_VALUES, report } from '../support/fuzz';
import { NOTHING, wireObject } from '../support/one-resource';
import { recordRequests } from '../support/recorded-requests';

const COMMAND = process.execPath;
const COOKIE = 'd602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2';
const CONFIGURE = '/tfplugin6.Provider/ConfigureProvider';
const FOLDER = mkdtempSync(join(tmpdir(), 'example-'));
const ARGS = [join(FOLDER, 'example.cjs')];

const started: ProviderProcess[] = [];

async function start(options: Partial<ProviderProcessOptions> = {}): Promise<ProviderProcess> {
  const provider = await ProviderProcess.start({ command: COMMAND, args: ARGS, ...options });
  started.push(provider);
  return provider;
}

/** Milliseconds until the process has gone. */
async function timeToExit(provider: ProviderProcess): Promise<number> {
  const begin = performance.now();
  await provider.exited();
  return performance.now() - begin;
}

function refusalOf(call: Promise<unknown>): Promise<{ code: number; details: string }> {
  return call.then(
    () => {
      throw new Error('the call was answered');
    },
    (error: unknown) => error as { code: number; details: string },
  );
}

beforeAll(async () => {
  const { code } = await bundle({ entry: { file: join(__dirname, '../support/example-main.ts') } });
  writeFileSync(join(FOLDER, 'example.cjs'), code);
});

afterAll(() => {
  rmSync(FOLDER, { recursive: true });
});

afterEach(() => {
  for (const provider of started.splice(0)) provider.kill();
});

jest.setTimeout(120_000);

test('the greeting names protocol, socket and certificate, and the provider answers there', async () => {
  const provider = await start();
  expect(provider.greeting.line).toMatch(/^1\|6\|unix\|\/.+\.sock\|grpc\|[A-Za-z0-9+/]+$/);
  const connection = provider.connect();
  const { resources } = await connection.provider.getMetadata({});
  expect(resources).toHaveLength(2);
  await provider.shutDown(connection);
  expect(provider.child.exitCode).toBe(0);
  expect(existsSync(dirname(provider.greeting.socketPath))).toBe(false);
});

test('a client with another certificate, or none, is refused, and the right one still served', async () => {
  const provider = await start();
  const stranger = provider.connect(createCertificate());
  expect((await refusalOf(stranger.provider.getMetadata({}))).code).toBe(status.UNAVAILABLE);
  const nobody = provider.connect(null);
  expect((await refusalOf(nobody.provider.getMetadata({}))).code).toBe(status.UNAVAILABLE);
  stranger.close();
  nobody.close();
  await setTimeout(1_000);
  const connection = provider.connect();
  expect((await connection.provider.getMetadata({})).resources).toHaveLength(2);
  await provider.shutDown(connection);
});

test('declined RPCs are UNIMPLEMENTED with their reason, unknown ones too', async () => {
  const provider = await start();
  const connection = provider.connect();
  for (const [path, reason] of declinedRpcs()) {
    const { code, details } = await refusalOf(connection.callBytes(path, new Uint8Array()));
    expect({ path, code, details }).toEqual({ path, code: status.UNIMPLEMENTED, details: reason });
  }
  const unknown = await refusalOf(connection.callBytes('/tfplugin6.Provider/Fly', new Uint8Array()));
  expect(unknown.code).toBe(status.UNIMPLEMENTED);
  await provider.shutDown(connection);
});

test('damaged requests of every kind, many at a time, are all answered and leave the provider serving', async () => {
  const provider = await start();
  const connection = provider.connect();
  const requests = await recordRequests();
  const configuration = requests.find(({ path }) => path === CONFIGURE);
  if (!configuration) throw new Error('no configuration was recorded');
  await connection.callBytes(CONFIGURE, configuration.request);
  // A damaged configuration could name any file as the place where the example keeps its objects.
  const harmless = requests.filter(({ path }) => path !== CONFIGURE);
  const damaged = fc.sample(arbitraryDamage(harmless), FUZZ_VALUES / 20);
  for (let sent = 0; sent < damaged.length; sent += 10) {
    const answers = damaged.slice(sent, sent + 10).map(({ path, request }) => connection.callBytes(path, request));
    expect((await Promise.all(answers)).every((answer) => answer instanceof Uint8Array)).toBe(true);
  }
  report(`served process: ${damaged.length} damaged requests answered`);
  expect((await connection.provider.getMetadata({})).resources).toHaveLength(2);
  await provider.shutDown(connection);
  expect(provider.child.exitCode).toBe(0);
});

test.each([
  ['with TLS', undefined],
  ['without TLS', null],
])('bytes that are no HTTP leave the provider serving, %s', async (_name, clientCertificate) => {
  const provider = await start({ ...(clientCertificate === null && { clientCertificate }) });
  const connection = provider.connect();
  await connection.provider.getMetadata({});
  for (const bytes of [Buffer.from('GET / HTTP/1.1\r\n\r\n'), Buffer.alloc(10_000, 0xff), Buffer.of(0)]) {
    const stranger = createConnection(provider.greeting.socketPath);
    stranger.on('error', () => undefined);
    stranger.end(bytes);
    await once(stranger.resume(), 'close');
  }
  expect((await connection.provider.getMetadata({})).resources).toHaveLength(2);
  await provider.shutDown(connection);
});

test('it exits within two seconds after its last client vanished', async () => {
  const provider = await start();
  const connection = provider.connect();
  await connection.provider.getMetadata({});
  connection.close();
  expect(await timeToExit(provider)).toBeLessThan(2_000);
  expect(existsSync(provider.greeting.socketPath)).toBe(false);
});

/** A process that starts the provider and waits, as Terraform does; the provider's id and greeting. */
async function startUnderParent() {
  const script = `const child = require('node:child_process').spawn(process.argv[1], process.argv.slice(2), { stdio: ['ignore', 'inherit', 'ignore'] });
    console.log(child.pid); setInterval(() => undefined, 1000);`;
  const environment = { ...process.env, TF_PLUGIN_MAGIC_COOKIE: COOKIE };
  const parent = spawn(COMMAND, ['-e', script, COMMAND, ...ARGS], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface(parent.stdout)[Symbol.asyncIterator]();
  const pid = Number((await lines.next()).value);
  const line = String((await lines.next()).value);
  expect(line).toMatch(/^1\|6\|unix\|/);
  return { parent, pid, greeting: { line, socketPath: line.split('|')[3] ?? '', certificate: Buffer.alloc(0) } };
}

/** Milliseconds until a process that is no child of this one has gone. */
async function timeToVanish(pid: number): Promise<number> {
  const begin = performance.now();
  while (isRunning(pid) && performance.now() - begin < 5_000) await setTimeout(50);
  return performance.now() - begin;
}

test('it exits within two seconds when its parent is killed before anybody connected', async () => {
  const { parent, pid } = await startUnderParent();
  parent.kill('SIGKILL');
  expect(await timeToVanish(pid)).toBeLessThan(2_000);
});

test.each([
  ['that ends when it is told to', 'slow'],
  ['that does not end', 'stuck'],
])('it exits within two seconds when its parent is killed during a create %s', async (_name, text) => {
  const { parent, pid, greeting } = await startUnderParent();
  const connection = new ProviderConnection(greeting, null);
  const example = createExampleProvider();
  const note = example.resources[1]?.schema ?? example.schema;
  await connection.provider.configureProvider({ config: wireObject(example.schema, {}) });
  const create = connection.provider.applyResourceChange({
    typeName: 'example_note',
    priorState: NOTHING,
    plannedState: wireObject(note, { text }),
    config: wireObject(note, { text }),
  });
  const unanswered = expect(create).rejects.toMatchObject({ code: status.UNAVAILABLE });
  await setTimeout(200);
  parent.kill('SIGKILL');
  expect(await timeToVanish(pid)).toBeLessThan(2_000);
  expect(existsSync(greeting.socketPath)).toBe(false);
  await unanswered;
  connection.close();
});

test('Ctrl-C is left to Terraform', async () => {
  const provider = await start();
  const connection = provider.connect();
  await connection.provider.getMetadata({});
  provider.child.kill('SIGINT');
  await setTimeout(300);
  expect((await connection.provider.getMetadata({})).resources).toHaveLength(2);
  await provider.shutDown(connection);
});

test('the socket lies where Terraform wants it', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'wanted-'));
  const provider = await start({ environment: { PLUGIN_UNIX_SOCKET_DIR: directory } });
  expect(dirname(provider.greeting.socketPath)).toBe(directory);
  await provider.shutDown();
  expect(readdirSync(directory)).toEqual([]);
  rmSync(directory, { recursive: true });
});

test('a socket path that is too long ends in one message', () => {
  const directory = join(tmpdir(), 'x'.repeat(120));
  const environment = {
    ...process.env,
    TF_PLUGIN_MAGIC_COOKIE: COOKIE,
  };
  const { status: code, stderr } = spawnSync(COMMAND, ARGS, {
    env: { ...environment, PLUGIN_UNIX_SOCKET_DIR: directory },
    encoding: 'utf8',
  });
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /^terraform-provider-example cannot listen on .+ at most 103 bytes\. Set TMPDIR to a shorter directory\.\n$/,
  );
});

test('without a client certificate it serves without TLS', async () => {
  const provider = await start({ clientCertificate: null });
  expect(provider.greeting.certificate).toHaveLength(0);
  const connection = provider.connect();
  expect((await connection.provider.getMetadata({})).resources).toHaveLength(2);
  await provider.shutDown(connection);
});

test('started by hand it says what it is', () => {
  const { status: code, stdout, stderr } = spawnSync(COMMAND, ARGS, { encoding: 'utf8' });
  expect(code).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^terraform-provider-example is a Terraform provider: .+\n$/);
});

test('with --debug it prints what to export, outlives its clients, and ends with Ctrl-C', async () => {
  const child = spawn(COMMAND, [...ARGS, '--debug'], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  for await (const line of createInterface(child.stdout)) {
    output = line;
    if (line.startsWith('export TF_REATTACH_PROVIDERS=')) break;
  }
  const reattach = JSON.parse(output.slice(output.indexOf('{'), -1)) as Record<
    string,
    { Addr: { String: string }; Pid: number }
  >;
  const { Addr, Pid } = reattach['cdktf-zenml/example'] ?? { Addr: { String: '' }, Pid: 0 };
  expect(Pid).toBe(child.pid);
  for (let run = 0; run < 2; run += 1) {
    const connection = new ProviderConnection(
      { line: '', socketPath: Addr.String, certificate: Buffer.alloc(0) },
      null,
    );
    expect((await connection.provider.getMetadata({})).resources).toHaveLength(2);
    connection.close();
    await setTimeout(800);
  }
  child.kill('SIGINT');
  await once(child, 'exit');
  expect(existsSync(Addr.String)).toBe(false);
});

test('the log shows what TF_LOG_PROVIDER asks for, as hclog lines', async () => {
  const provider = await start({ environment: { TF_LOG_PROVIDER: 'debug' } });
  const connection = provider.connect();
  await refusalOf(connection.callBytes('/tfplugin6.Provider/CallFunction', new Uint8Array()));
  await provider.shutDown(connection);
  const lines = (await provider.stderr)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, string>);
  expect(lines[0]).toMatchObject({
    '@level': 'debug',
    '@message': 'an RPC was declined',
    '@module': 'terraform-provider-example',
  });
  const quiet = await start();
  await quiet.shutDown();
  expect(await quiet.stderr).toBe('');
});

/** False for a process that has ended and waits for a parent to notice. */
function isRunning(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.trim() !== '' && !stdout.startsWith('Z');
}
