import type { CallOptions } from './collection';
import type { JsonReader } from './json-reader';
import type { RestClient } from './rest-client';
import { isZenmlError } from './zenml-error';

const LARGE_PAGE = 1000;

export interface ListQuery extends CallOptions {
  /** Below `/api/v1`, with leading slash. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** False where few objects are expected: the server's own page size then. Default: true. */
  readonly large?: boolean;
}

/** The items of every page of a hydrated list. A server that refuses large pages is asked again with its own page size. */
export async function listAllPages<T>(
  rest: RestClient,
  list: ListQuery,
  read: (item: JsonReader) => T,
): Promise<readonly T[]> {
  const { large = true, ...rest_ } = list;
  try {
    return await listPages(rest, rest_, large ? { size: String(LARGE_PAGE) } : {}, read);
  } catch (error) {
    if (large && isZenmlError(error) && error.status === 422) return listPages(rest, rest_, {}, read);
    throw error;
  }
}

async function listPages<T>(
  rest: RestClient,
  { path, query, signal, timeout }: ListQuery,
  size: Readonly<Record<string, string>>,
  read: (item: JsonReader) => T,
): Promise<readonly T[]> {
  const items = new Map<string, T>();
  const options = { ...(signal && { signal }), ...(timeout !== undefined && { timeout }) };
  for (let page = 1, pages = 1; page <= pages; page++) {
    pages = await rest.request(
      {
        method: 'GET',
        path,
        query: { hydrate: 'true', ...query, ...size, page: String(page) },
        ...options,
      },
      (answer) => {
        for (const item of answer.at('items').items()) items.set(item.at('id').string(), read(item));
        return answer.at('total_pages').number();
      },
    );
  }
  return [...items.values()];
}
