import DataLoader from 'dataloader';
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import { allAborted } from './abort';
import type { CallOptions } from './collection';
import type { Page } from './page-reader';
import { DENIED, Snapshot, type Listed } from './snapshot';
import { ZenmlError } from './zenml-error';

/** Where the objects of one kind come from. */
export interface ReadSource<Model> {
  /** How many writes this client has begun and ended, of any kind. */
  writes(): number;
  /** One object by a request of its own; null where it is gone. */
  one(id: string, options: CallOptions): Promise<Model | null>;
  /** Those of the ids that the server lists, in one request. */
  some(ids: readonly string[], options: CallOptions): Promise<readonly Listed<Model>[]>;
  /** A page of all objects, counted from 1. */
  page(number: number, options: CallOptions): Promise<Page<Listed<Model>>>;
  /** False where a list holds less than a request of its own and is wanted for that. Default: true. */
  readonly aloneIsBest?: boolean;
}

/** More ids in one query make some servers fail, and too long a URL some proxies. */
const MOST_IDS = 100;
/** A list of at most so many pages is read as soon as a second batch shows that more is to come. */
const FEW_PAGES = 5;
const PAGES_AT_ONCE = 4;
/** A page costs a server as much as some 50 queries for ten objects each; of many pages, one pays when it brings about so many. */
const ASKED_PER_PAGE = 50;
/** Milliseconds that a batch waits for pages. Of a very long list even the first takes seconds; until it comes, reads go by id. */
const PATIENCE = 2000;
/** Milliseconds without another `get` after which a batch is complete, and the longest wait for that. */
const QUIET = 3;
const LONGEST_WAIT = 20;

interface Ask extends CallOptions {
  readonly id: string;
}

type Found<Model> = Model | null | ZenmlError;

/**
 * Reads objects of one kind in shared requests. Nobody says how many reads will come, so the first batch asks for its ids, and
 * the second, once there is one, begins to read the whole list, page by page: n reads cost at most as many requests as the
 * list has pages, or n, and one more. A list of many pages, most of it not ours, is left alone until it pays.
 * While a request is on its way, further reads gather for the next.
 */
export class BatchedReads<Model> {
  private readonly loader: DataLoader<Ask, Model | null>;
  private snapshot: Snapshot<Model> | undefined;
  private busy: Promise<unknown> = Promise.resolve();
  private lastAsk = 0;

  constructor(private readonly source: ReadSource<Model>) {
    this.loader = new DataLoader(
      (asks) => {
        const batch = this.load(asks);
        this.busy = batch.catch(() => undefined);
        return batch;
      },
      { cache: false, batchScheduleFn: (dispatch) => void this.gathered().then(dispatch) },
    );
  }

  /** Null where the object is gone. One caller's signal and timeout are left to the caller: they end no one else's read. */
  async get(id: string, options: CallOptions): Promise<Model | null> {
    const kept = this.fresh().take(id);
    if (kept !== undefined && kept !== DENIED) return kept;
    this.lastAsk = performance.now();
    return this.loader.load({ ...options, id });
  }

  private async gathered(): Promise<void> {
    await this.busy;
    const began = performance.now();
    do {
      await sleep(QUIET);
      // What has arrived while the timer was due is handled first.
      await turn();
    } while (performance.now() - this.lastAsk < QUIET && performance.now() - began < LONGEST_WAIT);
  }

  private async load(asks: readonly Ask[]): Promise<(Model | null | Error)[]> {
    const done = new AbortController();
    try {
      const signal = allAborted(
        asks.map((ask) => ask.signal),
        done.signal,
      );
      const timeout = Math.max(...asks.map((ask) => ask.timeout ?? Infinity));
      const options = { ...(signal && { signal }), ...(Number.isFinite(timeout) && { timeout }) };
      const found = await this.find([...new Set(asks.map(({ id }) => id))], options);
      return asks.map(({ id }) => found.get(id) ?? null);
    } finally {
      done.abort();
    }
  }

