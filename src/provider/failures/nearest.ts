import { closest, distance } from 'fastest-levenshtein';

/** ` Did you mean "s3"?` where one of the candidates is near, otherwise nothing. */
export function didYouMean(given: string, candidates: readonly string[]): string {
  if (candidates.length === 0) return '';
  const nearest = closest(given, [...candidates]);
  return distance(given, nearest) <= Math.max(2, Math.floor(given.length / 3)) ? ` Did you mean "${nearest}"?` : '';
}

/** Names as a person reads them in a sentence: `a, b, c`, in order. */
export function listed(names: Iterable<string>): string {
  return [...new Set(names)].sort().join(', ');
}
