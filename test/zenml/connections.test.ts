import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createServer as createTcpServer } from 'node:net';
import { ZenmlClient, type ZenmlClientOptions } from '../../src/zenml';
import { ID, projectAnswer, userAnswer } from './support/answers';
import { failureOf } from './support/failure';
import { Listening } from './support/listening';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const listening = new Listening();

afterEach(() => listening.close());

function clientOf(port: number, options: Partial<ZenmlClientOptions> & { scheme?: string } = {}): ZenmlClient {
  const { scheme = 'http', ...rest } = options;
  const client = new ZenmlClient({
    serverUrl: `${scheme}://user:pa55word@127.0.0.1:${port}`,
    apiToken: 'token',
    ...rest,
  });
  listening.onClose(() => client.close());
  return client;
}

async function serving(handler: Handler, options?: Partial<ZenmlClientOptions>): Promise<ZenmlClient> {
  return clientOf(await listening.listen(createServer(handler)), options);
}

function answer(response: ServerResponse, body: unknown): void {
  response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
}

describe('over real connections', () => {
  test('20 requests go out at once, and later ones use the same connections', async () => {
    const open: ServerResponse[] = [];
    const sockets = new Set<unknown>();
    const client = await serving((request, response) => {
      sockets.add(request.socket);
      // None of the first 20 is answered before all have come.
      if (open.push(response) === 20) for (const each of open) answer(each, userAnswer());
      if (open.length > 20) answer(response, userAnswer());
    });
    await Promise.all(Array.from({ length: 20 }, () => client.currentUser()));
    const used = sockets.size;
    expect(used).toBe(20);
    await new Promise((resolve) => setTimeout(resolve, 20));
    for (let request = 0; request < 5; request++) await client.currentUser();
    expect(sockets.size).toBe(used);
  });

  test('a write that is on its way when the signal aborts is awaited, and its result kept', async () => {
    const stop = new AbortController();
    const client = await serving((_request, response) => {
      stop.abort();
      setTimeout(() => {
        answer(response, projectAnswer());
      }, 50);
    });
    expect((await client.projects.create({ name: 'fraud' }, { signal: stop.signal })).id).toBe(ID);
  });

  test('a read that is on its way when the signal aborts ends at once', async () => {
    const stop = new AbortController();
    const client = await serving(() => {
      stop.abort();
    });
    expect(await failureOf(client.projects.get(ID, { signal: stop.signal }))).toMatchObject({ code: 'aborted' });
  });

  test('a verification ends like a read, for it leaves nothing behind', async () => {
    const stop = new AbortController();
    const client = await serving(() => {
      stop.abort();
    });
    const spec = { name: 'aws', type: 'aws', authMethod: 'secret-key' };
    const { serviceConnectors } = client;
    const error = await failureOf(serviceConnectors.verifyConfiguration(spec, { signal: stop.signal }));
    expect(error).toMatchObject({ code: 'aborted' });
  });

  test('a write is not begun once the signal has aborted', async () => {
    let requests = 0;
    const client = await serving(() => requests++);
    const error = await failureOf(client.projects.create({ name: 'fraud' }, { signal: AbortSignal.abort() }));
    expect(error).toMatchObject({ code: 'aborted' });
    expect(requests).toBe(0);
  });

  test('a write without answer times out and says that it may have been carried out', async () => {
    const client = await serving(() => undefined, { requestTimeout: 100, maxRetries: 0 });
    const error = await failureOf(client.projects.create({ name: 'fraud' }));
    expect(error).toMatchObject({ code: 'timeout', method: 'POST', path: '/api/v1/projects' });
    expect(error.message).toMatch(
      /no answer from http:\/\/127.0.0.1:\d+ within 0.1 s. The server may have carried it out/,
    );
    expect(error.message).not.toContain('pa55word');
  });

  test('a write whose connection breaks is sent again under its key', async () => {
    const keys: unknown[] = [];
    const client = await serving((request, response) => {
      if (keys.push(request.headers['idempotency-key']) === 1) request.socket.destroy();
      else answer(response, projectAnswer());
    });
    expect((await client.projects.create({ name: 'fraud' })).id).toBe(ID);
    expect(keys).toHaveLength(2);
    expect(keys[1]).toBe(keys[0]);
  });

  test('a write whose connection breaks for the last time says that it may have been carried out', async () => {
    const client = await serving((request) => request.socket.destroy(), { maxRetries: 1 });
    const error = await failureOf(client.projects.create({ name: 'fraud' }));
    expect(error).toMatchObject({ code: 'unreachable', mayBeDone: true });
    expect(error.message).toMatch(/was lost before the answer was complete.*tried 2 times.*may have carried it out/);
  });

  test('an attempt without answer gives way to the next', async () => {
    let requests = 0;
    const client = await serving(
      (_request, response) => {
        if (++requests > 1) answer(response, projectAnswer());
      },
      { requestTimeout: 200 },
    );
    expect((await client.projects.create({ name: 'fraud' })).id).toBe(ID);
    expect(requests).toBe(2);
  });

  test('a call ends with its time, all attempts together, and says which failure was the last', async () => {
    const client = await serving((_request, response) => {
      response.writeHead(503, { 'content-type': 'application/json' }).end('{"detail":"starting"}');
    });
    const started = performance.now();
    const error = await failureOf(client.projects.update(ID, {}, { timeout: 1200 }));
    expect(performance.now() - started).toBeGreaterThan(1190);
    expect(error).toMatchObject({ code: 'timeout', status: 503, mayBeDone: true });
    expect(error.message).toMatch(/was not done within 1.2 s. .*starting/);
  });

  test('a write that is not answered when the signal aborts is not sent again', async () => {
    const stop = new AbortController();
    let requests = 0;
    const client = await serving((request) => {
      requests++;
      stop.abort();
      setTimeout(() => request.socket.destroy(), 20);
    });
    const error = await failureOf(client.projects.create({ name: 'fraud' }, { signal: stop.signal }));
    expect(error).toMatchObject({ code: 'aborted', mayBeDone: true });
    expect(requests).toBe(1);
  });

  test('a read whose connection breaks is sent again', async () => {
    let requests = 0;
    const client = await serving((request, response) => {
      if (++requests === 1) request.socket.destroy();
      else answer(response, projectAnswer());
    });
    expect((await client.projects.get(ID))?.name).toBe('fraud');
  });

  test('a read waits as long as Retry-After says', async () => {
    const times: number[] = [];
    const client = await serving((_request, response) => {
      if (times.push(performance.now()) === 1)
        response.writeHead(429, { 'retry-after': '1' }).end('{"error":"slow down"}');
      else answer(response, projectAnswer());
    });
    expect((await client.projects.get(ID))?.name).toBe('fraud');
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(950);
  });

  test('a read that waits to be sent again when the signal aborts ends at once and is not sent', async () => {
    let requests = 0;
    const client = await serving((_request, response) => {
      requests++;
      response.writeHead(503).end('{"detail":"starting"}');
    });
    const stop = new AbortController();
    const call = failureOf(client.projects.get(ID, { signal: stop.signal }));
    setTimeout(() => {
      stop.abort();
    }, 100);
    expect(await call).toMatchObject({ code: 'aborted', method: 'GET', path: `/api/v1/projects/${ID}` });
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(requests).toBe(1);
  });

  test('an answer cut short is no answer', async () => {
    const client = await serving(
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' }).write('{"id":');
        setTimeout(() => response.destroy(), 20);
      },
      { maxRetries: 0 },
    );
    expect(await failureOf(client.projects.create({ name: 'fraud' }))).toMatchObject({ code: 'unreachable' });
  });
});

