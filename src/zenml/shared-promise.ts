/** A value fetched once for all who ask at the same time and after; a failure is forgotten, so that the next one asks again. */
export class SharedPromise<T> {
  private pending: Promise<T> | undefined;

  constructor(private readonly fetch: () => Promise<T>) {}

  get(): Promise<T> {
    this.pending ??= this.fetch().catch((error: unknown) => {
      this.pending = undefined;
      throw error;
    });
    return this.pending;
  }
}
