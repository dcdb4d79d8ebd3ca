import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { lockFolder } from '../../../src/cli/process/folder-lock';
import { processStart } from '../../../src/cli/process/process-identity';
import { put, useTemporaryFolder } from '../support/temporary-folder';

const folder = useTemporaryFolder();
const file = () => path.join(folder(), 'lock.json');

test('a second holder is refused, with the process that holds it', async () => {
  const lock = await lockFolder(folder());
  await expect(lockFolder(folder())).rejects.toThrow(
    new RegExp(`process ${process.pid}\\) is working in .*\\nWait until it has finished`),
  );
  await lock.release();
  await lock.release();
  expect(existsSync(file())).toBe(false);
});

test('waits for the holder when asked to', async () => {
  const lock = await lockFolder(folder());
  const second = lockFolder(folder(), { waitMilliseconds: 10_000 });
  setTimeout(() => void lock.release(), 300);
  await (await second).release();
});

test.each([
  ['a dead process', JSON.stringify({ pid: 2 ** 22 + 1, startedAt: 'long ago' })],
  ['a process whose pid another one has now', JSON.stringify({ pid: process.pid, startedAt: 'long ago' })],
  ['a damaged lock', '{'],
])('takes over the lock of %s', async (_what, content) => {
  await put(file(), content);
  const lock = await lockFolder(folder());
  expect(JSON.parse(await readFile(file(), 'utf8'))).toEqual({
    pid: process.pid,
    startedAt: await processStart(process.pid),
  });
  await lock.release();
});

test('only one of many gets the lock of a dead process', async () => {
  await put(file(), '{"pid":4194305,"startedAt":"x"}');
  const attempts = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder())));
  expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});
