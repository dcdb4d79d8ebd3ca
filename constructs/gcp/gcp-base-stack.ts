import { Construct } from 'constructs';
import { baseStackLabels, type IBaseStack } from '../base-stack';
import { addChecks } from '../checks';
import type { Environment } from '../environment';
import { commonLabels } from '../labels';
import { requireTerraformStack } from '../require-terraform-stack';
import type { IServiceConnector } from '../service-connector';
import type { IStackComponent } from '../stack-component';
import { ZenmlStack } from '../zenml-stack';
import { GcsArtifactBucket, type IGcsArtifactBucket } from './gcs-artifact-bucket';
import type { GcpIdentity } from './auth/gcp-auth-pattern';
import { gcpBaseStackChecks } from './gcp-base-stack-checks';
import type { GcpBaseStackProps } from './gcp-base-stack-props';
import { gcpComponents } from './gcp-components';
import { GcpConnectors, oneForAll, type BaseConnectors } from './gcp-connectors';
import { GcpProject } from './gcp-project';
import { GcpServices, servicesOf } from './gcp-services';
import { bucketGrants } from './grants/bucket-grants';
import { imagePushGrants } from './grants/image-grants';
import { GarImageRepository, repositoryUri, type IGarImageRepository } from './gar-image-repository';
import type { IServiceAccount } from './service-account';
import { addUniquePrefixCheck } from './unique-prefix';
import { useProvider } from './use-provider';

/** Stands in where neither `auth` nor a connector is given, which synth refuses. */
const NO_IDENTITY: GcpIdentity = {
  identityName: '',
  auth: { connectorType: 'gcp', authMethod: 'implicit' },
  dependencies: [],
};

/**
 * A stack on Google Cloud, provisioned and registered: a bucket as artifact store, a repository in Artifact Registry as
 * container registry, Cloud Build as image builder, an orchestrator, an identity with access to exactly those, and a verified
 * service connector for each of them.
 */
export class GcpBaseStack extends Construct implements IBaseStack {
  readonly environment: Environment;
  readonly projectId: string;
  readonly region: string;
  readonly resourcePrefix: string;
  readonly bucket: IGcsArtifactBucket;
  readonly repository: IGarImageRepository;
  readonly artifactStorePath: string;
  readonly containerRegistryUri: string;
  /** The identity behind the connectors. None where `existingConnector` was given. */
  readonly identity?: GcpIdentity;
  readonly components: readonly IStackComponent[];
  readonly stack: ZenmlStack;
  readonly stackId: string;
  readonly stackName: string;
  private readonly project: GcpProject;
  private readonly services: GcpServices;
  private readonly baseConnectors: BaseConnectors;
  private readonly labels: Record<string, string>;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: GcpBaseStackProps,
  ) {
    super(scope, id);
    const { environment, projectId, region, nameSeed, enableApis, provider } = props;
    const services = servicesOf(props);
    requireTerraformStack(this);
    addChecks(this, gcpBaseStackChecks(props));
    if (provider) useProvider(this, provider);
    this.environment = environment;
    this.projectId = projectId;
    this.region = region;
    this.labels = commonLabels(environment, { stack: this.givenStackName });
    this.project = new GcpProject(this, 'project', {
      projectId,
      region,
      environment: environment.name,
      nameSeed,
      enableApis,
    });
    this.resourcePrefix = this.project.names.prefix;
    addUniquePrefixCheck(this, { projectId, prefix: this.resourcePrefix });
    this.bucket = props.bucket ?? this.makeBucket();
    this.repository = props.repository ?? this.makeRepository();
    this.artifactStorePath = `gs://${this.bucket.name}`;
    this.containerRegistryUri = repositoryUri(this.repository);
    this.services = new GcpServices(this, 'services', {
      ...props,
      project: this.project,
      bucket: this.bucket,
      repository: this.repository,
      services,
    });
    this.identity = this.provisionIdentity();
    this.baseConnectors = this.findConnectors();
    // Team stacks that look this one up by its name find only the connectors that there are.
    if (services.size > 0) this.connectorFor('gcp-generic');
    this.components = gcpComponents(this, {
      props,
      region,
      labels: this.labels,
      namePrefix: this.namePrefix,
      services: this.services,
      connectors: this.baseConnectors,
      artifactStorePath: this.artifactStorePath,
      containerRegistryUri: this.containerRegistryUri,
    });
    this.stack = new ZenmlStack(this, 'stack', {
      name: this.givenStackName,
      components: this.components,
      labels: { ...this.labels, ...baseStackLabels(this) },
    });
    this.stackId = this.stack.stackId;
    this.stackName = this.stack.stackName;
  }

  /** What the steps of pipelines run as on Vertex AI. Undefined where the service `vertex` is not opened up. */
  get vertexServiceAccount(): IServiceAccount | undefined {
    return this.services.vertex?.serviceAccount;
  }

  /** What deployed pipelines run as on Cloud Run. Undefined where the service `cloud-run` is not opened up. */
  get cloudRunServiceAccount(): IServiceAccount | undefined {
    return this.services.cloudRun?.serviceAccount;
  }

  get connectors(): readonly IServiceConnector[] {
    return this.baseConnectors.all;
  }

  get connector(): IServiceConnector {
    return this.baseConnectors.generic;
  }

  connectorFor(resourceType: string): IServiceConnector {
    switch (resourceType) {
      case 'gcs-bucket':
        return this.baseConnectors.bucket;
      case 'docker-registry':
        return this.baseConnectors.registry;
      case 'gcp-generic':
        return this.baseConnectors.generic;
      default:
        throw new Error(
          `${this.node.path} has no connector for "${resourceType}"; expected gcs-bucket, docker-registry or gcp-generic: make a ServiceConnector with base.identity.auth`,
        );
    }
  }

  private get givenStackName(): string {
    return this.props.stackName ?? `${this.props.environment.name}-base-stack`;
  }

  private makeBucket(): GcsArtifactBucket {
    const { forceDestroy, development = false } = this.environment;
    return new GcsArtifactBucket(this, 'bucket', {
      bucketName: this.resourcePrefix,
      projectId: this.projectId,
      location: this.region,
      forceDestroy: forceDestroy ?? development,
      labels: this.labels,
      dependsOn: this.project.apis.use('storage'),
    });
  }

  private makeRepository(): GarImageRepository {
    return new GarImageRepository(this, 'repository', {
      repositoryName: this.resourcePrefix,
      projectId: this.projectId,
      location: this.region,
      labels: this.labels,
      dependsOn: this.project.apis.use('artifactregistry'),
    });
  }

  private provisionIdentity(): GcpIdentity | undefined {
    return this.props.auth?.provision(new Construct(this, 'identity'), {
      project: this.project,
      grants: [...bucketGrants(this.bucket), ...imagePushGrants(this.repository), ...this.services.clientGrants],
    });
  }

  private findConnectors(): BaseConnectors {
    const { connectors: sharing = 'per-resource', existingConnector, verify } = this.props;
    if (existingConnector) return oneForAll(existingConnector);
    return new GcpConnectors(this, 'connectors', {
      identity: this.identity ?? NO_IDENTITY,
      sharing,
      namePrefix: this.namePrefix,
      labels: this.labels,
      artifactStorePath: this.artifactStorePath,
      containerRegistryUri: this.containerRegistryUri,
      verify,
      dependsOn: this.services.dependencies,
    });
  }

  private get namePrefix(): string {
    return this.givenStackName.replace(/-stack$/, '');
  }
}
