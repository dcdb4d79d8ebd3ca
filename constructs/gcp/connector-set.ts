import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import { addChecks } from '../checks';
import { ServiceConnector, type IServiceConnector, type ServiceConnectorProps } from '../service-connector';
import type { GcpIdentity } from './auth/gcp-auth-pattern';
import type { GcpConnectors } from './gcp-base-stack-props';

/** What the connectors of a base stack are made from. */
export interface ConnectorSetProps {
  readonly connectors: 'per-resource' | 'single' | GcpConnectors;
  /** Undefined where the connectors exist already. */
  readonly identity: GcpIdentity | undefined;
  /** Begins their names. */
  readonly namePrefix: string;
  readonly labels: Readonly<Record<string, string>>;
  /** `gs://zenml-dev-1a2b3c4d`. */
  readonly artifactStorePath: string;
  /** `europe-west1-docker.pkg.dev/acme-ml/zenml-dev-1a2b3c4d`. */
  readonly containerRegistryUri: string;
  readonly verify?: boolean;
  /** What must exist before components use services of the project. */
  readonly dependsOn: readonly ITerraformDependable[];
}

type ResourceType = keyof GcpConnectors;

/** The connectors of a base stack, each made when it is first asked for, as a child of the scope. */
export class ConnectorSet {
  private readonly byUse = new Map<string, IServiceConnector>();

  constructor(
    private readonly scope: Construct,
    private readonly props: ConnectorSetProps,
  ) {}

  /** Those made or given so far. */
  get all(): readonly IServiceConnector[] {
    return [...new Set(this.byUse.values())];
  }

  /** @throws for a resource type that a base stack has nothing of */
  of(resourceType: string): IServiceConnector {
    if (!isResourceType(resourceType)) {
      throw new Error(
        `${this.scope.node.path} has no connector for "${resourceType}"; it has those for ${RESOURCE_TYPES.join(', ')}: ` +
          'make a ServiceConnector with its identity, or ask for one of these',
      );
    }
    return this.once(resourceType, () => this.provide(resourceType));
  }

  /** SkyPilot takes no tokens, so this one hands the key out to those who start pipelines, and is one of its own. */
  get skypilot(): IServiceConnector {
    const { connectors, identity, labels } = this.props;
    if (typeof connectors === 'object') return this.of('gcp-generic');
    const { authMethod } = identity?.auth ?? {};
    addChecks(this.scope, [
      {
        holds: authMethod === 'service-account',
        message: `the connectors authenticate by ${authMethod ?? 'nothing'}; SkyPilot needs the key of a service account on the machine that starts the pipeline: use GcpAuth.serviceAccountKey(), or another orchestrator than skypilot`,
      },
    ]);
    return this.once('skypilot', () =>
      this.make('skypilot-connector', {
        resourceType: 'gcp-generic',
        ...this.afterServices,
        ...(identity && {
          auth: {
            ...identity.auth,
            configuration: { ...identity.auth.configuration, generate_temporary_tokens: false },
          },
        }),
        // By the label of the stack the others are found, one for each type of resource.
        labels: Object.fromEntries(Object.entries(labels).filter(([key]) => key !== 'stack')),
      }),
    );
  }

  private provide(resourceType: ResourceType): IServiceConnector {
    const { connectors, artifactStorePath, containerRegistryUri } = this.props;
    if (typeof connectors === 'object') return connectors[resourceType];
    if (connectors === 'single') return this.once('single', () => this.make('gcp-connector', this.afterServices));
    switch (resourceType) {
      case 'gcs-bucket':
        return this.make('gcs-connector', { resourceType, resourceId: artifactStorePath });
      case 'docker-registry':
        return this.make('gar-connector', { resourceType, resourceId: containerRegistryUri });
      case 'gcp-generic':
        return this.make('gcp-connector', { resourceType, ...this.afterServices });
    }
  }

  private once(use: string, make: () => IServiceConnector): IServiceConnector {
    const connector = this.byUse.get(use) ?? make();
    this.byUse.set(use, connector);
    return connector;
  }

  /** So that whoever uses the connector comes after what its services need. */
  private get afterServices(): Pick<ServiceConnectorProps, 'dependsOn'> {
    return { dependsOn: [...(this.props.identity?.dependencies ?? []), ...this.props.dependsOn] };
  }

  private make(id: string, props: Partial<ServiceConnectorProps>): ServiceConnector {
    const { identity, namePrefix, labels, verify } = this.props;
    if (identity === undefined) {
      throw new Error(
        `${this.scope.node.path} has neither auth nor connectors; its connectors need an identity: give auth, ` +
          'GcpAuth.workloadIdentity() or another pattern, or connectors that exist already',
      );
    }
    return new ServiceConnector(this.scope, id, {
      name: `${namePrefix}-${id}`,
      auth: identity.auth,
      expiresAt: identity.expiresAt,
      verify,
      labels,
      dependsOn: identity.dependencies,
      ...props,
    });
  }
}

const RESOURCE_TYPES: readonly ResourceType[] = ['gcs-bucket', 'docker-registry', 'gcp-generic'];

function isResourceType(text: string): text is ResourceType {
  return (RESOURCE_TYPES as readonly string[]).includes(text);
}
