import { isJsonObject } from './json';

/** What an error body says. */
export interface ErrorDetail {
  /** Exception class on the server, such as `KeyError`; null where the body names none. */
  readonly exception: string | null;
  readonly text: string;
}

const LONGEST = 2000;

/**
 * Reads the four shapes of an error body: `{"detail": [class, text]}`, `{"detail": text}`, `[class, text]`, `{"error": text}`.
 * Null for any other. SQL, and the input that validation messages repeat, are left out of the text.
 */
export function parseErrorDetail(body: unknown): ErrorDetail | null {
  if (Array.isArray(body)) return fromList(body);
  if (!isJsonObject(body)) return null;
  const detail = body.detail ?? body.error;
  if (typeof detail === 'string') return { exception: null, text: cleanText(detail) };
  return Array.isArray(detail) ? fromList(detail) : null;
}

function fromList(list: readonly unknown[]): ErrorDetail | null {
  const [exception, text] = list;
  return typeof exception === 'string' && typeof text === 'string' ? { exception, text: cleanText(text) } : null;
}

function cleanText(text: string): string {
  const plain = text.startsWith('"') && text.endsWith('"') && text.length > 1 ? text.slice(1, -1) : text;
  const clean = plain.includes("'loc': (") ? requestValidation(plain) : modelValidation(withoutSql(plain));
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST)}...` : clean;
}

/** SQLAlchemy adds statement and parameters, which hold what was sent. */
function withoutSql(text: string): string {
  return text.replace(/\s*\[(?:SQL|parameters): [\s\S]*$/, '').trim();
}

/** FastAPI's refusal of a request: `{'type': ..., 'loc': ('body', 'name'), 'msg': '...', 'input': ...}` per error. */
function requestValidation(text: string): string {
  const errors = text.matchAll(/'loc': \(([^)]*)\), 'msg': ('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")/g);
  const lines = [...errors].map(([, place = '', message = '']) => {
    const steps = [...place.matchAll(/'([^']*)'|(\d+)/g)].map(([, name, index]) => name ?? index);
    return `${steps.slice(1).join('.')}: ${message.slice(1, -1).replace(/\\(['"\\])/g, '$1')}`;
  });
  return lines.length > 0 ? lines.join('; ') : 'the request did not pass validation';
}

/** Pydantic's refusal of a configuration: a field, and an indented message with `[type=..., input_value=...]`, per error. */
function modelValidation(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^\s*For further information visit /.test(line))
    .map((line) => line.replace(/\s*\[type=\w+, .*$|\s*,? ?input_value=.*$/, ''))
    .join('\n')
    .replace(/\n\s+/g, ': ')
    .replace(/\s*\n\s*/g, '; ')
    .replace(/(validation errors? for \w+);/, '$1:')
    .replace(/[;\s]+$/, '');
}
