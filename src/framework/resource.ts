import type { Diagnostic } from './diagnostics';
import type { Schema } from './schema';
import type { ValueRecord } from './values';

/** What one RPC runs in. */
export interface CallContext {
  /**
   * Aborted when Terraform asks the provider to stop. Reads, waits and retries end; a write that is already on its way
   * is waited for, since its result must reach the state.
   */
  readonly signal: AbortSignal;
  /** Shown by TF_LOG at its level. Never give it a secret. */
  readonly log: (
    level: LogLevel,
    message: string,
    fields?: Readonly<Record<string, string | number | boolean>>,
  ) => void;
}

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error';

/**
 * What the provider remembers of one object beside its state: values by key. It lies in the state file, readable by
 * whoever reads that: never a secret. What another provider left there counts as `{}`.
 */
export type PrivateState = Readonly<Record<string, string>>;

/** A result with what the user must be told. A `value` beside an error is a partial result that must not be lost. */
export interface Outcome<T> {
  readonly value?: T;
  /** Of a resource: what to remember of it from now on. Left out, it stays as it was. */
  readonly privateState?: PrivateState;
  readonly diagnostics: readonly Diagnostic[];
}

export interface ValidateRequest<M> {
  /** May hold unknown values. */
  readonly config: M;
}

export interface ModifyPlanRequest<M, C> {
  readonly config: M;
  /** Null when the resource is to be created. */
  readonly prior: M | null;
  /** Null when it is to be destroyed. */
  readonly planned: M | null;
  /** Remembered of the prior object; for the new object of a replacement, what was planned for the old one. */
  readonly privateState: PrivateState;
  /** Undefined while the provider's own configuration holds unknown values. */
  readonly client: C | undefined;
  readonly context: CallContext;
}

export interface ModifyPlanResponse<M> {
  readonly planned: M | null;
  /** Names of root attributes whose change needs a new object. */
  readonly requiresReplace?: readonly string[];
  /** What the apply is given, also that of a delete. Left out, it stays as it was. */
  readonly privateState?: PrivateState;
  readonly diagnostics: readonly Diagnostic[];
}

export interface CreateRequest<M, C> {
  readonly config: M;
  /** Unknown only where an attribute is computed. */
  readonly planned: M;
  /** As planned. It is kept, even where the change fails, unless the outcome has another. */
  readonly privateState: PrivateState;
  readonly client: C;
  readonly context: CallContext;
}

export interface ReadRequest<M, C> {
  readonly state: M;
  /** What is remembered of the object; for a delete, as planned. */
  readonly privateState: PrivateState;
  readonly client: C;
  readonly context: CallContext;
}

export interface UpdateRequest<M, C> extends CreateRequest<M, C> {
  readonly prior: M;
}

export interface ImportRequest<C> {
  /** The id as the user gave it. */
  readonly id: string;
  readonly client: C;
  readonly context: CallContext;
}

/** A managed resource of a provider whose client is `C`. Methods return diagnostics and do not throw. */
export interface Resource<M extends ValueRecord, C> {
  /** `zenml_stack` */
  readonly typeName: string;
  readonly schema: Schema;
  /**
   * Names of root attributes, all texts, that together tell an object from all others as long as it lives. Terraform 1.12
   * stores them, and imports by them: `importState` gets them as its id, with `/` between them.
   */
  readonly identity?: readonly string[];
  /** Checks beyond single attributes, without a server. */
  validateConfig?(request: ValidateRequest<M>): readonly Diagnostic[];
  /** The last word on a plan, after defaults and plan modifiers: server-side checks and computed values. */
  modifyPlan?(request: ModifyPlanRequest<M, C>): Promise<ModifyPlanResponse<M>>;
  create(request: CreateRequest<M, C>): Promise<Outcome<M>>;
  /** A null value: the object is gone, and the next plan creates it again. */
  read(request: ReadRequest<M, C>): Promise<Outcome<M | null>>;
  update(request: UpdateRequest<M, C>): Promise<Outcome<M>>;
  /** Deleting what is gone already is success. */
  delete(request: ReadRequest<M, C>): Promise<readonly Diagnostic[]>;
  /** The state of an object that exists; an error where it does not or the id is malformed. */
  importState(request: ImportRequest<C>): Promise<Outcome<M>>;
}

export interface DataSourceRequest<M, C> {
  readonly config: M;
  readonly client: C;
  readonly context: CallContext;
}

/** A data source of a provider whose client is `C`. */
export interface DataSource<M extends ValueRecord, C> {
  readonly typeName: string;
  readonly schema: Schema;
  validateConfig?(request: ValidateRequest<M>): readonly Diagnostic[];
  read(request: DataSourceRequest<M, C>): Promise<Outcome<M>>;
}
