import type { CallContext, DataSource, Provider, Resource, ValueRecord } from '../framework';
import { ProtocolError } from './protocol-error';

/** One provider in the service of one Terraform: what the RPCs share. */
export class Session<C> {
  /** Undefined before ConfigureProvider, and while the provider's configuration holds unknown values. */
  client: C | undefined;
  private stopping = new AbortController();

  constructor(
    readonly provider: Provider<ValueRecord, C>,
    private readonly log: CallContext['log'],
  ) {}

  /** What a call runs in that begins now. */
  get context(): CallContext {
    return { signal: this.stopping.signal, log: this.log };
  }

  /** @throws ProtocolError where the provider has no such resource. */
  resource(typeName: string): Resource<ValueRecord, C> {
    return named(this.provider.resources, typeName, 'resource');
  }

  /** @throws ProtocolError where the provider has no such data source. */
  dataSource(typeName: string): DataSource<ValueRecord, C> {
    return named(this.provider.dataSources, typeName, 'data source');
  }

  /** Ends waits and retries of all calls under way. */
  stop(): void {
    this.stopping.abort();
  }

  /** Under a debugger the process serves one Terraform after another: the next one begins where the last was stopped. */
  begin(): void {
    if (this.stopping.signal.aborted) this.stopping = new AbortController();
  }
}

function named<T extends { readonly typeName: string }>(all: readonly T[], typeName: string, kind: string): T {
  const found = all.find((one) => one.typeName === typeName);
  if (!found) {
    const known = all.map((one) => one.typeName).join(', ');
    throw new ProtocolError(`this provider has no ${kind} ${JSON.stringify(typeName)}; it has ${known}`);
  }
  return found;
}
