import type { Component, ZenmlClient } from '../../src/zenml';
import { componentAnswer, pageAnswer } from './support/answers';
import { failureOf } from './support/failure';
import { idOf, LargeServer, type LargeServerOptions } from './support/large-server';
import { MockZenml } from './support/mock-zenml';

/** As many as Terraform reads at the same time. */
const PARALLEL = 10;

/** Ids of `count` components that lie evenly among `total`. */
function spread(count: number, total: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => idOf(Math.floor((index * total) / count)));
}

function start(options: LargeServerOptions): { server: LargeServer; client: ZenmlClient } {
  const server = new LargeServer(options);
  return { server, client: server.mock.client({ apiToken: 'token' }) };
}

/** Reads as Terraform does: ten at a time, the next as soon as one is there. */
async function refresh(client: ZenmlClient, ids: readonly string[]): Promise<(Component | null)[]> {
  const results: (Component | null)[] = [];
  const next = ids.entries();
  const worker = async (): Promise<void> => {
    for (const [position, id] of next) results[position] = await client.components.get(id);
  };
  await Promise.all(Array.from({ length: PARALLEL }, worker));
  return results;
}

describe('a refresh costs at most as many requests as the list has pages, or as there are reads, and one', () => {
  test.each([
    { own: 1, total: 1, requests: ['one'] },
    { own: 10, total: 10, requests: ['some 10'] },
    { own: 150, total: 150, requests: ['some 10', 'page 1'] },
    { own: 1500, total: 1500, requests: ['some 10', 'page 1', 'page 2'] },
    { own: 1, total: 50_000, requests: ['one'] },
    { own: 10, total: 50_000, requests: ['some 10'] },
    { own: 100, total: 5000, requests: ['some 10', 'page 1', 'page 2', 'page 3', 'page 4', 'page 5'] },
  ])('$own of $total', async ({ own, total, requests }) => {
    const { server, client } = start({ total });
    const ids = spread(own, total);
    const found = await refresh(client, ids);
    expect(found.map((component) => component?.id)).toEqual(ids);
    expect(server.asked).toEqual(requests);
  });

  test('60 of 50,000, which are not worth 50 pages: one page tells so, and the rest goes by id', async () => {
    const { server, client } = start({ total: 50_000 });
    const ids = spread(60, 50_000);
    const found = await refresh(client, ids);
    expect(found.map((component) => component?.id)).toEqual(ids);
    expect(server.asked.length).toBeLessThanOrEqual(8);
    expect(server.asked.filter((request) => request.startsWith('page'))).toEqual(['page 1']);
  });

  test('many of many: pages once they pay', async () => {
    const { server, client } = start({ total: 6000 });
    const ids = spread(3000, 6000);
    expect((await refresh(client, ids)).map((component) => component?.id)).toEqual(ids);
    const pages = server.asked.filter((request) => request.startsWith('page'));
    expect([...pages].sort()).toEqual([1, 2, 3, 4, 5, 6].map((page) => `page ${page}`));
    expect(server.asked.length).toBeLessThanOrEqual(50);
  });

  test('60 of a list whose first page takes long: reads go on by id until it comes', async () => {
    const { server, client } = start({ total: 50_000, pageDelay: 3500 });
    const ids = spread(60, 50_000);
    const started = performance.now();
    expect((await refresh(client, ids)).map((component) => component?.id)).toEqual(ids);
    expect(performance.now() - started).toBeLessThan(3400);
    expect(server.asked.filter((request) => request.startsWith('page'))).toEqual(['page 1']);
    expect(server.asked.length).toBeLessThanOrEqual(8);
  });

  test('in smaller pages where the server refuses large ones', async () => {
    const { server, client } = start({ total: 300, largestPage: 100 });
    expect(await refresh(client, spread(150, 300))).not.toContain(null);
    expect(server.asked).toEqual(['refused', 'some 10', 'page 1', 'page 2', 'page 3']);
  });
});

