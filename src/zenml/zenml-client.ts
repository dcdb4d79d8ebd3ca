import type { Dispatcher } from 'undici';
import { untilAborted } from './abort';
import { parseCertificates } from './ca-certificate';
import type { CallOptions, Collection } from './collection';
import { readFlavor, readServiceConnectorType, type Flavor, type ServiceConnectorType } from './models/catalog';
import {
  COMPONENT,
  type Component,
  type ComponentChanges,
  type ComponentFilter,
  type ComponentSpec,
} from './models/component';
import {
  CUSTOM_FLAVOR,
  type CustomFlavor,
  type CustomFlavorChanges,
  type CustomFlavorFilter,
  type CustomFlavorSpec,
} from './models/custom-flavor';
import { PROJECT, type Project, type ProjectChanges, type ProjectFilter, type ProjectSpec } from './models/project';
import { readServerInfo, readUser, type ServerInfo, type User } from './models/server-info';
import { STACK, type Stack, type StackChanges, type StackFilter, type StackSpec } from './models/stack';
import { PageReader } from './page-reader';
import { RestClient } from './rest-client';
import { RestCollection } from './rest-collection';
import { RestSecretCollection, type SecretCollection } from './secret-collection';
import { parseServerUrl } from './server-url';
import { RestServiceConnectorCollection, type ServiceConnectorCollection } from './service-connector-collection';
import { SharedPromise } from './shared-promise';
import { ApiKeyLogin, StaticToken, type TokenSource } from './token-source';
import { RetryingTransport } from './retrying-transport';
import { Transport } from './transport';
import { abortedError } from './transport-error';
import { ZenmlError } from './zenml-error';

/** How to reach a server and who to be there. Exactly one of `apiKey` and `apiToken`. */
export interface ZenmlClientOptions {
  /** Address of the server, http or https, with or without a path prefix. Credentials in it are not used. */
  readonly serverUrl: string;
  /** Key of a service account; exchanged for a token at the first request. */
  readonly apiKey?: string;
  /** A ready access token; it is not renewed. */
  readonly apiToken?: string;
  /** Milliseconds that one attempt of a request may take. Default: 60,000. */
  readonly requestTimeout?: number;
  /**
   * How often a request is repeated that failed for a reason that passes: 429, 502, 503, 504, a lost or refused connection, no
   * answer in time. Default: 8, with pauses of 40 s in all.
   */
  readonly maxRetries?: number;
  /** PEM of authorities whose certificates are trusted besides those that Node trusts by default. */
  readonly caCertificate?: string;
  /** Sent with every request. Default: `cdktf-zenml`. */
  readonly userAgent?: string;
  /**
   * Sends the requests. Default: one of the client's own, closed by `close()`. It goes through the proxy of HTTPS_PROXY, or
   * HTTP_PROXY for plain http, unless NO_PROXY excludes the server or it is this machine.
   */
  readonly dispatcher?: Dispatcher;
}

const REQUEST_TIMEOUT = 60_000;
const MAX_RETRIES = 8;
const USER_AGENT = 'cdktf-zenml';

/**
 * A client of one ZenML server. Nothing is sent before the first call; one login serves all calls. What fails for a reason that
 * passes is tried again, writes too, and nothing is created twice by that.
 * The constructor throws {@link ZenmlError} with `invalid` for options that cannot work.
 */
export class ZenmlClient {
  readonly stacks: Collection<Stack, StackSpec, StackChanges, StackFilter>;
  readonly components: Collection<Component, ComponentSpec, ComponentChanges, ComponentFilter>;
  readonly serviceConnectors: ServiceConnectorCollection;
  readonly secrets: SecretCollection;
  readonly customFlavors: Collection<CustomFlavor, CustomFlavorSpec, CustomFlavorChanges, CustomFlavorFilter>;
  readonly projects: Collection<Project, ProjectSpec, ProjectChanges, ProjectFilter>;
  /** Address of the server, without a slash at its end. */
  readonly serverUrl: string;
  private readonly transport: Transport;
  private readonly tokens: TokenSource;
  private readonly rest: RestClient;
  private readonly info: SharedPromise<ServerInfo>;
  private readonly flavorList: SharedPromise<readonly Flavor[]>;
  private readonly connectorTypeList: SharedPromise<readonly ServiceConnectorType[]>;

