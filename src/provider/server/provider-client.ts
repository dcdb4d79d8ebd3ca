import {
  ZenmlClient,
  type CallOptions,
  type Flavor,
  type ServiceConnector,
  type ZenmlClientOptions,
} from '../../zenml';
import { Run } from '../life-cycle/run';

/** What the provider's own arguments say of how resources behave. */
export interface ProviderSettings {
  /** A create whose name is taken takes over the object that has it, where that is exactly as planned. */
  readonly adoptExisting: boolean;
  /** Plans do not ask the server's catalog. */
  readonly skipValidation: boolean;
}

const DEFAULT_SETTINGS: ProviderSettings = { adoptExisting: false, skipValidation: false };

/** What of a connector its components must fit. */
export type ConnectorSummary = Pick<ServiceConnector, 'name' | 'type' | 'resourceTypes'>;

/** The client that resources and data sources get, with the provider's settings and what this run of it remembers. */
export class ProviderClient extends ZenmlClient {
  readonly run = new Run();
  private readonly expectedFlavors = new Map<string, Flavor>();
  private readonly expectedSecrets = new Map<string, readonly string[] | undefined>();
  private readonly connectors = new Map<string, Promise<ConnectorSummary | null>>();

  constructor(
    options: ZenmlClientOptions,
    readonly settings: ProviderSettings = DEFAULT_SETTINGS,
  ) {
    super(options);
  }

  /** A flavor that this run makes or changes: from now on it is among {@link flavors}, whether or not the server has it yet. */
  expectFlavor(flavor: Flavor): void {
    this.expectedFlavors.set(keyOf(flavor), flavor);
  }

  /** A secret that this run makes or keeps, with its keys; undefined where they are not known yet. */
  expectSecret(name: string, keys: readonly string[] | undefined): void {
    this.expectedSecrets.set(name, keys);
  }

  /** True where this run is known to make or keep a secret of this name with this key. */
  expectsSecret(name: string, key: string): boolean {
    if (!this.expectedSecrets.has(name)) return false;
    return this.expectedSecrets.get(name)?.includes(key) ?? true;
  }

  /** A connector that this run has read or written: as such {@link connector} gives it from now on. */
  noteConnector({ id, name, type, resourceTypes }: ServiceConnector): void {
    this.connectors.set(id, Promise.resolve({ name, type, resourceTypes }));
  }

  /** A connector as this run knows it; read once where it does not, for many components have the same. */
  connector(id: string, options: Pick<CallOptions, 'signal'>): Promise<ConnectorSummary | null> {
    const known = this.connectors.get(id) ?? this.serviceConnectors.get(id, options);
    this.connectors.set(id, known);
    known.catch(() => this.connectors.delete(id));
    return known;
  }

  override async flavors(options?: CallOptions): Promise<readonly Flavor[]> {
    const held = await super.flavors(options);
    if (this.expectedFlavors.size === 0) return held;
    return [...held.filter((flavor) => !this.expectedFlavors.has(keyOf(flavor))), ...this.expectedFlavors.values()];
  }
}

function keyOf({ type, name }: Flavor): string {
  return `${type}/${name}`;
}
