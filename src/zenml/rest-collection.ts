import { BatchedReads } from './batched-reads';
import type { CallOptions, Collection, CreateOptions } from './collection';
import type { JsonBody } from './json';
import type { JsonReader } from './json-reader';
import type { Entity } from './models/entity';
import type { FilterField } from './models/filters';
import type { PageReader } from './page-reader';
import { checkedId, type RestClient } from './rest-client';
import { DENIED, type Listed } from './snapshot';
import { isZenmlError, ZenmlError } from './zenml-error';

/** How objects of one kind look on the wire. */
export interface Kind<Model extends Entity, Fields, Filter> {
  /** Below `/api/v1`, with leading slash. */
  readonly path: string;
  /** The object of an answer; `sent` are the fields that were just written. */
  readonly read: (answer: JsonReader, sent?: Fields) => Model;
  /** As `read`, for an item of a list where that holds less. Default: `read`. */
  readonly readItem?: (answer: JsonReader) => Model;
  readonly write: (fields: Fields, isNew: boolean) => JsonBody;
  /** Texts among the fields that no message may repeat. */
  readonly secrets: (fields: Fields) => readonly string[];
  /** How a list is filtered by each field. */
  readonly filters: { readonly [Field in keyof Filter]-?: FilterField<Model, NonNullable<Filter[Field]>> };
  /** Goes with every read. */
  readonly readQuery?: Readonly<Record<string, string>>;
}

interface WantedField<Model> {
  readonly query: Readonly<Record<string, string>> | undefined;
  readonly matches: (model: Model) => boolean;
}

/** A {@link Collection} over the REST API. */
export class RestCollection<
  Model extends Entity,
  Spec extends Fields,
  Changes extends Fields,
  Filter extends { readonly name?: string },
  Fields,
> implements Collection<Model, Spec, Changes, Filter> {
  private readonly batched: BatchedReads<Model>;

  constructor(
    protected readonly rest: RestClient,
    private readonly pages: PageReader,
    protected readonly kind: Kind<Model, Fields, Filter>,
  ) {
    const { path, readQuery: query = {} } = kind;
    const listed = (item: JsonReader): Listed<Model> => this.listed(item);
    this.batched = new BatchedReads<Model>({
      writes: () => rest.writes,
      aloneIsBest: kind.readItem === undefined,
      one: (id, options) => this.getAlone(id, query, options),
      page: (number, options) => pages.page({ ...options, path, query }, number, listed),
      some: (ids, options) =>
        pages.all({ ...options, path, query: { ...query, id: `oneof:${JSON.stringify(ids)}` } }, listed),
    });
  }

  create(spec: Spec, options?: CreateOptions<Model>): Promise<Model> {
    return this.save('POST', this.kind.path, spec, options);
  }

  async get(id: string, options: CallOptions = {}): Promise<Model | null> {
    const path = this.pathOf(id);
    return this.rest.awaitShared(this.batched.get(id.toLowerCase(), options), { ...options, method: 'GET', path });
  }

  /** One object by a request of its own. */
  protected async getAlone(
    id: string,
    query: Readonly<Record<string, string>>,
    options?: CallOptions,
  ): Promise<Model | null> {
    const path = this.pathOf(id);
    try {
      return await this.rest.request({ ...options, method: 'GET', path, query }, (answer) => {
        if (isDenied(answer)) throw deniedError(path);
        return this.kind.read(answer);
      });
    } catch (error) {
      if (isZenmlError(error, 'not_found')) return null;
      throw error;
    }
  }

  update(id: string, changes: Changes, options?: CallOptions): Promise<Model> {
    return this.save('PUT', this.pathOf(id), changes, options);
  }

  async delete(id: string, options?: CallOptions): Promise<void> {
    try {
      await this.rest.request({ ...options, method: 'DELETE', path: this.pathOf(id) }, () => undefined);
    } catch (error) {
      if (!isZenmlError(error, 'not_found')) throw error;
    }
  }

  async list(filter?: Filter, options?: CallOptions): Promise<readonly Model[]> {
    const { path, readQuery } = this.kind;
    const wanted = this.wantedFields(filter);
    const query = Object.assign({}, readQuery, ...wanted.map(({ query }) => query)) as Readonly<Record<string, string>>;
    const large = filter?.name === undefined;
    const found = await this.pages.all({ ...options, path, query, large }, (item) => this.listed(item));
    return found.flatMap(({ model }) =>
      model !== DENIED && wanted.every(({ matches }) => matches(model)) ? [model] : [],
    );
  }

  findByName(name: string, filter?: Filter, options?: CallOptions): Promise<readonly Model[]> {
    return this.list({ ...filter, name } as Filter, options);
  }

  protected pathOf(id: string): string {
    return `${this.kind.path}/${checkedId(id)}`;
  }

  private listed(item: JsonReader): Listed<Model> {
    const { read, readItem = read } = this.kind;
    return { id: item.at('id').string(), model: isDenied(item) ? DENIED : readItem(item) };
  }

  private wantedFields(filter: Filter | undefined): readonly WantedField<Model>[] {
    const { filters } = this.kind;
    return (Object.keys(filter ?? {}) as (keyof Filter)[]).flatMap((key) => {
      const value = filter?.[key];
      if (value === undefined || value === null) return [];
      const field = filters[key];
      return [{ query: field.query?.(value), matches: (model: Model) => field.matches(model, value) }];
    });
  }

  private save(method: 'POST' | 'PUT', path: string, fields: Fields, options?: CallOptions): Promise<Model> {
    const { read, write, secrets } = this.kind;
    return this.rest.request(
      { ...options, method, path, body: write(fields, method === 'POST'), secrets: secrets(fields) },
      (answer) => read(answer, fields),
    );
  }
}

/** Objects that the user may list but not read come without a body. */
function isDenied(answer: JsonReader): boolean {
  const denied = answer.at('permission_denied');
  return !denied.isAbsent && denied.boolean();
}

function deniedError(path: string): ZenmlError {
  return new ZenmlError(`GET /api/v1${path} failed: the user of this API key or token may not read the object.`, {
    code: 'forbidden',
    method: 'GET',
    path: `/api/v1${path}`,
  });
}
