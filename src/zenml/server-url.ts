import { ZenmlError } from './zenml-error';

/** A server's address, checked. */
export interface ServerUrl {
  /** `https://host:port` */
  readonly origin: string;
  /** Path in front of every request: empty, or with a leading and no trailing slash. */
  readonly prefix: string;
  /** Origin and prefix, for messages. */
  readonly display: string;
}

const EXAMPLE = 'such as https://zenml.example.com';

/**
 * The address behind what a user wrote: a trailing slash and `/api/v1` are dropped, credentials in it are not used.
 * Fails with `invalid`; the message never repeats credentials.
 */
export function parseServerUrl(text: string): ServerUrl {
  const url = parse(text.trim());
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw refusal(`it begins with ${url.protocol}//, and http:// or https:// is needed`);
  }
  if (url.search !== '' || url.hash !== '') {
    throw refusal('it has a query or fragment; give only the address under which the server itself answers');
  }
  const prefix = url.pathname.replace(/\/+$/, '').replace(/\/api\/v1$/, '');
  return { origin: url.origin, prefix, display: `${url.origin}${prefix}` };
}

const LOOPBACK = /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/;

/** True for a host name, as a URL has it, that means this machine. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.test(hostname);
}

/** True for an address to which credentials go unencrypted over a network: plain http to another machine than this one. */
export function isUnencrypted(text: string): boolean {
  const address = text.trim();
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && !isLoopback(hostname);
}

function parse(text: string): URL {
  if (text === '') throw refusal('it is empty');
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) throw refusal('it does not begin with http:// or https://');
  if (!URL.canParse(text)) throw refusal('it is not a URL');
  return new URL(text);
}

function refusal(reason: string): ZenmlError {
  return new ZenmlError(`The server URL cannot be used: ${reason}. Give the address of a ZenML server, ${EXAMPLE}.`, {
    code: 'invalid',
  });
}
