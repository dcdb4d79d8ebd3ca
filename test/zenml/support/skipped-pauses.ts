type Sleep = (milliseconds: number, value?: unknown, options?: { readonly signal?: AbortSignal }) => Promise<unknown>;

/** Longer sleeps are pauses between attempts, shorter ones gather reads. */
const SHORTEST_PAUSE = 100;

/** The pauses that were skipped, in milliseconds. */
export const pauses: number[] = [];

/** `node:timers/promises` for tests: pauses between attempts take no time. */
export function skippingPauses(): object {
  const real = jest.requireActual<{ setTimeout: Sleep; setImmediate: unknown }>('node:timers/promises');
  const sleep: Sleep = (milliseconds, value, options) => {
    if (milliseconds < SHORTEST_PAUSE) return real.setTimeout(milliseconds, value, options);
    pauses.push(milliseconds);
    return real.setTimeout(0, value, options);
  };
  return { ...real, setTimeout: sleep };
}
