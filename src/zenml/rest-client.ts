import { randomUUID } from 'node:crypto';
import { untilAborted } from './abort';
import { Attempts } from './attempts';
import type { CallOptions } from './collection';
import { parseJson, type JsonBody } from './json';
import { JsonReader, ShapeError } from './json-reader';
import { describeDocument, notZenmlError, responseError } from './response-error';
import type { RepeatedRequest, RetryingTransport } from './retrying-transport';
import type { TokenSource } from './token-source';
import type { TransportRequest, TransportResponse } from './transport';
import { abortedError, callError, timeoutError } from './transport-error';
import { ZenmlError } from './zenml-error';

/** A request of the REST API. */
export interface RestRequest extends CallOptions {
  readonly method: TransportRequest['method'];
  /** Below `/api/v1`, with leading slash. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: JsonBody;
  /** True for a POST or PUT that changes nothing, so that it may be left behind. Default: false. */
  readonly isRead?: boolean;
  /** False for what servers tell everyone; one that does not is told who asks. Default: true. */
  readonly authorized?: boolean;
  /** Texts in the body that no message may repeat. */
  readonly secrets?: readonly string[];
  /** One for all attempts of a POST, under which the server answers again what it answered. Default: another for each, but after 429. */
  readonly idempotencyKey?: string;
  /** Those of the call that the request is part of. Default: its own. */
  readonly attempts?: Attempts;
  /** As for {@link RepeatedRequest}. */
  readonly isFinal?: RepeatedRequest['isFinal'];
}

interface Settings {
  readonly transport: RetryingTransport;
  readonly tokens: TokenSource;
  readonly userAgent: string;
}

type AttemptedRequest = RestRequest & { readonly attempts: Attempts };

/** JSON requests with a token: in, a path and a body; out, what the answer holds or a {@link ZenmlError}. */
export class RestClient {
  /** Writes that have begun and ended: while it stays the same, nothing was changed through this client. */
  writes = 0;

  constructor(private readonly settings: Settings) {}

  /** Milliseconds that the server's clock is ahead of ours. */
  get clockOffset(): number {
    return this.settings.transport.clockOffset;
  }

  /** What `read` makes of the answer. An answer of the wrong shape is `not_zenml`. */
  async request<T>(request: RestRequest, read: (answer: JsonReader) => T): Promise<T> {
    const attempts = request.attempts ?? new Attempts(request.timeout);
    try {
      return await this.exchange({ ...request, attempts }, read);
    } catch (error) {
      throw error instanceof ZenmlError ? callError(error, attempts) : error;
    }
  }

  private async exchange<T>(request: AttemptedRequest, read: (answer: JsonReader) => T): Promise<T> {
    const failed = {
      method: request.method,
      path: `/api/v1${request.path}`,
      display: this.settings.transport.server.display,
      secrets: request.secrets ?? [],
    };
    const response = await this.counted(request, () => this.authorizedSend(request, failed.path));
    const { status } = response;
    if (status < 200 || status >= 300) throw responseError(response, failed);
    const body = parseJson(response.text);
    if (body === undefined) throw notZenmlError(describeDocument(response), failed, status);
    try {
      return read(new JsonReader(body));
    } catch (error) {
      if (error instanceof ShapeError) throw notZenmlError(error.message, failed, status);
      throw error;
    }
  }

  /** The result of requests that are shared, for one caller: its signal and timeout end its wait and nothing else. */
  async awaitShared<T>(work: Promise<T>, { method, path, signal, timeout }: RestRequest): Promise<T> {
    const name = { method, path: `/api/v1${path}` };
    const withSignal = untilAborted(work, signal, () => abortedError(name));
    if (timeout === undefined) return withSignal;
    const over = AbortSignal.timeout(Math.ceil(timeout));
    const { display } = this.settings.transport.server;
    return untilAborted(withSignal, over, () =>
      timeoutError({ ...name, display, timeout: Math.ceil(timeout), departed: true, isWrite: false }),
    );
  }

  private async counted<T>(request: RestRequest, send: () => Promise<T>): Promise<T> {
    if (!isWrite(request)) return send();
    this.writes += 1;
    try {
      return await send();
    } finally {
      this.writes += 1;
    }
  }

  private async authorizedSend(request: AttemptedRequest, path: string): Promise<TransportResponse> {
    if (request.authorized === false) {
      const response = await this.send(request, path, undefined);
      if (response.status !== 401) return response;
    }
    const { tokens } = this.settings;
    // The login is everyone's: one who leaves, or whose time is up, must not end it for the others.
    const wait = (token: Promise<string>): Promise<string> =>
      this.awaitShared(token, { ...request, timeout: request.attempts.left });
    const token = await wait(tokens.get());
    const response = await this.send(request, path, token);
    if (response.status !== 401) return response;
    return this.send(request, path, await wait(tokens.renew(token)));
  }

  private send(request: AttemptedRequest, path: string, token: string | undefined): Promise<TransportResponse> {
    const { method, query, body, signal, idempotencyKey, isFinal, attempts } = request;
    if (signal?.aborted) throw abortedError({ method, path });
    const headers = {
      accept: 'application/json',
      'user-agent': this.settings.userAgent,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json' }),
    };
    const fixed = {
      method,
      path,
      isWrite: isWrite(request),
      ...(query && { query: new URLSearchParams(query) }),
      ...(body && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
      ...(isFinal && { isFinal }),
    };
    let ownKey = randomUUID();
    return this.settings.transport.send((last) => {
      // The answer to what the server is at work on is had under the same key; one that may be stuck must not end all attempts.
      if (last?.status !== 429) ownKey = randomUUID();
      const key = idempotencyKey ?? ownKey;
      return { ...fixed, headers: { ...headers, ...(method === 'POST' && { 'idempotency-key': key }) } };
    }, attempts);
  }
}

function isWrite({ method, isRead }: RestRequest): boolean {
  return method !== 'GET' && isRead !== true;
}

/** Checks an id before it becomes part of a path: some paths would also take a name, and an empty id is another path. */
export function checkedId(id: string): string {
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return id;
  throw new ZenmlError(
    `"${id}" is no id of a ZenML object: a UUID such as 0b3a1c5e-7d2f-4c6a-9e8b-1f2d3c4b5a69 is needed.`,
    {
      code: 'invalid',
    },
  );
}
