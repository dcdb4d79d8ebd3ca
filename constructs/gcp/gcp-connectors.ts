import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { addChecks } from '../checks';
import { ServiceConnector, type IServiceConnector, type ServiceConnectorProps } from '../service-connector';
import type { GcpIdentity } from './auth/gcp-auth-pattern';

/** Through which the components of a base stack reach the cloud. */
export interface BaseConnectors {
  readonly all: readonly IServiceConnector[];
  /** For the bucket. */
  readonly bucket: IServiceConnector;
  /** For the repository. */
  readonly registry: IServiceConnector;
  /** For everything else in the project. */
  readonly generic: IServiceConnector;
  /** For SkyPilot. */
  readonly skypilot: IServiceConnector;
}

/** One connector, which exists already, for everything. */
export function oneForAll(connector: IServiceConnector): BaseConnectors {
  return { all: [connector], bucket: connector, registry: connector, generic: connector, skypilot: connector };
}

/** What the connectors of a base stack are made from. */
export interface GcpConnectorsProps {
  /** The identity that they authenticate as. */
  readonly identity: GcpIdentity;
  readonly sharing: 'per-resource' | 'single';
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

/** The connectors of a base stack, each made when first asked for. */
export class GcpConnectors extends Construct implements BaseConnectors {
  private readonly made = new Map<string, ServiceConnector>();
  private readonly props: GcpConnectorsProps;

  constructor(scope: Construct, id: string, props: GcpConnectorsProps) {
    super(scope, id);
    this.props = props;
  }

  get all(): readonly IServiceConnector[] {
    return [...this.made.values()];
  }

  get bucket(): IServiceConnector {
    const resource = { resourceType: 'gcs-bucket', resourceId: this.props.artifactStorePath };
    return this.single ?? this.connector('gcs-connector', resource);
  }

  get registry(): IServiceConnector {
    const resource = { resourceType: 'docker-registry', resourceId: this.props.containerRegistryUri };
    return this.single ?? this.connector('gar-connector', resource);
  }

  get generic(): IServiceConnector {
    return this.single ?? this.connector('gcp-connector', { resourceType: 'gcp-generic', ...this.afterServices });
  }

  /** SkyPilot takes no tokens, so this one hands the key out to those who start pipelines, and is one of its own in any case. */
  get skypilot(): IServiceConnector {
    const { auth } = this.props.identity;
    addChecks(this, [
      {
        holds: auth.authMethod === 'service-account',
        message: `the connectors authenticate by ${auth.authMethod}; SkyPilot needs the key of a service account on the machine that starts the pipeline: use GcpAuth.serviceAccountKey(), or another orchestrator than skypilot`,
      },
    ]);
    return this.connector('skypilot-connector', {
      resourceType: 'gcp-generic',
      ...this.afterServices,
      // By the label of the stack the others are found, one for each type of resource.
      labels: Object.fromEntries(Object.entries(this.props.labels).filter(([key]) => key !== 'stack')),
      auth: { ...auth, configuration: { ...auth.configuration, generate_temporary_tokens: false } },
    });
  }

  private get single(): IServiceConnector | undefined {
    return this.props.sharing === 'single' ? this.connector('gcp-connector', this.afterServices) : undefined;
  }

  /** So that whoever uses the connector comes after what its services need. */
  private get afterServices(): Pick<ServiceConnectorProps, 'dependsOn'> {
    return { dependsOn: [...this.props.identity.dependencies, ...this.props.dependsOn] };
  }

  private connector(id: string, props: Partial<ServiceConnectorProps>): ServiceConnector {
    const { identity, namePrefix, labels, verify } = this.props;
    const connector =
      this.made.get(id) ??
      new ServiceConnector(this, id, {
        name: `${namePrefix}-${id}`,
        auth: identity.auth,
        expiresAt: identity.expiresAt,
        verify,
        labels,
        dependsOn: identity.dependencies,
        ...props,
      });
    this.made.set(id, connector);
    return connector;
  }
}
