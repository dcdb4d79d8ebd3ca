/** The promise's result, or the rejection that `onAbort` gives as soon as the signal aborts. The work itself goes on. */
export async function untilAborted<T>(
  work: Promise<T>,
  signal: AbortSignal | undefined,
  onAbort: () => Error,
): Promise<T> {
  if (signal === undefined) return work;
  let listener: (() => void) | undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    listener = () => {
      reject(onAbort());
    };
    if (signal.aborted) listener();
    else signal.addEventListener('abort', listener, { once: true });
  });
  // Both may settle; the loser must not count as unhandled.
  work.catch(() => undefined);
  try {
    return await Promise.race([aborted, work]);
  } finally {
    if (listener) signal.removeEventListener('abort', listener);
  }
}

/** Aborts once all of the signals have; undefined where one is missing, for then it never would. `done` ends the watch. */
export function allAborted(signals: readonly (AbortSignal | undefined)[], done: AbortSignal): AbortSignal | undefined {
  const left = new Set(signals.filter((signal) => signal?.aborted !== true));
  if (left.has(undefined)) return undefined;
  if (left.size === 0) return AbortSignal.abort();
  const all = new AbortController();
  for (const signal of left) {
    const leave = (): void => {
      left.delete(signal);
      if (left.size === 0) all.abort();
    };
    signal?.addEventListener('abort', leave, { once: true, signal: done });
  }
  return all.signal;
}
