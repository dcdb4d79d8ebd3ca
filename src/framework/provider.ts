import type { Diagnostic } from './diagnostics';
import type { CallContext, DataSource, Outcome, Resource, ValidateRequest } from './resource';
import type { Schema } from './schema';
import type { ValueRecord } from './values';

export interface ConfigureRequest<M> {
  /** May hold unknown values during plan. */
  readonly config: M;
  readonly terraformVersion: string;
  readonly context: CallContext;
}

/** A provider: its configuration, how it becomes a client, and what it manages. */
export interface Provider<M extends ValueRecord, C> {
  readonly schema: Schema;
  /**
   * Source addresses, without host (`zenml-io/zenml`), whose states of the same type are taken over by `moved` blocks
   * and `terraform state replace-provider`.
   */
  readonly movableFrom: readonly string[];
  readonly resources: readonly Resource<ValueRecord, C>[];
  readonly dataSources: readonly DataSource<ValueRecord, C>[];
  validateConfig?(request: ValidateRequest<M>): readonly Diagnostic[];
  /** Makes the client. No value and no error: the configuration is not known yet, and plans go on without a server. */
  configure(request: ConfigureRequest<M>): Promise<Outcome<C>>;
  /** Ends open connections. Called once, when Terraform has gone. */
  close?(): Promise<void>;
}
