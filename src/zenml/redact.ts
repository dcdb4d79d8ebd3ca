import { isJsonObject, type JsonValue } from './json';

const HIDDEN = '(hidden)';
const SECRET_KEY = /pass|secret|token|key|credential|json|certificate/i;
/** Shorter text occurs in messages by chance, and hiding it would only garble them. */
const SHORTEST = 4;

/** The texts under keys that sound secret, and the texts inside those that are JSON. Everything in `wholly` objects is one. */
export function secretsIn(value: JsonValue | undefined, wholly = false): readonly string[] {
  if (typeof value === 'string') return wholly ? [value, ...secretsInText(value)] : [];
  if (Array.isArray(value)) return value.flatMap((item: JsonValue) => secretsIn(item, wholly));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => secretsIn(item, wholly || SECRET_KEY.test(key)));
}

/** The text with every secret in it hidden, as it is or as Python and JSON escape it. */
export function redact(text: string, secrets: readonly string[]): string {
  const forms = secrets
    .filter((secret) => secret.trim().length >= SHORTEST)
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)])
    .sort((a, b) => b.length - a.length);
  return forms.reduce((result, form) => result.replaceAll(form, HIDDEN), text);
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
