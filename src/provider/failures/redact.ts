import type { Diagnostic } from '../../framework';

/** Shorter texts are no secrets, and taking them out would leave holes in ordinary words. */
const SHORTEST_SECRET = 4;

/** Diagnostics in which no secret stands, whatever the server repeated of what it was sent. */
export function redact(diagnostics: readonly Diagnostic[], secrets: readonly string[]): readonly Diagnostic[] {
  const hidden = secrets
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)])
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .sort((a, b) => b.length - a.length);
  return diagnostics.map((diagnostic) => ({
    ...diagnostic,
    detail: hidden.reduce((detail, secret) => detail.replaceAll(secret, '(sensitive value)'), diagnostic.detail),
  }));
}
