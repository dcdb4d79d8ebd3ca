import type { Dispatcher } from 'undici';
import { trusting } from './ca-certificate';
import type { Proxy } from './proxy';

const CONNECT_TIMEOUT = 10_000;

/** What connections are made through, and whom they trust. */
export interface ConnectionSettings {
  readonly proxy?: Proxy;
  /** PEM of certificates that are trusted besides the default ones. */
  readonly certificates?: readonly string[];
}

/** Keep-alive connections, as many as requests are made at the same time. */
export async function newDispatcher({ proxy, certificates }: ConnectionSettings): Promise<Dispatcher> {
  const { Agent, EnvHttpProxyAgent } = await import('undici');
  const connect = {
    timeout: CONNECT_TIMEOUT,
    ...(certificates && { secureContext: await trusting(certificates) }),
  };
  if (proxy === undefined) return new Agent({ connect });
  const { uri, exceptions: noProxy } = proxy;
  return new EnvHttpProxyAgent({
    httpProxy: uri,
    httpsProxy: uri,
    noProxy,
    connect,
    requestTls: connect,
    proxyTls: connect,
  });
}
