import { isLoopback, type ServerUrl } from './server-url';
import { ZenmlError, type RequestName } from './zenml-error';

/** The proxy that the environment names for a server. */
export interface Proxy {
  readonly uri: string;
  /** The hosts that it is not used for, as NO_PROXY lists them. */
  readonly exceptions: string;
  /** For messages: the variable, and the address without credentials. */
  readonly display: string;
}

/**
 * The proxy of HTTPS_PROXY or HTTP_PROXY, whichever is for the server's scheme; lower case goes first, and `http://` may be left
 * out. None for this machine itself, as in Terraform and its other providers.
 */
export function proxyFor(
  { origin }: ServerUrl,
  request: RequestName,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Proxy | undefined {
  const { protocol, hostname } = new URL(origin);
  if (isLoopback(hostname)) return undefined;
  const valueOf = (name: string): string => (environment[name] ?? '').trim();
  const names = protocol === 'https:' ? ['https_proxy', 'HTTPS_PROXY'] : ['http_proxy', 'HTTP_PROXY'];
  const variable = names.find((name) => valueOf(name) !== '');
  if (variable === undefined) return undefined;
  const text = valueOf(variable);
  const uri = text.includes('://') ? text : `http://${text}`;
  if (!URL.canParse(uri) || !/^https?:$/.test(new URL(uri).protocol)) throw unusable(variable, request);
  return {
    uri,
    exceptions: valueOf('no_proxy') || valueOf('NO_PROXY'),
    display: `${variable} (${new URL(uri).origin})`,
  };
}

function unusable(variable: string, { method, path }: RequestName): ZenmlError {
  return new ZenmlError(
    `${method} ${path} failed: the environment variable ${variable} holds no address of a proxy, such as http://proxy.example.com:3128. ` +
      'Correct or unset it.',
    { code: 'unreachable', method, path },
  );
}
