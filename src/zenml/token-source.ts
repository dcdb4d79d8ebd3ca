import { Attempts } from './attempts';
import { parseJson } from './json';
import { JsonReader, ShapeError } from './json-reader';
import { describeDocument, notZenmlError, responseError } from './response-error';
import type { RetryingTransport } from './retrying-transport';
import { SharedPromise } from './shared-promise';
import { callError } from './transport-error';
import { isZenmlError, ZenmlError } from './zenml-error';

/** Gives the access token that requests carry. */
export interface TokenSource {
  get(): Promise<string>;
  /** A new token after the server refused `refused`; fails with `unauthorized` where there is none to be had. */
  renew(refused: string): Promise<string>;
}

/** A ready token: when it is refused, that is the end. */
export class StaticToken implements TokenSource {
  constructor(private readonly token: string) {}

  async get(): Promise<string> {
    return this.token;
  }

  async renew(): Promise<string> {
    throw new ZenmlError(
      'The ZenML server does not accept the API token: it has expired, or it is wrong or of another server. ' +
        'Give a new token, or the API key of a service account, which does not expire with each session.',
      { code: 'unauthorized', status: 401 },
    );
  }
}

const LOGIN = { method: 'POST' as const, path: '/api/v1/login' };

/** Logs in with an API key once, and once more for all who wait when the token is refused. A refused key is not tried again. */
export class ApiKeyLogin implements TokenSource {
  private session: SharedPromise<string>;
  private token: string | undefined;
  private refusal: ZenmlError | undefined;

  constructor(
    private readonly transport: RetryingTransport,
    private readonly apiKey: string,
    private readonly userAgent: string,
  ) {
    this.session = this.newSession();
  }

  get(): Promise<string> {
    return this.session.get();
  }

  renew(refused: string): Promise<string> {
    if (refused === this.token) {
      this.token = undefined;
      this.session = this.newSession();
    }
    return this.session.get();
  }

  private newSession(): SharedPromise<string> {
    return new SharedPromise(async () => {
      if (this.refusal) throw this.refusal;
      const attempts = new Attempts();
      try {
        this.token = await this.login(attempts);
        return this.token;
      } catch (error) {
        if (!isZenmlError(error)) throw error;
        if (error.code === 'unauthorized') this.refusal = error;
        throw callError(error, attempts);
      }
    });
  }

  /** Without an Idempotency-Key: it makes nothing, and the server would keep the token it answered. */
  private async login(attempts: Attempts): Promise<string> {
    const { transport, apiKey } = this;
    const request = { ...LOGIN, display: transport.server.display, secrets: [apiKey] };
    const headers = {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      'user-agent': this.userAgent,
    };
    const form = new URLSearchParams({ password: apiKey }).toString();
    const response = await transport.send(() => ({ ...LOGIN, headers, body: form, isWrite: false }), attempts);
    if (response.status !== 200) {
      const error = responseError(response, request);
      throw error.code === 'unauthorized' ? wrongKey(error, request.display) : error;
    }
    const body = parseJson(response.text);
    if (body === undefined) throw notZenmlError(describeDocument(response), request, response.status);
    try {
      return new JsonReader(body).at('access_token').string();
    } catch (error) {
      if (error instanceof ShapeError) throw notZenmlError(error.message, request, response.status);
      throw error;
    }
  }
}

function wrongKey(error: ZenmlError, display: string): ZenmlError {
  const says = error.detail === undefined ? '' : ` (${error.detail})`;
  return new ZenmlError(
    `The ZenML server at ${display} does not accept the API key${says}. ` +
      'Check that it is complete, that it belongs to a service account of this server, and that key and account are active.',
    { code: 'unauthorized', ...LOGIN, status: 401, ...(error.detail !== undefined && { detail: error.detail }) },
  );
}
