import type { Dispatcher } from 'undici';
import { departureInterceptor } from './departure';
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
  /** Milliseconds for all attempts together. */
  readonly timeout: number;
}

export interface TransportResponse {
  readonly status: number;
  readonly contentType: string;
  /** Where a redirect points, as sent. */
  readonly location: string | null;
  readonly text: string;
}

/** Reads are tried again after these; names that DNS does not know and refused certificates are not. */
const RETRIES = {
  methods: ['GET' as const],
  statusCodes: [429, 502, 503, 504],
  errorCodes: [
    'ECONNRESET',
    'ECONNREFUSED',
    'EAI_AGAIN',
    'ENETDOWN',
    'ENETUNREACH',
    'EHOSTDOWN',
    'EHOSTUNREACH',
    'EPIPE',
    'UND_ERR_SOCKET',
  ],
  maxRetries: 3,
  minTimeout: 500,
  maxTimeout: 10_000,
  throwOnError: false,
};

const CONNECT_TIMEOUT = 10_000;

/** Sends requests to one server. undici is loaded at the first, since most starts of a program send none. */
export class Transport {
  private own: Dispatcher | undefined;

  constructor(
    readonly server: ServerUrl,
    private readonly injected: Dispatcher | undefined,
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
    await this.own?.close();
  }

  private async exchange(
    request: TransportRequest,
    signal: AbortSignal,
    state: { departed: boolean },
  ): Promise<TransportResponse> {
    const undici = await import('undici');
    const { method, headers, body, query } = request;
    const search = query && query.size > 0 ? `?${query.toString()}` : '';
    try {
      signal.throwIfAborted();
      const dispatcher = this.injected ?? (this.own ??= new undici.Agent({ connect: { timeout: CONNECT_TIMEOUT } }));
      const response = await undici.request(`${this.server.origin}${this.server.prefix}${request.path}${search}`, {
        dispatcher: dispatcher.compose(
          departureInterceptor(() => {
            state.departed = true;
          }),
          undici.interceptors.retry(RETRIES),
        ),
        method,
        headers,
        body: body ?? null,
        signal,
        headersTimeout: 0,
        bodyTimeout: 0,
      });
      const text = await response.body.text();
      return {
        status: response.statusCode,
        contentType: header(response.headers['content-type']) ?? '',
        location: header(response.headers.location),
        text,
      };
    } catch (error) {
      if (error instanceof ZenmlError) throw error;
      throw transportError(error, { ...request, display: this.server.display, departed: state.departed });
    }
  }
}

function header(value: string | string[] | undefined): string | null {
  return (Array.isArray(value) ? value[0] : value) ?? null;
}
