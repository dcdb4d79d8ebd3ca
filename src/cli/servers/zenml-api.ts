import { request, type Dispatcher } from 'undici';

/** An answer of the server that is not a success. */
export class ZenmlApiError extends Error {
  override readonly name = 'ZenmlApiError';

  constructor(
    readonly method: string,
    readonly path: string,
    readonly status: number,
  ) {
    super(`${method} ${path} answered ${status}`);
  }
}

/** What an administrator does on a new server, so that API keys can be used from then on. */
export class ZenmlApi {
  private constructor(
    private readonly url: string,
    private readonly token: string,
    private readonly dispatcher?: Dispatcher,
  ) {}

  /** Logs in as a user. */
  static async login(url: string, username: string, password: string, dispatcher?: Dispatcher): Promise<ZenmlApi> {
    const { statusCode, body } = await request(`${url}/api/v1/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ username, password }).toString(),
      dispatcher,
    });
    const text = await body.text();
    if (statusCode !== 200) throw new ZenmlApiError('POST', '/login', statusCode);
    return new ZenmlApi(url, textField(JSON.parse(text), 'access_token'), dispatcher);
  }

  /** Makes the service account, or finds it. @returns its id */
  async ensureServiceAccount(name: string): Promise<string> {
    const created = await this.send('POST', '/service_accounts', { name, active: true }, [409]);
    if (created.status !== 409) return textField(created.body, 'id');
    const found = (await this.list(`/service_accounts?name=${encodeURIComponent(name)}`)).find(
      (account) => account.name === name,
    );
    if (found === undefined) throw new ZenmlApiError('GET', '/service_accounts', 404);
    return found.id;
  }

  /** Makes an API key; when one of this name exists its value is replaced. @returns the key */
  async issueApiKey(serviceAccountId: string, name: string): Promise<string> {
    const keys = `/service_accounts/${serviceAccountId}/api_keys`;
    const created = await this.send('POST', keys, { name }, [409]);
    const answer =
      created.status !== 409
        ? created
        : await this.send('PUT', `${keys}/${encodeURIComponent(name)}/rotate`, { retain_period_minutes: 0 });
    return textField(field(answer.body, 'body'), 'key');
  }

  private async list(path: string): Promise<{ readonly id: string; readonly name: string }[]> {
    const items = field((await this.send('GET', path)).body, 'items');
    if (!Array.isArray(items)) throw new ZenmlApiError('GET', path, 200);
    return items.map((item: unknown) => ({ id: textField(item, 'id'), name: textField(item, 'name') }));
  }

  private async send(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: object,
    accepted: readonly number[] = [],
  ): Promise<{ status: number; body: unknown }> {
    const response = await request(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      dispatcher: this.dispatcher,
    });
    const text = await response.body.text();
    const success = response.statusCode >= 200 && response.statusCode < 300;
    if (!success && !accepted.includes(response.statusCode)) throw new ZenmlApiError(method, path, response.statusCode);
    return { status: response.statusCode, body: success && text !== '' ? (JSON.parse(text) as unknown) : undefined };
  }
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function field(value: unknown, name: string): unknown {
  return record(value)[name];
}

function textField(value: unknown, name: string): string {
  const text = field(value, name);
  if (typeof text !== 'string') throw new Error(`the ZenML server's answer has no text field "${name}"`);
  return text;
}
