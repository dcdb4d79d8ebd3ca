import { createServer, type AddressInfo, type Server } from 'node:net';
import { findFreePort } from '../../../src/cli/servers/free-port';
import { UserError } from '../../../src/cli/user-error';

let holder: Server;
let held: number;

beforeAll(async () => {
  holder = createServer();
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
  held = (holder.address() as AddressInfo).port;
});

afterAll(() => new Promise((resolve) => holder.close(resolve)));

test('takes another port where somebody holds the preferred one', async () => {
  const port = await findFreePort({ preferred: held, excluded: [] });
  expect(port).toBeGreaterThan(0);
  expect(port).not.toBe(held);
});

test('keeps the preferred port where it is free', async () => {
  const passing = createServer();
  await new Promise<void>((resolve) => passing.listen(0, '127.0.0.1', resolve));
  const free = (passing.address() as AddressInfo).port;
  await new Promise((resolve) => passing.close(resolve));
  expect(await findFreePort({ preferred: free, excluded: [held] })).toBe(free);
});

test('says so, and what to do, where no port is free', async () => {
  const find = () => Promise.reject(new Error('No available ports found'));
  const failure = findFreePort({ excluded: [], find });
  await expect(failure).rejects.toBeInstanceOf(UserError);
  await expect(failure).rejects.toThrow('No free port was found on 127.0.0.1.');
});
