import { fetch } from 'undici';

interface Page {
  readonly items: readonly {
    readonly id: string;
    readonly name: string;
    readonly body: Readonly<Record<string, unknown>>;
  }[];
}

/** The server's REST interface as somebody else would use it, behind terraform's back. */
export class ZenmlRest {
  private token: string | undefined;

  constructor(
    private readonly url: string,
    private readonly apiKey: string,
  ) {}

  /** A token for the API key, the same one each time. */
  async accessToken(): Promise<string> {
    return (this.token ??= await this.login());
  }

  get(path: string): Promise<Record<string, unknown>> {
    return this.send('GET', path);
  }

  /** A GET whose answer the test knows the shape of. */
  async read<T>(path: string): Promise<T> {
    return (await this.send('GET', path)) as T;
  }

  put(path: string, body: object): Promise<Record<string, unknown>> {
    return this.send('PUT', path, body);
  }

  post(path: string, body: object): Promise<Record<string, unknown>> {
    return this.send('POST', path, body);
  }

  async delete(path: string): Promise<void> {
    await this.send('DELETE', path);
  }

  /** Status of a GET, for what may be gone. */
  async status(path: string): Promise<number> {
    return (await this.request('GET', path)).status;
  }

  /** Up to 1000 objects of a kind that match query parameters of the server's. */
  async list(collection: string, filter: Readonly<Record<string, string>> = {}): Promise<Page['items']> {
    const query = new URLSearchParams({ size: '1000', ...filter });
    const page = (await this.send('GET', `/${collection}?${query.toString()}`)) as unknown;
    return (page as Page).items;
  }

  /** Names of all objects of a kind but the server's own `default`. */
  async names(collection: string): Promise<string[]> {
    return (await this.list(collection)).map(({ name }) => name).filter((name) => name !== 'default');
  }

  /** Id of the object of a kind that has this name; fails where there is none. */
  async idOf(collection: string, name: string): Promise<string> {
    const found = (await this.list(collection)).find((item) => item.name === name);
    if (!found) throw new Error(`no ${name} among the ${collection}`);
    return found.id;
  }

  /** Everything that the resources of the provider make, by kind. */
  async everything(): Promise<Record<string, string[]>> {
    const kinds = ['stacks', 'components', 'service_connectors', 'secrets', 'projects'];
    const named = await Promise.all(kinds.map(async (kind) => [kind, await this.names(kind)] as const));
    const flavors = (await this.list('flavors')).filter(({ body }) => body.is_custom === true);
    const { secrets = [], ...others } = Object.fromEntries(named);
    return {
      ...others,
      secrets: secrets.filter((name) => !isOfConnector(name, others.service_connectors ?? [])),
      flavors: flavors.map(({ name }) => name),
    };
  }

  private async send(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
    const response = await this.request(method, path, body);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
  }

  /** A server that came back with another key for its tokens takes a new one. */
  private async request(method: string, path: string, body?: object) {
    const response = await this.requestOnce(method, path, body);
    if (response.status !== 401) return response;
    this.token = undefined;
    return this.requestOnce(method, path, body);
  }

  private async requestOnce(method: string, path: string, body?: object) {
    return fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${await this.accessToken()}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
  }

  private async login(): Promise<string> {
    const response = await fetch(`${this.url}/api/v1/login`, {
      method: 'POST',
      body: new URLSearchParams({ password: this.apiKey }),
    });
    return ((await response.json()) as { access_token: string }).access_token;
  }
}

/** Servers before 0.84 keep the secrets of a connector as a secret that they list among the others. */
function isOfConnector(secret: string, connectors: readonly string[]): boolean {
  return connectors.some((connector) => secret.startsWith(`connector-${connector}-`));
}
