import { MockAgent, type Dispatcher } from 'undici';
import { failing, FAILURE } from './failing';
import { ZenmlClient, type ZenmlClientOptions } from '../../../src/zenml';

export const ORIGIN = 'https://zenml.test';
export const API_KEY = 'ZENKEY_of-a-service-account';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** A request as the mock server saw it. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Answer {
  readonly status?: number;
  /** Text is sent as it is, anything else as JSON. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A mock of one server with no open network: a request that was not planned fails its test. */
export class MockZenml {
  readonly agent = new MockAgent();
  readonly seen: SeenRequest[] = [];
  private fails = false;

  constructor() {
    this.agent.disableNetConnect();
  }

  /** Plans `times` requests. A function gives the answer from the request. */
  on(method: Method, path: string, answer: Answer | ((request: SeenRequest) => Answer), times = 1): this {
    this.agent
      .get(ORIGIN)
      .intercept({ method, path: (target) => target.split('?')[0] === path })
      .reply((options) => {
        const request = seenRequest(options);
        this.seen.push(request);
        const { status = 200, body, headers } = typeof answer === 'function' ? answer(request) : answer;
        const isText = typeof body === 'string';
        return {
          statusCode: status,
          data: isText ? body : JSON.stringify(body),
          responseOptions: {
            headers: { 'content-type': isText ? 'text/html' : 'application/json', ...headers },
          },
        };
      })
      .times(times);
    return this;
  }

  /** Plans `times` requests whose connection fails with the error code. */
  onFailure(method: Method, path: string, code: string, times = 1): this {
    this.fails = true;
    return this.on(method, path, { body: '', headers: { [FAILURE]: code } }, times);
  }

  onLogin(token = 'token-1', times = 1): this {
    return this.on('POST', '/api/v1/login', { body: { access_token: token, token_type: 'bearer' } }, times);
  }

  client(options: Partial<ZenmlClientOptions> = {}): ZenmlClient {
    return new ZenmlClient(this.options(options));
  }

  /** Options of a client of this server; without an API token it has an API key. */
  options(options: Partial<ZenmlClientOptions> = {}): ZenmlClientOptions {
    const credentials = options.apiToken === undefined ? { apiKey: API_KEY } : {};
    const dispatcher: Dispatcher = this.fails ? this.agent.compose(failing) : this.agent;
    return { serverUrl: ORIGIN, dispatcher, ...credentials, ...options };
  }

  count(method: Method, path: string): number {
    return this.seen.filter((request) => request.method === method && request.path === path).length;
  }

  /** Fails where a planned request was not made. */
  assertAllMade(): void {
    this.agent.assertNoPendingInterceptors();
  }
}

interface ReplyOptions {
  readonly path: string;
  readonly method: string;
  readonly headers?: unknown;
  readonly body?: unknown;
}

function seenRequest({ path, method, headers, body }: ReplyOptions): SeenRequest {
  const url = new URL(path, ORIGIN);
  return {
    method,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: headers as Record<string, string>,
    body: typeof body === 'string' ? body : '',
  };
}
