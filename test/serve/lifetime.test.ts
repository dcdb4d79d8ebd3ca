import { Lifetime, type LifetimeOptions } from '../../src/serve/lifetime';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function start(options: LifetimeOptions = {}) {
  const reasons: string[] = [];
  const lifetime = new Lifetime((reason) => reasons.push(reason), { parent: () => 7, ...options });
  return { lifetime, reasons };
}

test('it ends when nobody connects', () => {
  const { reasons } = start();
  jest.advanceTimersByTime(59_000);
  expect(reasons).toEqual([]);
  jest.advanceTimersByTime(1_000);
  expect(reasons).toEqual(['nobody connected']);
});

test('it ends within a second after the last connection closed', () => {
  const { lifetime, reasons } = start();
  lifetime.connectionOpened();
  lifetime.connectionOpened();
  lifetime.connectionClosed();
  jest.advanceTimersByTime(600_000);
  expect(reasons).toEqual([]);
  lifetime.connectionClosed();
  jest.advanceTimersByTime(999);
  expect(reasons).toEqual(['the last connection closed']);
});

test('a connection made anew keeps it alive', () => {
  const { lifetime, reasons } = start();
  lifetime.connectionOpened();
  lifetime.connectionClosed();
  jest.advanceTimersByTime(400);
  lifetime.connectionOpened();
  jest.advanceTimersByTime(600_000);
  expect(reasons).toEqual([]);
});

test('it ends when the process that started it dies', () => {
  let parent = 7;
  const { lifetime, reasons } = start({ parent: () => parent });
  lifetime.connectionOpened();
  jest.advanceTimersByTime(10_000);
  parent = 1;
  jest.advanceTimersByTime(999);
  expect(reasons).toEqual(['the process that started the provider has died']);
});

test('it ends when the process that started it died before it looked', () => {
  const { reasons } = start({ firstParent: 6 });
  jest.advanceTimersByTime(999);
  expect(reasons).toEqual(['the process that started the provider has died']);
});

test('asked for the end, it ends at once when the client leaves, and soon when it does not', () => {
  const leaving = start();
  leaving.lifetime.connectionOpened();
  leaving.lifetime.shutDown();
  leaving.lifetime.connectionClosed();
  jest.advanceTimersByTime(1);
  expect(leaving.reasons).toHaveLength(1);
  const staying = start();
  staying.lifetime.connectionOpened();
  staying.lifetime.shutDown();
  jest.advanceTimersByTime(500);
  expect(staying.reasons).toEqual(['Terraform asked for it']);
});

test('it ends only once', () => {
  const { lifetime, reasons } = start();
  lifetime.end('one');
  lifetime.end('two');
  lifetime.connectionOpened();
  lifetime.connectionClosed();
  jest.advanceTimersByTime(600_000);
  expect(reasons).toEqual(['one']);
});

test('a lasting one outlives its clients and its parent', () => {
  const { lifetime, reasons } = start({ lasting: true, parent: () => Math.random() });
  lifetime.connectionOpened();
  lifetime.shutDown();
  lifetime.connectionClosed();
  jest.advanceTimersByTime(600_000);
  expect(reasons).toEqual([]);
});
