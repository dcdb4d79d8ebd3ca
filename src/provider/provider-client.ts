import { ZenmlClient, type CallOptions, type Flavor, type ZenmlClientOptions } from '../zenml';
import { Run } from './life-cycle/run';

/** What the provider's own arguments say of how resources behave. */
export interface ProviderSettings {
  /** A create whose name is taken takes over the object that has it, where that is exactly as planned. */
  readonly adoptExisting: boolean;
  /** Plans do not ask the server's catalog. */
  readonly skipValidation: boolean;
}

const DEFAULT_SETTINGS: ProviderSettings = { adoptExisting: false, skipValidation: false };

/** The client that resources and data sources get, with the provider's settings and what this run of it remembers. */
export class ProviderClient extends ZenmlClient {
  readonly run = new Run();
  private readonly expectedFlavors = new Map<string, Flavor>();
  private readonly expectedSecrets = new Map<string, readonly string[] | undefined>();

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

  override async flavors(options?: Pick<CallOptions, 'signal'>): Promise<readonly Flavor[]> {
    const held = await super.flavors(options);
    if (this.expectedFlavors.size === 0) return held;
    return [...held.filter((flavor) => !this.expectedFlavors.has(keyOf(flavor))), ...this.expectedFlavors.values()];
  }
}

function keyOf({ type, name }: Flavor): string {
  return `${type}/${name}`;
}
