import { Attempts } from './attempts';
import type { CallOptions } from './collection';
import type { JsonReader } from './json-reader';
import type { RestClient } from './rest-client';
import { isZenmlError } from './zenml-error';

/** Items a page, the next where a server refuses the one before (it may be set up so); last, its own default. */
const SIZES: readonly (number | undefined)[] = [1000, 100, undefined];

/** A list on the server. */
export interface ListQuery extends CallOptions {
  /** Below `/api/v1`, with leading slash. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** False where few objects are expected: the server's own page size then. Default: true. */
  readonly large?: boolean;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** How many pages of this size the list has. */
  readonly pages: number;
}

/** Reads hydrated lists page by page, in the largest pages that the server gives. */
export class PageReader {
  private size = 0;

  constructor(private readonly rest: RestClient) {}

  /** The items of every page. An object that slides from one page to the next meanwhile comes once. */
  async all<T extends { readonly id: string }>(list: ListQuery, read: (item: JsonReader) => T): Promise<readonly T[]> {
    const items = new Map<string, T>();
    const attempts = new Attempts(list.timeout);
    for (let number = 1, pages = 1; number <= pages; number++) {
      const page = await this.page({ ...list, timeout: attempts.left }, number, read);
      pages = page.pages;
      for (const item of page.items) items.set(item.id, item);
    }
    return [...items.values()];
  }

  /** One page, counted from 1; beyond the last one it is empty. */
  async page<T>(list: ListQuery, number: number, read: (item: JsonReader) => T): Promise<Page<T>> {
    if (list.large === false) return this.request(list, number, undefined, read);
    for (let size = this.size; ; size++) {
      try {
        const page = await this.request(list, number, SIZES[size], read);
        this.size = size;
        return page;
      } catch (error) {
        if (!isZenmlError(error)) throw error;
        // The list became shorter after its first page.
        if (number > 1 && error.status === 400) return { items: [], pages: number - 1 };
        if (error.status !== 422 || size + 1 >= SIZES.length) throw error;
      }
    }
  }

  private request<T>(
    { path, query, signal, timeout }: ListQuery,
    number: number,
    size: number | undefined,
    read: (item: JsonReader) => T,
  ): Promise<Page<T>> {
    return this.rest.request(
      {
        method: 'GET',
        path,
        query: {
          hydrate: 'true',
          ...query,
          ...(size !== undefined && { size: String(size) }),
          page: String(number),
        },
        ...(signal && { signal }),
        ...(timeout !== undefined && { timeout }),
      },
      (answer) => ({ items: answer.at('items').items().map(read), pages: answer.at('total_pages').number() }),
    );
  }
}
