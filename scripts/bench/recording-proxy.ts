import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { Agent, request } from 'undici';

/** A request that went through, and the id of what it made. */
export interface RecordedRequest {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly body: string;
  readonly madeId: string | undefined;
}

/** Stands before a server, hands everything on and keeps what went through, in the order of the answers. */
export interface RecordingProxy {
  readonly url: string;
  readonly requests: readonly RecordedRequest[];
  close(): Promise<void>;
}

/** Headers of one connection, not of the request. */
const CONNECTION_HEADERS = ['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'host', 'expect'];

export async function startRecordingProxy(server: string): Promise<RecordingProxy> {
  const requests: RecordedRequest[] = [];
  const agent = new Agent();
  const proxy = createServer((incoming, outgoing) => {
    void (async () => {
      const body = await buffer(incoming);
      const { method = 'GET', url: path = '/' } = incoming;
      const headers = withoutConnection(incoming.headers);
      const answer = await request(`${server}${path}`, {
        method,
        headers,
        body: body.length > 0 ? body : null,
        dispatcher: agent,
      });
      const text = Buffer.from(await answer.body.arrayBuffer());
      requests.push({
        method,
        path,
        body: body.toString(),
        madeId: method === 'POST' ? idIn(text.toString()) : undefined,
      });
      outgoing.writeHead(answer.statusCode, withoutConnection(answer.headers)).end(text);
    })().catch((error: unknown) => outgoing.destroy(error instanceof Error ? error : undefined));
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    requests,
    async close() {
      proxy.closeAllConnections();
      proxy.close();
      await agent.close();
    },
  };
}

function withoutConnection<T>(headers: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !CONNECTION_HEADERS.includes(name)));
}

function idIn(text: string): string | undefined {
  const { id } = JSON.parse(text) as { id?: unknown };
  return typeof id === 'string' ? id : undefined;
}
