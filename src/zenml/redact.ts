import { isJsonObject, type JsonValue } from './json';

const HIDDEN = '(hidden)';
const SECRET_KEY = /pass|secret|token|key|credential|json|certificate/i;
/** Shorter text occurs in messages by chance, and hiding it would only garble them. */
const SHORTEST = 4;
const LONG_LINE = 16;

/** True for a key whose value is a secret by its name. */
export function soundsSecret(key: string): boolean {
  return SECRET_KEY.test(key);
}

/** The text without user and password in the addresses in it. */
export function withoutUrlCredentials(text: string): string {
  return text.replace(/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/?#"'<>]*@/gi, '$1');
}

/** The texts under keys that sound secret, and the texts inside those that are JSON. Everything in `wholly` objects is one. */
export function secretsIn(value: JsonValue | undefined, wholly = false): readonly string[] {
  if (typeof value === 'string') return wholly ? [value, ...secretsInText(value)] : [];
  if (Array.isArray(value)) return value.flatMap((item: JsonValue) => secretsIn(item, wholly));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => secretsIn(item, wholly || soundsSecret(key)));
}

/**
 * The text with every secret in it hidden, as it is or as Python and JSON escape it, and long lines of one however that is escaped.
 * What is secret inside one that is JSON is hidden too, and so are user and password in addresses.
 */
export function redact(text: string, secrets: readonly string[]): string {
  const forms = secretsIn(secrets, true)
    .filter((secret) => secret.trim().length >= SHORTEST)
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), ...longLines(secret)])
    .sort((a, b) => b.length - a.length);
  return withoutUrlCredentials(forms.reduce((result, form) => result.replaceAll(form, HIDDEN), text));
}

/** Private keys have lines that need no escape; what is JSON has lines of its own, and secrets within. */
function longLines(secret: string): readonly string[] {
  if (secret.trimStart().startsWith('{')) return [];
  return secret.split(/[\r\n]+/).filter((line) => line.length >= LONG_LINE && !line.startsWith('-----'));
}

/** A service account key is JSON in a text: its private key must not show either, while its project may. */
function secretsInText(text: string): readonly string[] {
  if (!text.trimStart().startsWith('{')) return [];
  try {
    return secretsIn(JSON.parse(text) as JsonValue);
  } catch {
    return [];
  }
}
