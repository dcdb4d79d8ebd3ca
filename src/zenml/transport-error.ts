import type { Attempts } from './attempts';
import type { Proxy } from './proxy';
import { ZenmlError, type RequestName, type ZenmlErrorCode } from './zenml-error';

const TLS_CODE = /^(?:CERT_|ERR_TLS_|ERR_SSL_|EPROTO|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_|HOSTNAME_MISMATCH)/;
/** With the status that a proxy refused a connection by; undici has only a text for it. */
const PROXY_CODE = 'PROXY_';
const LOST_CODES = ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH'];

/** A request that got no answer, and what is known of it. */
interface UnansweredRequest extends RequestName {
  /** The server's address for messages. */
  readonly display: string;
  /** True once it had been handed to a connection. */
  readonly departed: boolean;
  readonly isWrite: boolean;
  /** What the environment names; it may have been in between. */
  readonly proxy?: Proxy;
}

/** Added to the failure of a write that was already sent. */
const MAYBE_DONE = ' The server may have carried it out all the same.';

/** The error for a request that got no whole answer. */
export function transportError(error: unknown, request: UnansweredRequest): ZenmlError {
  const { method, path, display, proxy } = request;
  const code = errorCode(error);
  const mayBeDone = isInDoubt(request);
  return new ZenmlError(
    `${method} ${path} failed: ${explain(code, display, error)}${throughProxy(proxy)}${mayBeDone ? MAYBE_DONE : ''}`,
    {
      code: code.startsWith('HPE_') ? 'not_zenml' : 'unreachable',
      method,
      path,
      mayBeDone,
      cause: error,
    },
  );
}

/** The error for a request without answer after `timeout` milliseconds. */
export function timeoutError(request: UnansweredRequest & { readonly timeout: number }): ZenmlError {
  const { method, path, display, timeout } = request;
  const mayBeDone = isInDoubt(request);
  return new ZenmlError(
    `${method} ${path} failed: no answer from ${display} within ${timeout / 1000} s.${mayBeDone ? MAYBE_DONE : ''}`,
    { code: 'timeout', method, path, mayBeDone },
  );
}

/** The error for a request that the caller's signal ended. */
export function abortedError({ method, path }: RequestName): ZenmlError {
  return new ZenmlError(`${method} ${path} was stopped before it was done.`, { code: 'aborted', method, path });
}

/** With these, a write that was sent before has no known outcome. */
const UNSETTLING: readonly ZenmlErrorCode[] = [
  'unreachable',
  'timeout',
  'aborted',
  'unauthorized',
  'not_zenml',
  'server',
];

/** The error of the last attempt as that of the whole call: with the number of attempts, and what may have come of one. */
export function callError(error: ZenmlError, attempts: Attempts): ZenmlError {
  const mayBeDone = error.mayBeDone || ((attempts.inDoubt || attempts.isAtWork) && UNSETTLING.includes(error.code));
  const isOver = attempts.isOver && (error.code === 'unreachable' || error.code === 'server');
  if (attempts.made <= 1 && !isOver && mayBeDone === error.mayBeDone) return error;
  const { code, method, path, status, detail, cause } = error;
  const said = error.message.replace(MAYBE_DONE, '');
  const whole = isOver
    ? `${method ?? ''} ${path ?? ''} was not done within ${attempts.timeout / 1000} s. ${said}`
    : said;
  const tried = attempts.made > 1 ? `${/[.!?]$/.test(said) ? '' : '.'} It was tried ${attempts.made} times.` : '';
  return new ZenmlError(`${whole}${tried}${mayBeDone ? MAYBE_DONE : ''}`, {
    code: isOver ? 'timeout' : code,
    mayBeDone,
    ...(method !== undefined && { method }),
    ...(path !== undefined && { path }),
    cause,
    ...(status !== undefined && { status }),
    ...(detail !== undefined && { detail }),
  });
}

function throughProxy(proxy: Proxy | undefined): string {
  if (proxy === undefined) return '';
  return ` The environment names the proxy ${proxy.display}; NO_PROXY lists the hosts that need none.`;
}

function isInDoubt({ departed, isWrite }: UnansweredRequest): boolean {
  return departed && isWrite;
}

function explain(code: string, display: string, error: unknown): string {
  switch (code) {
    case 'ENOTFOUND':
      return `no host of that name is known for ${display}. Check the server URL and DNS.`;
    case 'EAI_AGAIN':
      return `the name server did not answer for ${display}. Check the network and try again.`;
    case 'ECONNREFUSED':
      return `nothing accepts connections at ${display}. Check that the ZenML server runs and that host and port are right.`;
    case 'UND_ERR_CONNECT_TIMEOUT':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'EHOSTDOWN':
    case 'ENETDOWN':
      return `no connection to ${display} (${code}). Check host and port, firewall, VPN and proxy.`;
  }
  if (code.startsWith(PROXY_CODE))
    return `the proxy gives no connection to ${display}: it answered ${code.slice(PROXY_CODE.length)}.`;
  if (TLS_CODE.test(code)) return explainTls(code, display);
  if (code.startsWith('HPE_'))
    return `${display} does not answer in HTTP. Check the port, and whether it wants https://.`;
  if (LOST_CODES.includes(code))
    return `the connection to ${display} was lost before the answer was complete (${code}).`;
  return `no answer from ${display}: ${error instanceof Error ? error.message : 'unknown error'}.`;
}

function explainTls(code: string, display: string): string {
  if (code === 'EPROTO' || code.startsWith('ERR_SSL_')) {
    return `no TLS connection to ${display} (${code}). Check the port, and whether it wants http://.`;
  }
  const remedy =
    code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID'
      ? "Renew the server's certificate, and check this machine's clock."
      : code === 'ERR_TLS_CERT_ALTNAME_INVALID'
        ? 'Use a host name that the certificate is made for.'
        : 'Where it is signed by an authority of your own, give its certificate as the CA certificate, or name its PEM file in NODE_EXTRA_CA_CERTS.';
  return `the TLS certificate of ${display} is not accepted (${code}). ${remedy}`;
}

/** The code of an error or of what caused it; empty where there is none. */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const refusal = error instanceof Error ? /^Proxy response \((\d+)\)/.exec(error.message) : null;
  if (refusal) return `${PROXY_CODE}${refusal[1] ?? ''}`;
  if ('code' in error && typeof error.code === 'string') return error.code;
  // undici gives it a code for some causes only.
  if ('name' in error && error.name === 'HTTPParserError') return 'HPE_UNKNOWN';
  return 'cause' in error ? errorCode(error.cause) : '';
}
