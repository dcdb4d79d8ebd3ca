/** What every call takes. */
export interface CallOptions {
  /**
   * Ends reads and waits. A write that is on its way is awaited until its timeout, since its result must not be lost;
   * a write that was not sent yet is not begun, and none is repeated.
   */
  readonly signal?: AbortSignal;
  /** Milliseconds until the call fails with `timeout`, all attempts and requests of it together. Default: five minutes. */
  readonly timeout?: number;
}

/** What a create takes. */
export interface CreateOptions<Model> extends CallOptions {
  /**
   * Whether an object is what the create would have made. Asked where the answer to the request was lost, so that it had to be
   * repeated, and the name is taken now by an object of the same user that is younger than the first request: where it is
   * the same, it is ours and is given. Default: never, so that such a create fails with `conflict`.
   */
  readonly isSame?: (candidate: Model) => boolean | Promise<boolean>;
}

/**
 * The objects of one kind on a server: `Model` as read, `Spec` to create one, `Changes` to update one, `Filter` to find some.
 * Every method throws {@link ZenmlError} and nothing else.
 */
export interface Collection<Model, Spec, Changes, Filter> {
  create(spec: Spec, options?: CreateOptions<Model>): Promise<Model>;
  /**
   * Null where the server says that there is no such object. Reads of one kind at about the same time share requests, which may
   * read ahead; what is given was read within the last minute and since the last write of this client.
   */
  get(id: string, options?: CallOptions): Promise<Model | null>;
  /** Fields left out stay as they are. Fails with `not_found` where the object is gone. */
  update(id: string, changes: Changes, options?: CallOptions): Promise<Model>;
  /** Deleting what is gone already is success. */
  delete(id: string, options?: CallOptions): Promise<void>;
  /** All objects that match, over all pages. */
  list(filter?: Filter, options?: CallOptions): Promise<readonly Model[]>;
  /** All objects with exactly this name: components share names across types, and secrets across users. */
  findByName(name: string, filter?: Filter, options?: CallOptions): Promise<readonly Model[]>;
}
