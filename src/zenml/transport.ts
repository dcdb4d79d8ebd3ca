import type { Dispatcher } from 'undici';
import { departureInterceptor } from './departure';
import { newDispatcher } from './dispatcher';
import { proxyFor, type Proxy } from './proxy';
import type { ServerUrl } from './server-url';
import { abortedError, timeoutError, transportError } from './transport-error';
import { ZenmlError } from './zenml-error';

/** A request as it goes out. */
export interface TransportRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the server's URL, with leading slash. */
  readonly path: string;
  readonly query?: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** True where the request changes something on the server, so that its result must not be lost. */
  readonly isWrite: boolean;
  readonly signal?: AbortSignal;
  /** Milliseconds until it fails with `timeout`. */
  readonly timeout: number;
}

export interface TransportResponse {
  readonly status: number;
  /** Empty where it was not sent. */
  readonly contentType: string;
  /** Each with its first value, under its name in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
}

/** Sends requests to one server, each once. undici is loaded at the first, since most starts of a program send none. */
export class Transport {
  /** True once the server, or a proxy in front of it, has answered anything. */
  hasAnswered = false;
  /** Milliseconds that the server's clock is ahead of ours, as its last answer told; 0 before. */
  clockOffset = 0;
  private own: Promise<Dispatcher> | undefined;
  private proxy: Proxy | undefined;

  constructor(
    readonly server: ServerUrl,
    private readonly injected: Dispatcher | undefined,
    private readonly certificates?: readonly string[],
  ) {}

  /** The answer, whatever its status. Throws {@link ZenmlError} with `unreachable`, `timeout`, `aborted` or `not_zenml`. */
  async send(request: TransportRequest): Promise<TransportResponse> {
    const stop = new AbortController();
    const state = { departed: false };
    let timer: NodeJS.Timeout | undefined;
    let onAbort: (() => void) | undefined;
    const stopped = new Promise<never>((_resolve, reject) => {
      const end = (error: ZenmlError): void => {
        reject(error);
        stop.abort(error);
      };
      timer = setTimeout(() => {
        end(timeoutError({ ...request, display: this.server.display, departed: state.departed }));
      }, request.timeout);
      onAbort = () => {
        if (!request.isWrite || !state.departed) end(abortedError(request));
      };
      if (request.signal?.aborted) onAbort();
      else request.signal?.addEventListener('abort', onAbort, { once: true });
    });
    try {
      return await Promise.race([stopped, this.exchange(request, stop.signal, state)]);
    } finally {
      clearTimeout(timer);
      if (onAbort) request.signal?.removeEventListener('abort', onAbort);
    }
  }

  async close(): Promise<void> {
    await (await this.own)?.close();
  }

  private dispatcher(request: TransportRequest): Promise<Dispatcher> {
    if (this.own === undefined) {
      this.proxy = proxyFor(this.server, request);
      this.own = newDispatcher({
        ...(this.proxy && { proxy: this.proxy }),
        ...(this.certificates && { certificates: this.certificates }),
      });
    }
    return this.own;
  }

  private async exchange(
    request: TransportRequest,
    signal: AbortSignal,
    state: { departed: boolean },
  ): Promise<TransportResponse> {
    const undici = await import('undici');
    const { method, body, query } = request;
    const search = query && query.size > 0 ? `?${query.toString()}` : '';
    try {
      signal.throwIfAborted();
      const dispatcher = this.injected ?? (await this.dispatcher(request));
      const response = await undici.request(`${this.server.origin}${this.server.prefix}${request.path}${search}`, {
        dispatcher: dispatcher.compose(
          departureInterceptor(() => {
            state.departed = true;
          }),
        ),
        method,
        headers: request.headers,
        body: body ?? null,
        signal,
        headersTimeout: 0,
        bodyTimeout: 0,
      });
      const headers = firstValues(response.headers);
      this.hasAnswered = true;
      if (headers.date !== undefined) this.clockOffset = (Date.parse(headers.date) || Date.now()) - Date.now();
      const text = await response.body.text();
      return { status: response.statusCode, contentType: headers['content-type'] ?? '', headers, text };
    } catch (error) {
      if (error instanceof ZenmlError) throw error;
      const { proxy } = this;
      const { display } = this.server;
      throw transportError(error, { ...request, display, departed: state.departed, ...(proxy && { proxy }) });
    }
  }
}

function firstValues(headers: Readonly<Record<string, string | string[] | undefined>>): TransportResponse['headers'] {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
}
