import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startDetachedServer } from '../../../src/cli/process/detached-server';
import { isSameProcessRunning } from '../../../src/cli/process/process-identity';
import { stopTerraformGently } from '../../../src/cli/quickstart/stop-terraform';
import { putScript, useTemporaryFolder } from '../support/temporary-folder';

const folder = useTemporaryFolder();

async function startCdktf(body: string) {
  const command = await putScript(path.join(folder(), 'cdktf'), body);
  return startDetachedServer({
    name: 'cdktf',
    command,
    args: [],
    environment: { ...process.env, PATH: `${folder()}:${process.env.PATH ?? ''}` },
    workingDirectory: folder(),
    logFile: path.join(folder(), 'log'),
  });
}

async function seen(file: string): Promise<void> {
  while (!existsSync(file)) await sleep(20);
}

test('lets terraform save its state before cdktf ends', async () => {
  const [started, saved] = [path.join(folder(), 'started'), path.join(folder(), 'saved')];
  await putScript(
    path.join(folder(), 'terraform'),
    `trap 'echo yes > ${saved}; exit 1' INT\ntouch ${started}\nwhile :; do sleep 0.1; done`,
  );
  const cdktf = await startCdktf('terraform; exit 1');
  await seen(started);
  await stopTerraformGently(cdktf, 'terraform');
  expect(await isSameProcessRunning(cdktf)).toBe(false);
  expect(await readFile(saved, 'utf8')).toBe('yes\n');
}, 20_000);

test('kills a cdktf that has not begun with terraform', async () => {
  const started = path.join(folder(), 'started');
  const cdktf = await startCdktf(`touch ${started}; sleep 60; terraform`);
  await seen(started);
  await stopTerraformGently(cdktf, 'terraform');
  expect(await isSameProcessRunning(cdktf)).toBe(false);
}, 20_000);

test('leaves a process that has the pid now alone', async () => {
  await expect(
    stopTerraformGently({ pid: process.pid, startedAt: 'another time' }, 'terraform'),
  ).resolves.toBeUndefined();
});
