import { Attempts } from './attempts';
import { BatchedReads } from './batched-reads';
import type { CallOptions, Collection, CreateOptions } from './collection';
import { createOnce } from './create-once';
import type { JsonBody } from './json';
import { ShapeError, type JsonReader } from './json-reader';
import type { Entity } from './models/entity';
import type { FilterField } from './models/filters';
import type { User } from './models/server-info';
import type { PageReader } from './page-reader';
import { checkedId, type RestClient, type RestRequest } from './rest-client';
import type { SharedPromise } from './shared-promise';
import { DENIED, type Listed } from './snapshot';
import { isKeyAtWork } from './retry-rules';
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

/** What the collections of one client share. */
export interface RestApi {
  readonly rest: RestClient;
  readonly pages: PageReader;
  /** The user that the client acts for. */
  readonly user: SharedPromise<User>;
}

/** A {@link Collection} over the REST API. */
export class RestCollection<
  Model extends Entity,
  Spec extends Fields & { readonly name: string },
  Changes extends Fields,
  Filter extends { readonly name?: string },
  Fields,
> implements Collection<Model, Spec, Changes, Filter> {
  private readonly batched: BatchedReads<Model>;

  protected readonly rest: RestClient;
  private readonly pages: PageReader;

  constructor(
    private readonly api: RestApi,
    protected readonly kind: Kind<Model, Fields, Filter>,
  ) {
    const { rest, pages } = api;
    this.rest = rest;
    this.pages = pages;
    const { path, readQuery: query = {} } = kind;
    const listed = (item: JsonReader): Listed<Model> => this.listedWithOthers(item);
    this.batched = new BatchedReads<Model>({
      writes: () => rest.writes,
      aloneIsBest: kind.readItem === undefined,
      one: (id, options) => this.getAlone(id, query, options),
      // By id, servers need not sort the list for each page, and none of its objects changes its place.
      page: (number, options) => pages.page({ ...options, path, query: { ...query, sort_by: 'id' } }, number, listed),
      some: (ids, options) =>
        pages.all({ ...options, path, query: { ...query, id: `oneof:${JSON.stringify(ids)}` } }, listed),
    });
  }

  create(spec: Spec, options: CreateOptions<Model> = {}): Promise<Model> {
    const { isSame = () => false, ...call } = options;
    const attempts = new Attempts(call.timeout);
    return createOnce({
      attempts,
      post: (idempotencyKey) => {
        const isFinal = (response: { status: number; text: string }) => attempts.inDoubt && isKeyAtWork(response);
        return this.save('POST', this.kind.path, spec, { ...call, attempts, idempotencyKey, isFinal });
      },
      findOwn: () => this.findOwn(spec.name, attempts, isSame, { ...call, timeout: attempts.left }),
    });
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

  /** The object of that name that one of the attempts made; as read alone, with all that it holds. */
  private async findOwn(
    name: string,
    attempts: Attempts,
    isSame: (candidate: Model) => boolean | Promise<boolean>,
    options: CallOptions,
  ): Promise<Model | undefined> {
    const user = this.rest.awaitShared(this.api.user.get(), { ...options, method: 'GET', path: '/current-user' });
    const [me, named] = await Promise.all([user, this.list({ name } as Filter, options)]);
    const earliest = attempts.began + this.rest.clockOffset - CLOCK_TOLERANCE;
    const made = named.filter((model) => timeOf(model.created) >= earliest && isOf(me, model));
    for (const { id } of made) {
      const candidate = await this.getAlone(id, {}, options);
      if (candidate !== null && (await isSame(candidate))) return candidate;
    }
    return undefined;
  }

  protected pathOf(id: string): string {
    return `${this.kind.path}/${checkedId(id)}`;
  }

  private listed(item: JsonReader): Listed<Model> {
    const { read, readItem = read } = this.kind;
    return { id: item.at('id').string(), model: isDenied(item) ? DENIED : readItem(item) };
  }

  /** As `listed`, for lists of objects that have nothing to do with each other: one that makes no sense fails alone. */
  private listedWithOthers(item: JsonReader): Listed<Model> {
    try {
      return this.listed(item);
    } catch (error) {
      if (error instanceof ShapeError) return { id: item.at('id').string(), model: DENIED };
      throw error;
    }
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

  private save(
    method: 'POST' | 'PUT',
    path: string,
    fields: Fields,
    options?: Omit<RestRequest, 'method' | 'path'>,
  ): Promise<Model> {
    const { read, write, secrets } = this.kind;
    return this.rest.request(
      { ...options, method, path, body: write(fields, method === 'POST'), secrets: secrets(fields) },
      (answer) => read(answer, fields),
    );
  }
}

/** Milliseconds by which a server's clock may be misjudged: it tells whole seconds. */
const CLOCK_TOLERANCE = 2000;

/** Servers write UTC without saying so. */
function timeOf(text: string): number {
  return Date.parse(/(?:Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`);
}

/** True for an object of the user, and for one of a kind that belongs to nobody. */
function isOf(user: User, model: Entity & { readonly userId?: string | null }): boolean {
  return model.userId === undefined || model.userId === user.id;
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
