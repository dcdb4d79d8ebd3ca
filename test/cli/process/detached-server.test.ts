import { createServer } from 'node:http';
import path from 'node:path';
import { startDetachedServer, stopServer, waitUntilReady } from '../../../src/cli/process/detached-server';
import { isSameProcessRunning } from '../../../src/cli/process/process-identity';
import { useTemporaryFolder } from '../support/temporary-folder';

const folder = useTemporaryFolder();

function start(script: string) {
  return startDetachedServer({
    name: 'The test server',
    command: process.execPath,
    args: ['-e', script],
    environment: process.env,
    workingDirectory: folder(),
    logFile: path.join(folder(), 'logs', 'server.log'),
  });
}

const readiness = (
  server: { pid: number; startedAt: string },
  isReady: () => Promise<boolean>,
  timeoutMilliseconds = 10_000,
) => ({
  name: 'The test server',
  process: server,
  logFile: path.join(folder(), 'logs', 'server.log'),
  isReady,
  timeoutMilliseconds,
});

test('starts, is waited for, and is stopped', async () => {
  const server = await start('setInterval(() => {}, 1000)');
  let asked = 0;
  await waitUntilReady(readiness(server, () => Promise.resolve(++asked > 2)));
  expect(await isSameProcessRunning(server)).toBe(true);
  await stopServer(server);
  expect(await isSameProcessRunning(server)).toBe(false);
});

test('a server that ends at once is reported with its log', async () => {
  const server = await start('setTimeout(() => { console.error("port is taken"); process.exit(1) }, 100)');
  await expect(waitUntilReady(readiness(server, () => Promise.resolve(false)))).rejects.toThrow(
    /ended right after its start.*port is taken/s,
  );
});

test('a server that never answers is reported after the deadline', async () => {
  const server = await start('console.log("still thinking"); setInterval(() => {}, 1000)');
  const refused = () => Promise.reject(new Error('connection refused'));
  await expect(waitUntilReady(readiness(server, refused, 800))).rejects.toThrow(
    /did not answer within 1 s.*still thinking/s,
  );
  await stopServer(server);
});

test('one that ignores SIGTERM is killed', async () => {
  const server = await start('process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)');
  await new Promise((resolve) => setTimeout(resolve, 300));
  await stopServer(server, 300);
  expect(await isSameProcessRunning(server)).toBe(false);
});

test('a process that has the pid now is left alone', async () => {
  const bystander = createServer().listen(0);
  await stopServer({ pid: process.pid, startedAt: 'another time' });
  expect(bystander.listening).toBe(true);
  bystander.close();
});
