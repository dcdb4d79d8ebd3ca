import type { Page } from './page-reader';

/** What a list says of an object that the caller may not read, or that makes no sense: its own request tells more. */
export const DENIED = Symbol('denied');

export interface Listed<Model> {
  readonly id: string;
  readonly model: Model | typeof DENIED;
}

/** Life of a snapshot in milliseconds: what others change meanwhile is not seen. */
const LIFE = 60_000;

/** Pages of a list that were read ahead. Each object is handed out once, so that who asks again sees it anew. */
export class Snapshot<Model> {
  /** How many pages the list has; undefined before the first is read. */
  pages: number | undefined;
  nextPage = 1;
  /** True while pages are on their way. */
  isReading = false;
  /** True once the server has failed to give a page. */
  isBroken = false;
  /** The ids that were asked for since it began. */
  readonly asked = new Set<string>();
  private readonly listed = new Map<string, Model | typeof DENIED | 'given'>();
  private readonly began = performance.now();

  /** `writes` is how many writes had begun or ended when it began: one more, and it may be wrong. */
  constructor(private readonly writes: number) {}

  isFresh(writes: number): boolean {
    return writes === this.writes && performance.now() - this.began < LIFE;
  }

  get isComplete(): boolean {
    return this.pages !== undefined && this.nextPage > this.pages;
  }

  /** Takes in the next pages once they are there. */
  async reading(next: Promise<readonly Page<Listed<Model>>[]>): Promise<void> {
    this.isReading = true;
    try {
      for (const page of await next) this.add(page);
    } finally {
      this.isReading = false;
    }
  }

  private add({ items, pages }: Page<Listed<Model>>): void {
    this.pages = pages;
    this.nextPage += 1;
    for (const { id, model } of items) if (this.listed.get(id) !== 'given') this.listed.set(id, model);
  }

  /** True where it stood on a page, handed out or not. */
  has(id: string): boolean {
    return this.listed.has(id);
  }

  /** An object that was given by other means: a page that is still on its way may hold it as it was before. */
  setGiven(id: string): void {
    this.listed.set(id, 'given');
  }

  take(id: string): Model | typeof DENIED | undefined {
    const found = this.listed.get(id);
    if (found === undefined || found === 'given') return undefined;
    this.listed.set(id, 'given');
    return found;
  }
}
