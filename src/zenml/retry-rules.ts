import { parseJson } from './json';
import type { TransportResponse } from './transport';
import { errorCode } from './transport-error';
import type { ZenmlError } from './zenml-error';

const TRANSIENT_STATUSES: readonly number[] = [429, 502, 503, 504];

/** Names that DNS does not know and refused certificates are not among them: they stay as they are. */
const TRANSIENT_CODES: readonly string[] = [
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'EAI_AGAIN',
  'ENETDOWN',
  'ENETUNREACH',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'EPIPE',
  'ETIMEDOUT',
  'UND_ERR_SOCKET',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  'PROXY_502',
  'PROXY_503',
  'PROXY_504',
];

/** The pauses add up to 40 s, enough for a server to restart in. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 8000;
/** Those who were refused together must not come back together: a pause is so much shorter or longer, by chance. */
const JITTER = 0.25;

/** True for an answer that another attempt may change: the server is busy or restarts, or the answer was cut short. */
export function isTransientAnswer({ status, contentType, text }: TransportResponse): boolean {
  if (TRANSIENT_STATUSES.includes(status)) return true;
  return status >= 200 && status < 300 && contentType.includes('json') && parseJson(text) === undefined;
}

/**
 * True where a server is at work on an earlier request of the same idempotency key, or on this one for longer than it lets anyone
 * wait, 20 s: who asks again under the key gets the answer. Where the server was killed in the midst of it, it says so for ever.
 */
export function isKeyAtWork({ status, text }: Pick<TransportResponse, 'status' | 'text'>): boolean {
  return status === 429 && /too busy/i.test(text);
}

/** True for a connection that was lost or refused, and for an attempt that took too long. */
export function isTransientError({ code, cause }: ZenmlError): boolean {
  return code === 'timeout' || (code === 'unreachable' && TRANSIENT_CODES.includes(errorCode(cause)));
}

/** Milliseconds until the retry of that number, counted from 0. */
export function backoff(retry: number): number {
  return jittered(Math.min(FIRST_PAUSE * 2 ** retry, LONGEST_PAUSE), -JITTER);
}

/**
 * Milliseconds that the server asks to wait, in seconds or as a date by its own clock; undefined where it does not, or asks for no
 * wait at all: all attempts would be over at once.
 */
export function retryAfter({ headers }: TransportResponse): number | undefined {
  const value = headers['retry-after'];
  if (value === undefined) return undefined;
  const seconds = Number(value);
  const now = Date.parse(headers.date ?? '') || Date.now();
  const milliseconds = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - now;
  return milliseconds > 0 ? jittered(milliseconds, 0) : undefined;
}

/** Never shorter than `least` allows, which is 0 for what a server asks for. */
function jittered(pause: number, least: number): number {
  return pause * (1 + least + Math.random() * (JITTER - least));
}
