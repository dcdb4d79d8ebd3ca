import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProviderProcess } from '../../scripts/support/provider-process';
import { buildProvider } from '../../scripts/build/build-provider';
import { bundleProvider } from '../../scripts/build/provider-parts';

const FOLDER = mkdtempSync(join(tmpdir(), 'build-'));
const ENTRY = 'test/support/example-main.ts';
const BUILT = join(FOLDER, 'one.cjs');

beforeAll(async () => {
  await buildProvider({ entry: ENTRY, outfile: BUILT });
}, 60_000);

afterAll(() => {
  rmSync(FOLDER, { recursive: true });
});

test('the same inputs give the same program', async () => {
  const [one, other] = [await bundleProvider(ENTRY), await bundleProvider(ENTRY)];
  expect(one.sources.length).toBeGreaterThan(1);
  expect(other.sources).toEqual(one.sources);
});

test('a file that is up to date is left alone', async () => {
  const { mtimeMs } = statSync(BUILT);
  expect((await buildProvider({ entry: ENTRY, outfile: BUILT })).changed).toBe(false);
  expect(statSync(BUILT).mtimeMs).toBe(mtimeMs);
});

test('V8 takes the code caches of all parts, also of a package that is loaded on demand', async () => {
  const spy = join(FOLDER, 'spy.cjs');
  const script = `const vm = require('node:vm');
    const { Script } = vm;
    vm.Script = class extends Script {
      constructor(...given) { super(...given); process.stderr.write('rejected: ' + this.cachedDataRejected + '\\n'); }
    };`;
  writeFileSync(spy, script);
  const provider = await ProviderProcess.start({ command: process.execPath, args: ['--require', spy, BUILT] });
  const connection = provider.connect();
  expect((await connection.provider.getMetadata({})).resources).toHaveLength(2);
  await provider.shutDown(connection);
  expect(await provider.stderr).toBe('rejected: false\n'.repeat(3));
});

test('it starts as a program inside a repository of ES modules, and writes nothing beside itself', async () => {
  const repository = join(FOLDER, 'repository');
  mkdirSync(join(repository, 'providers'), { recursive: true });
  writeFileSync(join(repository, 'package.json'), '{ "type": "module" }');
  const command = join(repository, 'providers', 'terraform-provider-example_v0.1.0.cjs');
  copyFileSync(BUILT, command);
  chmodSync(command, 0o755);
  const provider = await ProviderProcess.start({ command, args: [] });
  const connection = provider.connect();
  expect((await connection.provider.getMetadata({})).resources).toHaveLength(2);
  await provider.shutDown(connection);
  expect(readdirSync(join(repository, 'providers'))).toEqual(['terraform-provider-example_v0.1.0.cjs']);
  expect(readFileSync(command).equals(readFileSync(BUILT))).toBe(true);
});

test('another V8 than the one of the build compiles the source instead', async () => {
  const provider = await ProviderProcess.start({ command: process.execPath, args: ['--no-lazy', BUILT] });
  const connection = provider.connect();
  expect((await connection.provider.getMetadata({})).resources).toHaveLength(2);
  await provider.shutDown(connection);
});

test('the file names no path of the machine it was built on', () => {
  const text = readFileSync(BUILT, 'latin1');
  expect(text).not.toContain(process.cwd());
  expect(text).not.toContain(FOLDER);
});
