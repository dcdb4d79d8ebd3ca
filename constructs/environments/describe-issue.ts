import { closest, distance } from 'fastest-levenshtein';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** What a schema has against the value `got`, in words that say what to change. Lower case. */
export function describeIssue(issue: Issue, got: unknown): string {
  const expected = expectation(issue);
  if (got === undefined) return `this is missing; ${expected}: add it here or to the defaults`;
  if (typeof got === 'number' && issue.code === 'invalid_type' && issue.expected === 'string') {
    return `got the number ${got}; ${expected}: put it in quotes`;
  }
  const suggestion =
    issue.code === 'invalid_value' ? didYouMean(JSON.stringify(got).replaceAll('"', ''), issue.values.map(String)) : '';
  return `got ${JSON.stringify(got)}; ${expected}${suggestion === '' ? ': correct it' : `: ${suggestion}`}`;
}

/** That a key is none of those that there are. */
export function describeUnknownKey(key: string, known: readonly string[]): string {
  const suggestion = didYouMean(key, known);
  const instead = suggestion === '' ? `expected ${[...known].sort().join(', ') || 'none'}` : suggestion;
  return `there is no setting "${key}"; ${instead}: rename it, or add it to the schema of the settings`;
}

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${TYPES[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `expected ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`;
    case 'invalid_union': {
      const each = issue.errors.flatMap((errors) =>
        errors.map((error) => expectation(error).replace(/^expected /, '')),
      );
      return `expected ${[...new Set(each)].join(', or ')}`;
    }
    default:
      return issue.message
        .replace(/^(Invalid \w+|Too \w+): /, '')
        .replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase());
  }
}

/** Types as a person who writes YAML knows them. */
const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
};

function didYouMean(given: string, candidates: readonly string[]): string {
  if (candidates.length === 0) return '';
  const nearest = closest(given, [...candidates]);
  return distance(given, nearest) <= Math.max(2, Math.floor(given.length / 3)) ? `did you mean "${nearest}"?` : '';
}
