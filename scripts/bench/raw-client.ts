import { Agent, request } from 'undici';

/** The server's REST interface without anything around it: what a request costs at least. */
export class RawClient {
  private readonly agent = new Agent();
  private current = '';

  constructor(
    private readonly url: string,
    private readonly apiKey: string,
  ) {}

  /** The access token of the last login. */
  get token(): string {
    return this.current;
  }

  async login(): Promise<void> {
    const { body } = await request(`${this.url}/api/v1/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ password: this.apiKey }).toString(),
      dispatcher: this.agent,
    });
    this.current = ((await body.json()) as { access_token: string }).access_token;
  }

  /** @param path below `/api/v1`, with its query @throws Error with the server's answer where it is no success */
  async send<T>(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    { body, idempotencyKey }: { readonly body?: string; readonly idempotencyKey?: string } = {},
  ): Promise<T> {
    const { statusCode, body: answer } = await request(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.current}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
      },
      body: body ?? null,
      dispatcher: this.agent,
    });
    const text = await answer.text();
    if (statusCode >= 300) throw new Error(`${method} ${path} answered ${statusCode}: ${text}`);
    return JSON.parse(text) as T;
  }

  async close(): Promise<void> {
    await this.agent.close();
  }
}
