import { parseErrorDetail, type ErrorDetail } from './error-detail';
import { parseJson } from './json';
import { redact } from './redact';
import type { TransportResponse } from './transport';
import { ZenmlError, type RequestName, type ZenmlErrorCode } from './zenml-error';

interface FailedRequest extends RequestName {
  /** The server's address for messages. */
  readonly display: string;
  /** What was sent and must not show. */
  readonly secrets: readonly string[];
}

const LOST_RACE = /UNIQUE constraint failed|IntegrityError|Duplicate entry/;

/** The error for an answer other than 2xx. */
export function responseError(response: TransportResponse, request: FailedRequest): ZenmlError {
  const { status } = response;
  const { method, path, display, secrets } = request;
  if (status >= 300 && status < 400) return redirectError(response, request);
  const parsed = parseErrorDetail(parseJson(response.text));
  const code = errorCode(status, parsed);
  const text = parsed === null ? undefined : redact(parsed.text, secrets);
  const detail = code === 'conflict' && status === 500 ? 'an object of this name was made at the same time.' : text;
  const says = detail === undefined ? '' : `: ${detail}`;
  return new ZenmlError(`${display} answered ${status} to ${method} ${path}${says}${advice(code, status, parsed)}`, {
    code,
    method,
    path,
    status,
    ...(detail !== undefined && { detail }),
  });
}

/** The error for a 2xx answer that is not what ZenML gives. */
export function notZenmlError(reason: string, { method, path, display }: FailedRequest, status: number): ZenmlError {
  return new ZenmlError(`${display} does not answer as a ZenML server to ${method} ${path}: ${reason}. ${CHECK_URL}`, {
    code: 'not_zenml',
    method,
    path,
    status,
  });
}

/** What kind of document it is, for messages. */
export function describeDocument({ contentType, text }: TransportResponse): string {
  if (/html/i.test(contentType) || /^\s*<(?:!doctype|html)/i.test(text)) return 'it sent an HTML page';
  return text.trim() === '' ? 'it sent nothing' : 'it sent something other than JSON';
}

const CHECK_URL =
  'Check the server URL: it must be the address of the ZenML server itself, with its path where it has one, and not of a dashboard or login page.';

function errorCode(status: number, detail: ErrorDetail | null): ZenmlErrorCode {
  if (status === 429) return 'server';
  if (status >= 500) return detail !== null && LOST_RACE.test(detail.text) ? 'conflict' : 'server';
  if (detail === null) return 'not_zenml';
  switch (status) {
    case 401:
      return 'unauthorized';
    case 403:
      return 'forbidden';
    case 404:
    case 405:
      // A path that the server does not know gives a text alone; an object that is gone gives the exception as well.
      return detail.exception === null ? 'not_zenml' : 'not_found';
    case 409:
      return 'conflict';
    default:
      return 'invalid';
  }
}

function advice(code: ZenmlErrorCode, status: number, detail: ErrorDetail | null): string {
  if (code === 'not_zenml') return `. ${CHECK_URL}`;
  if (status === 429) return '. The server limits requests: wait, or lower the parallelism.';
  if (code === 'server' && detail === null)
    return '. The server or a proxy in front of it failed: look at its log and try again.';
  return '';
}

function redirectError(
  { status, headers: { location } }: TransportResponse,
  { method, path, display }: FailedRequest,
): ZenmlError {
  const target = location !== undefined && URL.canParse(location, display) ? new URL(location, display) : null;
  const where = target === null ? 'elsewhere' : `to ${target.origin}${target.pathname}`;
  const address = target === null ? null : `${target.origin}${commonPrefix(target.pathname, path)}`;
  const next =
    address === null
      ? CHECK_URL
      : `Redirects are not followed. If that is the ZenML server, use ${address} as the server URL.`;
  return new ZenmlError(`${display} redirects ${method} ${path} (${status}) ${where}. ${next}`, {
    code: 'not_zenml',
    method,
    path,
    status,
  });
}

function commonPrefix(pathname: string, path: string): string {
  return pathname.endsWith(path) ? pathname.slice(0, -path.length) : '';
}