describe('a read in company', () => {
  test('gives null for what is gone, which only a request of its own tells', async () => {
    const ids = spread(10, 10);
    const { server, client } = start({ total: 10, gone: ids.slice(0, 2) });
    const found = await refresh(client, ids);
    expect(found.map((component) => component?.id ?? null)).toEqual([null, null, ...ids.slice(2)]);
    expect(server.asked).toEqual(['some 10', 'one', 'one']);
  });

  test('gives null for what all pages lack', async () => {
    const ids = spread(20, 20);
    const { server, client } = start({ total: 20, gone: ids.slice(15, 16) });
    expect((await refresh(client, ids)).filter((component) => component === null)).toHaveLength(1);
    expect(server.asked).toEqual(['some 10', 'page 1', 'one']);
  });

  test('fails alone where the user may not read the object', async () => {
    const ids = spread(30, 30);
    const denied = [idOf(3), idOf(23)];
    const { server, client } = start({ total: 30, denied });
    const outcomes = await Promise.allSettled(ids.map((id) => client.components.get(id)));
    const failed = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
    expect(failed).toMatchObject([{ code: 'forbidden' }, { code: 'forbidden' }]);
    expect(server.asked).toEqual(['some 30', 'one', 'one']);
  });

  const BROKEN = { status: 500, body: { detail: ['RuntimeError', 'Missing flavor'] } };
  const isPage = (path: string) => path.includes('page=') && !path.includes('oneof');

  test('goes on by id where the server cannot give its list, for somebody else has broken it', async () => {
    const ids = spread(30, 30);
    const { server, client } = start({ total: 30, fault: (path) => (isPage(path) ? BROKEN : undefined) });
    expect((await refresh(client, ids)).map((component) => component?.id)).toEqual(ids);
    expect(server.asked.filter((request) => request !== 'one').length).toBeLessThanOrEqual(3);
  });

  test('goes on alone where one of the objects breaks every list', async () => {
    const ids = spread(10, 10);
    const fault = (path: string) => (path.includes('page=') || path.includes(idOf(3)) ? BROKEN : undefined);
    const { client } = start({ total: 10, fault });
    const outcomes = await Promise.allSettled(ids.map((id) => client.components.get(id)));
    expect(outcomes.flatMap(({ status }, index) => (status === 'rejected' ? [index] : []))).toEqual([3]);
  });

  test('does not mind an object that makes no sense, or labels that are no text', async () => {
    const strange = [
      componentAnswer({ id: idOf(1), labels: { cost: 7, team: { name: 'ml' } } }),
      { ...componentAnswer({ id: idOf(2) }), body: { type: 5 } },
    ];
    const server = new MockZenml()
      .on('GET', '/api/v1/components', { body: pageAnswer([componentAnswer({ id: idOf(0) }), ...strange]) })
      .on('GET', `/api/v1/components/${idOf(2)}`, { body: strange[1] });
    const { components } = server.client({ apiToken: 'token' });
    const outcomes = await Promise.allSettled([0, 1, 2].map((index) => components.get(idOf(index))));
    expect(outcomes).toMatchObject([
      { value: { name: 'store' } },
      { value: { labels: { cost: '7', team: '{"name":"ml"}' } } },
      { reason: { code: 'not_zenml' } },
    ]);
  });

  test('of one id by two callers is one read', async () => {
    const { server, client } = start({ total: 5 });
    const [first, second] = await Promise.all([client.components.get(idOf(1)), client.components.get(idOf(1))]);
    expect(first?.id).toBe(second?.id);
    expect(server.asked).toEqual(['one']);
  });

  test('of one id again and again is a request each, for it does not tell that more is to come', async () => {
    const { server, client } = start({ total: 5 });
    for (let time = 0; time < 3; time++) await client.components.get(idOf(1));
    expect(server.asked).toEqual(['one', 'one', 'one']);
  });

  test('asks for at most a hundred ids at once', async () => {
    const { server, client } = start({ total: 250 });
    await Promise.all(spread(250, 250).map((id) => client.components.get(id)));
    expect(server.asked).toEqual(['some 100', 'some 100', 'some 50']);
  });
});

describe('what was read ahead', () => {
  test('is handed out once: who asks again sees it anew', async () => {
    const { server, client } = start({ total: 30 });
    await refresh(client, spread(30, 30));
    server.version = 2;
    expect((await client.components.get(idOf(20)))?.name).toBe('version 2');
    expect(server.asked).toEqual(['some 10', 'page 1', 'one']);
  });

  test('is forgotten with a write, even of another kind', async () => {
    const { server, client } = start({ total: 30 });
    server.mock.on('DELETE', `/api/v1/stacks/${idOf(7)}`, { body: null });
    await refresh(client, spread(30, 30).slice(0, 20));
    await client.stacks.delete(idOf(7));
    server.version = 2;
    expect((await client.components.get(idOf(25)))?.name).toBe('version 2');
    expect(server.asked).toEqual(['some 10', 'page 1', 'one']);
  });

  test('is forgotten after a minute', async () => {
    const { server, client } = start({ total: 30 });
    await refresh(client, spread(30, 30).slice(0, 20));
    const later = performance.now() + 61_000;
    jest.spyOn(performance, 'now').mockImplementation(() => later);
    server.version = 2;
    const read = client.components.get(idOf(25));
    jest.restoreAllMocks();
    expect((await read)?.name).toBe('version 2');
  });
});

describe('one who leaves', () => {
  test("ends no one else's read", async () => {
    const { server, client } = start({ total: 10 });
    const leaver = new AbortController();
    const left = failureOf(client.components.get(idOf(1), { signal: leaver.signal }));
    const stayed = client.components.get(idOf(2), { signal: new AbortController().signal });
    leaver.abort();
    expect(await left).toMatchObject({ code: 'aborted', path: `/api/v1/components/${idOf(1)}` });
    expect((await stayed)?.id).toBe(idOf(2));
    expect(server.asked).toHaveLength(1);
  });

  test('ends the request when nobody is left', async () => {
    const { server, client } = start({ total: 10 });
    const leaver = new AbortController();
    const left = [1, 2].map((index) => failureOf(client.components.get(idOf(index), { signal: leaver.signal })));
    leaver.abort();
    expect(await Promise.all(left)).toMatchObject([{ code: 'aborted' }, { code: 'aborted' }]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(server.asked).toEqual([]);
  });

  test.each([100, 100.5])('by a timeout of its own, %d ms, says so', async (timeout) => {
    const fault = () => ({ status: 503, body: { detail: 'starting' } });
    const { client } = start({ total: 10, fault });
    expect(await failureOf(client.components.get(idOf(1), { timeout }))).toMatchObject({ code: 'timeout' });
  });
});

test('a batch that fails fails for all who wait, and the next one asks anew', async () => {
  let broken = true;
  const fault = () => (broken ? { status: 500, body: { detail: ['RuntimeError', 'no'] } } : undefined);
  const { client } = start({ total: 10, fault });
  const errors = await Promise.all([1, 2, 3].map((index) => failureOf(client.components.get(idOf(index)))));
  expect(errors.map(({ status }) => status)).toEqual([500, 500, 500]);
  broken = false;
  expect((await client.components.get(idOf(1)))?.id).toBe(idOf(1));
});