  constructor(options: ZenmlClientOptions) {
    const { requestTimeout = REQUEST_TIMEOUT, maxRetries = MAX_RETRIES, userAgent = USER_AGENT } = options;
    const { serverUrl, dispatcher, caCertificate } = options;
    const certificates = caCertificate === undefined ? undefined : parseCertificates(caCertificate);
    const server = parseServerUrl(serverUrl);
    this.serverUrl = server.display;
    const connections = new Transport(server, dispatcher, certificates);
    const transport = new RetryingTransport(connections, { maxRetries, requestTimeout });
    const tokens = tokenSource(options, transport, userAgent);
    const rest = new RestClient({ transport, tokens, userAgent });
    this.transport = connections;
    this.tokens = tokens;
    this.rest = rest;
    const pages = new PageReader(rest);
    this.info = new SharedPromise(() =>
      rest.request({ method: 'GET', path: '/info', authorized: false }, readServerInfo),
    );
    const api = { rest, pages, user: new SharedPromise(() => this.currentUser()) };
    this.stacks = new RestCollection(api, STACK);
    this.components = new RestCollection(api, COMPONENT);
    this.serviceConnectors = new RestServiceConnectorCollection(api);
    this.secrets = new RestSecretCollection(api);
    this.customFlavors = new RestCollection(api, CUSTOM_FLAVOR);
    this.projects = new RestCollection(api, PROJECT);
    this.flavorList = new SharedPromise(() => fetchFlavors(pages));
    this.connectorTypeList = new SharedPromise(() =>
      rest.request({ method: 'GET', path: '/service_connector_types' }, (answer) =>
        answer.items().map(readServiceConnectorType),
      ),
    );
  }

  /** Logs in now instead of with the first request, so that a refused API key shows at once. A token needs no login. */
  async logIn(options?: Pick<CallOptions, 'signal'>): Promise<void> {
    const aborted = () => abortedError({ method: 'POST', path: '/api/v1/login' });
    await untilAborted(this.tokens.get(), options?.signal, aborted);
  }

  /** Needs no credentials. Fetched once and kept. */
  serverInfo(options?: CallOptions): Promise<ServerInfo> {
    return this.kept(this.info, '/info', options);
  }

  currentUser(options?: CallOptions): Promise<User> {
    return this.rest.request({ ...options, method: 'GET', path: '/current-user' }, readUser);
  }

  /** All flavors of the server. Fetched once and kept. */
  flavors(options?: CallOptions): Promise<readonly Flavor[]> {
    return this.kept(this.flavorList, '/flavors', options);
  }

  /** The connector types that the server has the libraries for. Fetched once and kept. */
  serviceConnectorTypes(options?: CallOptions): Promise<readonly ServiceConnectorType[]> {
    return this.kept(this.connectorTypeList, '/service_connector_types', options);
  }

  /** Closes idle connections after what is on its way. */
  close(): Promise<void> {
    return this.transport.close();
  }

  /** The fetch is everyone's, so one caller's signal and timeout end only that caller's wait. */
  private kept<T>(shared: SharedPromise<T>, path: string, options?: CallOptions): Promise<T> {
    return this.rest.awaitShared(shared.get(), { ...options, method: 'GET', path });
  }
}

async function fetchFlavors(pages: PageReader): Promise<readonly Flavor[]> {
  const flavors = await pages.all({ path: '/flavors', query: {} }, (item) => ({
    id: item.at('id').string(),
    flavor: readFlavor(item),
  }));
  return flavors.map(({ flavor }) => flavor);
}

function tokenSource(
  { apiKey, apiToken }: ZenmlClientOptions,
  transport: RetryingTransport,
  userAgent: string,
): TokenSource {
  if (apiKey !== undefined && apiToken !== undefined) throw refusal('an API key and an API token were given: give one');
  if (apiKey !== undefined) return new ApiKeyLogin(transport, printable('API key', apiKey), userAgent);
  if (apiToken !== undefined) return new StaticToken(printable('API token', apiToken));
  throw refusal('neither an API key nor an API token was given');
}

/** Files end in a newline, and that is forgiven; anything else that no header can carry is a mistake in copying. */
function printable(what: string, text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') throw refusal(`the ${what} is empty`);
  if (!/^[\x21-\x7e]+$/.test(trimmed))
    throw refusal(`the ${what} holds spaces, line breaks or other characters that none has`);
  return trimmed;
}

function refusal(reason: string): ZenmlError {
  return new ZenmlError(`No connection to ZenML can be made: ${reason}.`, { code: 'invalid' });
}
