import type { Construct } from 'constructs';
import type { IServiceConnector } from './service-connector';

/** Connectors that exist already, or into how many those of a base stack are split. */
export type ConnectorChoice<ResourceType extends string> =
  'per-resource' | 'single' | Readonly<Record<ResourceType, IServiceConnector>>;

/** The connectors of a base stack, each made when it is first asked for, as a child of the scope. */
export abstract class ConnectorsOnDemand<ResourceType extends string> {
  private readonly byUse = new Map<string, IServiceConnector>();

  constructor(
    protected readonly scope: Construct,
    private readonly choice: ConnectorChoice<ResourceType>,
    private readonly resourceTypes: readonly ResourceType[],
  ) {}

  /** Those made or given so far. */
  get all(): readonly IServiceConnector[] {
    return [...new Set(this.byUse.values())];
  }

  /** @throws for a resource type that a base stack has nothing of */
  of(resourceType: string): IServiceConnector {
    const known = this.resourceTypes.find((each) => each === resourceType);
    if (known === undefined) {
      throw new Error(
        `${this.scope.node.path} has no connector for "${resourceType}"; it has those for ${this.resourceTypes.join(', ')}: ` +
          'make a ServiceConnector with its identity, or ask for one of these',
      );
    }
    return this.once(known, () => this.provide(known));
  }

  /** One for everything. */
  protected abstract makeSingle(): IServiceConnector;

  protected abstract makeFor(resourceType: ResourceType): IServiceConnector;

  protected once(use: string, make: () => IServiceConnector): IServiceConnector {
    const connector = this.byUse.get(use) ?? make();
    this.byUse.set(use, connector);
    return connector;
  }

  /** The identity that connectors are made for. @throws where there is none */
  protected needed<Identity>(identity: Identity | undefined, pattern: string): Identity {
    if (identity !== undefined) return identity;
    throw new Error(
      `${this.scope.node.path} has neither auth nor connectors; its connectors need an identity: give auth, ` +
        `${pattern} or another pattern, or connectors that exist already`,
    );
  }

  private provide(resourceType: ResourceType): IServiceConnector {
    if (typeof this.choice === 'object') return this.choice[resourceType];
    return this.choice === 'single' ? this.once('single', () => this.makeSingle()) : this.makeFor(resourceType);
  }
}
