import type { Check } from '../checks';
import { isKnown } from '../known-value';

/** Google allows neither keys nor values more. */
const LABEL_LENGTH = 63;

/**
 * Labels as Google takes them: at most 63 lower-case letters, digits, hyphens and underscores, in keys a letter first.
 * Other characters become hyphens.
 */
export function resourceLabels(labels: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(labels).map(([key, value]) => [toLabel(key), labelValue(value)]));
}

/** That no two labels become one, and that each key can be one. */
export function labelChecks(labels: Readonly<Record<string, string>>): readonly Check[] {
  const origins = new Map<string, string[]>();
  for (const key of Object.keys(labels)) origins.set(toLabel(key), [...(origins.get(toLabel(key)) ?? []), key]);
  return [...origins].flatMap(([key, keys]) => [
    {
      holds: keys.length === 1,
      message: `tags ${keys.map((k) => `"${k}"`).join(' and ')} are both "${key}" as a label of Google, which has lower-case letters, digits, "-" and "_": rename one`,
    },
    {
      holds: /^[a-z]/.test(key),
      message: `tag "${keys.join('", "')}" is "${key}" as a label of Google; expected a letter first: rename it`,
    },
  ]);
}

function labelValue(value: string): string {
  return isKnown(value) ? toLabel(value) : value;
}

function toLabel(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]/g, '-')
    .slice(0, LABEL_LENGTH);
}
