import type { Check } from './checks';

/** That a number of days is one, where it is given. */
export function dayCheck(name: string, days: number | undefined): Check {
  return {
    holds: days === undefined || (Number.isInteger(days) && days >= 1),
    message: `${name} is ${String(days)}; expected a whole number of days, 1 or more: correct it, or leave it out`,
  };
}
