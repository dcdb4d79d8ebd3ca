import { transform } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { V8_FLAGS } from '../../scripts/build/v8-flags';

const LOADER = readFileSync(join(__dirname, '../../scripts/build/loader.cjs'), 'utf8');

function runOn(node: string) {
  const written: string[] = [];
  const exit = () => {
    throw new Error('exit');
  };
  const process = {
    versions: { node },
    version: `v${node}`,
    execPath: '/usr/bin/node',
    exit,
    stderr: { write: (text: string) => written.push(text) },
  };
  try {
    runInNewContext(LOADER, { process, require: () => exit(), __filename: 'x' });
  } catch (error) {
    if (!(error instanceof Error) || error.message !== 'exit') throw error;
  }
  return written;
}

test.each(['0.10.48', '8.17.0', '18.20.4', '20.8.1'])('Node %s is told that it is too old, in one line', (node) => {
  expect(runOn(node)).toEqual([
    `terraform-provider-zenml needs Node.js 20.9 or newer; "node" on the PATH is v${node} (/usr/bin/node).\n`,
  ]);
});

test.each(['20.9.0', '20.20.2', '22.1.0', '24.0.0'])('Node %s is new enough', (node) => {
  expect(runOn(node)).toEqual([]);
});

test('every Node can read the loader: it is ECMAScript 5', async () => {
  const options = { target: 'es5', supported: {}, minify: false } as const;
  const { code } = await transform(LOADER, options);
  expect(code).not.toMatch(/\b(const|let|class|async)\b|=>|`/);
  expect(LOADER).not.toMatch(/\b(const|let|class|async)\b|=>|`/);
});

test('V8 knows the flags by which the provider needs less memory', () => {
  const set = (flags: string) => {
    const script = `require('v8').setFlagsFromString(${JSON.stringify(flags)})`;
    return spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' }).stderr;
  };
  expect(set(V8_FLAGS)).toBe('');
  expect(set(`${V8_FLAGS} --no-such-flag`)).not.toBe('');
});
