import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from './fault';

/** What the server answered. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const SLOWNESS_MILLISECONDS = 100;

/** Headers that belong to one connection, or that no longer hold once the body is whole. */
const HOP_HEADERS = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length']);

/** Answers one request: as the server does, or with a fault. `forward` lets the server carry it out. */
export async function strike(
  fault: Fault | undefined,
  response: ServerResponse,
  forward: () => Promise<Answer>,
): Promise<void> {
  if (fault === undefined) {
    const answer = await forward();
    end(response, answer, answer.body);
    return;
  }
  const [when, kind] = fault.split('/') as [string, string];
  const answer = when === 'done' ? await forward() : undefined;
  switch (kind) {
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'hang':
      // The provider gives up first, and closes the connection.
      return;
    case '401':
      fail(
        response,
        401,
        JSON.stringify({ detail: ['CredentialsNotValid', 'Error decoding JWT: Signature has expired'] }),
      );
      return;
    case '429':
      response.setHeader('retry-after', '1');
      fail(response, 429, JSON.stringify({ error: 'Rate limit exceeded: 10 per 1 minute' }));
      return;
    case '502':
    case '503':
    case '504':
      fail(response, Number(kind), '<html><body><h1>a proxy speaking</h1></body></html>', 'text/html');
      return;
  }
  if (answer === undefined) throw new Error(`${fault} is no fault`);
  const half = answer.body.subarray(0, Math.floor(answer.body.length / 2));
  switch (kind) {
    case 'half-json':
      end(response, answer, half);
      return;
    case 'cut':
      start(response, answer, answer.body.length);
      response.write(half, () => response.socket?.resetAndDestroy());
      return;
    case 'slow':
      await sleep(SLOWNESS_MILLISECONDS);
      start(response, answer, answer.body.length);
      response.write(half);
      await sleep(SLOWNESS_MILLISECONDS);
      response.end(answer.body.subarray(half.length));
      return;
  }
  throw new Error(`${fault} is no fault`);
}

function start(response: ServerResponse, { status, headers }: Answer, length: number): void {
  const kept = Object.entries(headers).filter(([name]) => !HOP_HEADERS.has(name));
  response.writeHead(status, { ...Object.fromEntries(kept), 'content-length': length });
}

function end(response: ServerResponse, answer: Answer, body: Buffer): void {
  start(response, answer, body.length);
  response.end(body);
}

function fail(response: ServerResponse, status: number, body: string, type = 'application/json'): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}
