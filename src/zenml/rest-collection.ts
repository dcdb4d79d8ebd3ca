import type { CallOptions, Collection } from './collection';
import type { JsonBody } from './json';
import type { JsonReader } from './json-reader';
import type { Entity } from './models/entity';
import { listAllPages } from './pages';
import { checkedId, type RestClient } from './rest-client';
import { isZenmlError, ZenmlError } from './zenml-error';

/** How objects of one kind look on the wire. */
export interface Kind<Model extends Entity, Fields, Filter> {
  /** Below `/api/v1`, with leading slash. */
  readonly path: string;
  /** The object of an answer; `sent` are the fields that were just written. */
  readonly read: (answer: JsonReader, sent?: Fields) => Model;
  /** As `read`, for an item of a list. Default: `read`. */
  readonly readItem?: (answer: JsonReader) => Model;
  readonly write: (fields: Fields) => JsonBody;
  /** Texts among the fields that no message may repeat. */
  readonly secrets: (fields: Fields) => readonly string[];
  /** The query parameter of each field that a list can be filtered by. */
  readonly filters: Readonly<Record<keyof Filter, string>>;
}

/** A {@link Collection} over the REST API. */
export class RestCollection<
  Model extends Entity,
  Spec extends Fields,
  Changes extends Fields,
  Filter extends Partial<Model>,
  Fields,
> implements Collection<Model, Spec, Changes, Filter> {
  constructor(
    protected readonly rest: RestClient,
    protected readonly kind: Kind<Model, Fields, Filter>,
  ) {}

  create(spec: Spec, options?: CallOptions): Promise<Model> {
    return this.save('POST', this.kind.path, spec, options);
  }

  async get(id: string, options?: CallOptions): Promise<Model | null> {
    try {
      return await this.rest.request({ ...options, method: 'GET', path: this.pathOf(id) }, (answer) => {
        if (isDenied(answer)) throw deniedError(this.pathOf(id));
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
    const wanted = Object.entries(filter ?? {}).filter(([, value]) => value !== undefined) as [
      keyof Filter & keyof Model,
      string | boolean,
    ][];
    const { filters, path, read, readItem = read } = this.kind;
    const query = Object.fromEntries(
      wanted.map(([field, value]) => [filters[field], field === 'name' ? `equals:${value}` : String(value)]),
    );
    const large = filter?.name === undefined;
    const found = await listAllPages(this.rest, { ...options, path, query, large }, (item) =>
      isDenied(item) ? null : readItem(item),
    );
    // Servers ignore filters that they do not know, and some databases compare without case.
    return found.filter((item) => item !== null && wanted.every(([field, value]) => item[field] === value)) as Model[];
  }

  findByName(name: string, filter?: Filter, options?: CallOptions): Promise<readonly Model[]> {
    return this.list({ ...filter, name } as Filter, options);
  }

  protected pathOf(id: string): string {
    return `${this.kind.path}/${checkedId(id)}`;
  }

  private save(method: 'POST' | 'PUT', path: string, fields: Fields, options?: CallOptions): Promise<Model> {
    const { read, write, secrets } = this.kind;
    return this.rest.request({ ...options, method, path, body: write(fields), secrets: secrets(fields) }, (answer) =>
      read(answer, fields),
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
