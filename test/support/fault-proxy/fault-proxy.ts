import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { finished } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent } from 'undici';
import type { Fault, PlannedFault, RecordedRequest } from './fault';
import { Hold } from './hold';
import { strike } from './strike';

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** For how long nobody listens after `unseen/refuse`: shorter than the provider's first two retries wait. */
const REFUSAL_MILLISECONDS = 150;

/** An HTTP proxy in front of one ZenML server, which can let one request go wrong and knows what went through it. */
export class FaultProxy {
  private readonly server: Server;
  private readonly upstream = new Agent();
  private readonly recorded: RecordedRequest[] = [];
  private readonly answering = new Set<ServerResponse>();
  private readonly holds: Hold[] = [];
  private planned: PlannedFault | undefined;
  private reopened = Promise.resolve();
  private passed = 0;
  private matched = 0;
  private port = 0;

  private constructor(private readonly target: string) {
    this.server = createServer((request, response) => {
      // A peer that is gone has nobody left to tell.
      this.pass(request, response).catch(() => response.socket?.destroy());
    });
  }

  /** Starts a proxy in front of the server at an address. Call `stop` in the end. */
  static async start(target: string): Promise<FaultProxy> {
    const proxy = new FaultProxy(target);
    await proxy.listen();
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** The requests since the last call of {@link begin}. */
  get requests(): readonly RecordedRequest[] {
    return this.recorded;
  }

  /** Whether the planned fault has struck. */
  get hasStruck(): boolean {
    return this.planned === undefined;
  }

  /** Forgets what was recorded and plans one fault, or none. */
  async begin(planned?: PlannedFault): Promise<void> {
    await this.reopened;
    this.recorded.length = 0;
    this.passed = 0;
    this.matched = 0;
    this.planned = planned;
    await this.refuseIfDue();
  }

  /** Keeps the next request of a method and path waiting, before the server sees it or with the server's answer. */
  hold(when: Hold['when'], method: string, path: string): Hold {
    const hold = new Hold(when, method, path);
    this.holds.push(hold);
    return hold;
  }

  async stop(): Promise<void> {
    await this.reopened;
    this.server.close();
    this.server.closeAllConnections();
    await this.upstream.destroy();
  }

  private async pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? 'GET';
    const path = normalized(request.url ?? '/');
    const fault = this.due(method, path);
    const body = await buffer(request);
    const hold = this.takeHold(method, path);
    const forward = async () => {
      if (hold?.when === 'unseen') await hold.wait();
      const answer = await this.forward(request, body);
      this.recorded.push({ method, path, status: answer.status });
      if (hold?.when === 'done') await hold.wait();
      return answer;
    };
    if (fault?.startsWith('unseen/') === true) this.recorded.push({ method, path, status: undefined });
    this.answering.add(response);
    const ended = finished(response).catch(() => undefined);
    await strike(fault, response, forward).finally(() => this.answering.delete(response));
    await ended;
    await this.refuseIfDue();
  }

  /** The fault of this request, if it is the one. */
  private due(method: string, path: string): Fault | undefined {
    this.passed += 1;
    const { planned } = this;
    if (planned === undefined || planned.fault === 'unseen/refuse') return undefined;
    if (planned.method !== method || planned.path !== path) return undefined;
    this.matched += 1;
    if (this.matched <= planned.occurrence) return undefined;
    this.planned = undefined;
    return planned.fault;
  }

  private takeHold(method: string, path: string): Hold | undefined {
    const index = this.holds.findIndex((hold) => hold.method === method && hold.path === path);
    return index === -1 ? undefined : this.holds.splice(index, 1)[0];
  }

  private async forward(request: IncomingMessage, body: Buffer) {
    const { method = 'GET', url: path = '/', headers } = request;
    const kept = Object.entries(headers).filter(([name]) => !['host', 'connection'].includes(name));
    const answer = await this.upstream.request({
      origin: this.target,
      path,
      method,
      headers: Object.fromEntries(kept),
      body: body.length > 0 ? body : null,
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: Buffer.from(await answer.body.arrayBuffer()),
    };
  }

  /** Where the next request is to be refused, nobody listens for a moment. What is being answered is answered. */
  private async refuseIfDue(): Promise<void> {
    if (this.planned?.fault !== 'unseen/refuse' || this.passed < this.planned.after) return;
    this.planned = undefined;
    for (const response of this.answering) response.shouldKeepAlive = false;
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeIdleConnections();
    await closed;
    this.reopened = sleep(REFUSAL_MILLISECONDS).then(() => this.listen());
  }

  private async listen(): Promise<void> {
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }
}

function normalized(path: string): string {
  return (path.split('?')[0] ?? '').replace(/^\/api\/v1/, '').replaceAll(UUID, '{id}');
}
