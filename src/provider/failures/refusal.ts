/** One thing that the server did not like. */
export interface Complaint {
  /** Where in the request or configuration: `['path']`, `['components', 'nope']`. Empty where the server names no place. */
  readonly location: readonly string[];
  readonly message: string;
}

const CONFIGURATION = /\d+ validation errors? for \w+: (.*)$/s;
const PLACED = /^([A-Za-z_][\w-]*(?:\.[\w[\]-]+)*): (.*)$/s;
const INVALID_KEYS = /Invalid configuration keys \[([^\]]*)\]/;
const MISSING_ATTRIBUTE = /missing required attribute '([^']+)'/;

/** The complaints in what the server said of a request or a configuration that it refused. */
export function complaintsOf(detail: string): readonly Complaint[] {
  const text = CONFIGURATION.exec(detail)?.[1] ?? detail;
  const placed = text.split('; ').map((part) => PLACED.exec(part));
  if (placed.every((match) => match !== null)) {
    return placed.map(([, location = '', message = '']) => ({
      location: location.split('.').filter((step) => step !== '[key]'),
      message: plain(message),
    }));
  }
  const unknownKeys = INVALID_KEYS.exec(detail)?.[1];
  if (unknownKeys !== undefined) {
    return [...unknownKeys.matchAll(/'([^']*)'/g)].map(([, key = '']) => ({
      location: [key],
      message: 'There is no such key',
    }));
  }
  const missing = MISSING_ATTRIBUTE.exec(detail)?.[1];
  if (missing !== undefined) return [{ location: [missing], message: 'Field required' }];
  return [{ location: [], message: plain(text) }];
}

function plain(message: string): string {
  return message.replace(/^Value error, /, '');
}

/** True for a refusal of the configuration itself, rather than of the request around it. */
export function concernsConfiguration(detail: string): boolean {
  return [CONFIGURATION, INVALID_KEYS, MISSING_ATTRIBUTE].some((pattern) => pattern.test(detail));
}