  private async find(ids: readonly string[], options: CallOptions): Promise<ReadonlyMap<string, Found<Model>>> {
    const snapshot = this.fresh();
    const found = new Map<string, Found<Model>>();
    const alone = new Set<string>();
    let rest = ids;
    const sort = (take: (id: string) => Model | typeof DENIED | undefined): void => {
      rest = rest.filter((id) => {
        const model = take(id);
        if (model === DENIED) alone.add(id);
        else if (model !== undefined) found.set(id, model);
        return model === undefined;
      });
    };
    sort((id) => snapshot.take(id));
    // Who asks for the same again does not tell that there is more to come.
    const isMore = snapshot.asked.size > 0 && rest.some((id) => !snapshot.asked.has(id));
    for (const id of rest) snapshot.asked.add(id);
    while (isMore && rest.length > 0 && pagesPay(snapshot)) {
      if (!(await this.readAhead(snapshot, options))) break;
      sort((id) => snapshot.take(id));
    }
    // What all pages lack is gone, or hidden: only a request of its own tells which.
    if (snapshot.isComplete) {
      for (const id of rest) if (!snapshot.has(id)) alone.add(id);
      rest = rest.filter((id) => !alone.has(id));
    }
    if (rest.length > 1 || this.source.aloneIsBest === false) {
      const listed = new Map<string, Model | typeof DENIED>();
      for (const { id, model } of await this.byId(rest, options)) listed.set(id, model);
      sort((id) => listed.get(id));
    }
    for (const id of rest) alone.add(id);
    await Promise.all([...alone].map(async (id) => found.set(id, await this.alone(id, options))));
    for (const id of ids) snapshot.setGiven(id);
    return found;
  }

  /** Reads the next pages. False where that takes long: they come in when they come. */
  private async readAhead(snapshot: Snapshot<Model>, options: CallOptions): Promise<boolean> {
    const { pages = 1, nextPage } = snapshot;
    const numbers = Array.from(
      { length: Math.min(PAGES_AT_ONCE, pages - nextPage + 1) },
      (_, index) => nextPage + index,
    );
    const reading = snapshot.reading(Promise.all(numbers.map((number) => this.source.page(number, options))));
    const isThere = new AbortController();
    const late = sleep(PATIENCE, false, { signal: isThere.signal });
    try {
      return await Promise.race([reading.then(() => true), late]);
    } catch (error) {
      if (!concernsList(error)) throw error;
      snapshot.isBroken = true;
      return false;
    } finally {
      isThere.abort();
    }
  }

  /** What no list tells of, or what fails it, is left to requests of their own. */
  private async byId(ids: readonly string[], options: CallOptions): Promise<readonly Listed<Model>[]> {
    const starts = Array.from({ length: Math.ceil(ids.length / MOST_IDS) }, (_, chunk) => chunk * MOST_IDS);
    const chunks = starts.map(async (start) => {
      try {
        return await this.source.some(ids.slice(start, start + MOST_IDS), options);
      } catch (error) {
        if (concernsList(error)) return [];
        throw error;
      }
    });
    return (await Promise.all(chunks)).flat();
  }

  private async alone(id: string, options: CallOptions): Promise<Found<Model>> {
    try {
      return await this.source.one(id, options);
    } catch (error) {
      if (error instanceof ZenmlError) return error;
      throw error;
    }
  }

  private fresh(): Snapshot<Model> {
    const writes = this.source.writes();
    if (this.snapshot?.isFresh(writes) !== true) this.snapshot = new Snapshot(writes);
    return this.snapshot;
  }
}

/** True for the failure of a list that need not be one of each object: another object in it may be what the server fails on. */
function concernsList(error: unknown): boolean {
  if (!(error instanceof ZenmlError)) return false;
  return error.status === 500 || ['forbidden', 'invalid', 'not_zenml'].includes(error.code);
}

function pagesPay({ pages, isComplete, isReading, isBroken, asked }: Snapshot<unknown>): boolean {
  if (isReading || isBroken) return false;
  return pages === undefined || (!isComplete && (pages <= FEW_PAGES || asked.size >= pages * ASKED_PER_PAGE));
}
