import { isSet, type PlanModifier } from '../../framework';

const RFC_3339 = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/;
const NO_ZONE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?$/;

/** Milliseconds since the epoch of an RFC 3339 text; undefined for any other. */
export function instantOf(text: string): number | undefined {
  const time = RFC_3339.test(text) ? Date.parse(text.toUpperCase()) : NaN;
  return Number.isNaN(time) || !isDay(text.slice(0, 10)) ? undefined : time;
}

/** False for a day that its month does not have, which is read as one of the next month. */
function isDay(date: string): boolean {
  return new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);
}

/** True where two texts are the same point in time; the server writes its own in UTC and without a zone. */
export function sameInstant(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => instantOf(NO_ZONE.test(text) ? `${text}Z` : text));
  return left === undefined ? a === b : left === right;
}

/** A point in time as the server writes it. */
export function serverTime(text: string): string {
  const time = instantOf(text);
  return time === undefined ? text : new Date(time).toISOString().replace('Z', '');
}

/** The same point in time written otherwise is no change. */
export const keepSameInstant: PlanModifier = ({ planned, prior }) =>
  isSet(planned) && typeof planned === 'string' && typeof prior === 'string' && sameInstant(planned, prior)
    ? { planned: prior }
    : { planned };