describe('without a server there is a clear error', () => {
  test('where nothing listens', async () => {
    const server = createServer();
    const port = await listening.listen(server);
    await new Promise((resolve) => server.close(resolve));
    const error = await failureOf(clientOf(port).projects.create({ name: 'fraud' }));
    expect(error).toMatchObject({ code: 'unreachable' });
    expect(error.message).toMatch(
      /nothing accepts connections at http:\/\/127.0.0.1:\d+. Check that the ZenML server runs/,
    );
    expect(error.message).not.toMatch(/pa55word|may have carried/);
  });

  test('where the host has no address', async () => {
    const client = new ZenmlClient({ serverUrl: 'http://zenml.invalid', apiToken: 'token' });
    listening.onClose(() => client.close());
    const error = await failureOf(client.serverInfo());
    expect(error).toMatchObject({ code: 'unreachable' });
    expect(error.message).toMatch(/for http:\/\/zenml.invalid. Check the (?:server URL and DNS|network)/);
  });

  test('where http:// is given to a port that speaks TLS', async () => {
    const error = await failureOf(
      clientOf(await listening.listen(createTlsServer())).projects.create({ name: 'fraud' }),
    );
    expect(['unreachable', 'not_zenml']).toContain(error.code);
  });

  test('where https:// is given to a port that speaks plain HTTP', async () => {
    const port = await listening.listen(createServer());
    const error = await failureOf(clientOf(port, { scheme: 'https' }).projects.create({ name: 'fraud' }));
    expect(error).toMatchObject({ code: 'unreachable' });
    expect(error.message).toContain('whether it wants http://');
  });

  test('where the port speaks something else', async () => {
    const port = await listening.listen(
      createTcpServer((socket) => socket.once('data', () => socket.write('SSH-2.0-server\r\n'))),
    );
    const error = await failureOf(clientOf(port).projects.create({ name: 'fraud' }));
    expect(error).toMatchObject({ code: 'not_zenml' });
    expect(error.message).toContain('does not answer in HTTP');
  });
});
