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
