import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import { addChecks } from '../checks';
import { ConnectorsOnDemand } from '../connectors-on-demand';
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

/** The connectors of a base stack on Google Cloud. */
export class ConnectorSet extends ConnectorsOnDemand<ResourceType> {
  constructor(
    scope: Construct,
    private readonly props: ConnectorSetProps,
  ) {
    super(scope, props.connectors, ['gcs-bucket', 'docker-registry', 'gcp-generic']);
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

  protected override makeSingle(): IServiceConnector {
    return this.make('gcp-connector', this.afterServices);
  }

  protected override makeFor(resourceType: ResourceType): IServiceConnector {
    const { artifactStorePath, containerRegistryUri } = this.props;
    switch (resourceType) {
      case 'gcs-bucket':
        return this.make('gcs-connector', { resourceType, resourceId: artifactStorePath });
      case 'docker-registry':
        return this.make('gar-connector', { resourceType, resourceId: containerRegistryUri });
      case 'gcp-generic':
        return this.make('gcp-connector', { resourceType, ...this.afterServices });
    }
  }

  /** So that whoever uses the connector comes after what its services need. */
  private get afterServices(): Pick<ServiceConnectorProps, 'dependsOn'> {
    return { dependsOn: [...(this.props.identity?.dependencies ?? []), ...this.props.dependsOn] };
  }

  private make(id: string, props: Partial<ServiceConnectorProps>): ServiceConnector {
    const { namePrefix, labels, verify } = this.props;
    const identity = this.needed(this.props.identity, 'GcpAuth.workloadIdentity()');
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
