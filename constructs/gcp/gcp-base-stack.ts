import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { prefixIn } from '../artifact-address';
import { baseStackLabels, type IBaseStack } from '../base-stack';
import { addChecks } from '../checks';
import type { Environment } from '../environment';
import { addEnvironmentGuards } from '../environment-guards';
import { commonLabels } from '../labels';
import { addProtectionNotice } from '../protection-notice';
import type { ProjectCloud } from '../project-cloud';
import { requireTerraformStack } from '../require-terraform-stack';
import type { IServiceConnector } from '../service-connector';
import type { IStackComponent } from '../stack-component';
import { addStackOutputs } from '../stack-outputs';
import { ZenmlStack } from '../zenml-stack';
import { useProvider } from '../use-provider';
import type { IGcsArtifactBucket } from './gcs-artifact-bucket';
import type { GcpAuth } from './auth/gcp-auth';
import type { GcpIdentity } from './auth/gcp-auth-pattern';
import { ConnectorSet } from './connector-set';
import { gcpBaseStackChecks } from './gcp-base-stack-checks';
import type { GcpBaseStackProps } from './gcp-base-stack-props';
import { gcpComponents } from './gcp-components';
import { GcpProject } from './gcp-project';
import { gcpStorage } from './gcp-storage';
import { GcpServices, servicesOf } from './gcp-services';
import { bucketGrants } from './grants/bucket-grants';
import { imagePushGrants } from './grants/image-grants';
import { repositoryUri, type IGarImageRepository } from './gar-image-repository';
import { addProjectGuard } from './project-guard';
import { ImportedGcpBaseStack, type GcpBaseStackLookUp } from './imported-gcp-base-stack';
import type { GcpProjectBase } from './project-base';
import { makeGcpProject } from './project-parts';
import { ResourceNames } from './resource-names';
import type { IServiceAccount } from './service-account';
import type { GcpService } from './services/service-access';
import { addUniquePrefixCheck } from './unique-prefix';

/**
 * A stack on Google Cloud, provisioned and registered: a bucket as artifact store, a repository in Artifact Registry as
 * container registry, Cloud Build as image builder, an orchestrator, an identity with access to exactly those, and a verified
 * service connector for each of them.
 */
export class GcpBaseStack extends Construct implements IBaseStack<GcpAuth> {
  /**
   * A GCP base stack that was deployed elsewhere: by another Terraform stack, another repository. Project stacks on it make what is
   * their own in Google Cloud, so whoever deploys them needs credentials of the project; `BaseStack.fromName` needs none.
   */
  static fromName(scope: Construct, id: string, props: GcpBaseStackLookUp): IBaseStack<GcpAuth> {
    return new ImportedGcpBaseStack(scope, id, props);
  }

  readonly environment: Environment;
  readonly projectId: string;
  readonly region: string;
  readonly resourcePrefix: string;
  readonly bucket: IGcsArtifactBucket;
  readonly repository: IGarImageRepository;
  readonly artifactStorePath: string;
  readonly containerRegistryUri: string;
  /** Undefined where the connectors exist already. */
  readonly identity: GcpIdentity | undefined;
  readonly components: readonly IStackComponent[];
  readonly stack: ZenmlStack;
  readonly stackId: string;
  readonly stackName: string;
  readonly projects: ProjectCloud<GcpAuth>;
  private readonly project: GcpProject;
  private readonly services: GcpServices;
  private readonly connectorSet: ConnectorSet;
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
    addEnvironmentGuards(this, environment);
    addProjectGuard(this, environment);
    addProtectionNotice(this, environment);
    if (provider) useProvider(this, 'google', provider);
    this.environment = environment;
    this.projectId = projectId;
    this.region = region;
    this.labels = commonLabels(environment, { stack: this.givenStackName });
    this.project = new GcpProject(this, 'project', {
      projectId,
      region,
      names: ResourceNames.ofBase({ environment: environment.name, projectId, region, nameSeed }),
      enableApis,
    });
    this.resourcePrefix = this.project.names.prefix;
    addUniquePrefixCheck(this, { projectId, prefix: this.resourcePrefix });
    const { bucket, repository } = gcpStorage(this, { props, project: this.project, labels: this.labels });
    this.bucket = bucket;
    this.repository = repository;
    const { artifactStore, containerRegistry } = props.configuration ?? {};
    this.artifactStorePath = artifactStore?.path ?? `gs://${this.bucket.name}`;
    this.containerRegistryUri = containerRegistry?.uri ?? repositoryUri(this.repository);
    this.services = new GcpServices(this, 'services', {
      ...props,
      project: this.project,
      bucket: this.bucket,
      repository: this.repository,
      services,
    });
    this.identity = this.provisionIdentity();
    this.connectorSet = this.findConnectors();
    // Team stacks that look this one up by its name find only the connectors that there are.
    if (services.size > 0) this.connectorFor('gcp-generic');
    this.components = gcpComponents(this, {
      props,
      region,
      labels: this.labels,
      namePrefix: this.namePrefix,
      services: this.services,
      connectors: this.connectorSet,
      artifactStorePath: this.artifactStorePath,
      containerRegistryUri: this.containerRegistryUri,
    });
    this.stack = new ZenmlStack(this, 'stack', {
      name: this.givenStackName,
      components: this.components,
      labels: {
        ...this.labels,
        ...baseStackLabels({ region, resourcePrefix: this.resourcePrefix, environment, identities: this.identities }),
      },
    });
    this.stackId = this.stack.stackId;
    this.stackName = this.stack.stackName;
    this.projects = {
      provide: (project, request) => makeGcpProject(project, request, this.projectBase(project)),
    };
  }

  /** Those made so far: one that nothing asked for does not exist. */
  get connectors(): readonly IServiceConnector[] {
    return this.connectorSet.all;
  }

  get connector(): IServiceConnector {
    return this.connectorFor('gcp-generic');
  }

  connectorFor(resourceType: string): IServiceConnector {
    return this.connectorSet.of(resourceType);
  }

  runsAs(service: string): string {
    const identity = this.identities[service];
    if (identity !== undefined) return identity;
    throw new Error(
      `${this.node.path} has nothing that runs on ${service}; it may have vertex and cloud-run: ask for one of these, and add it to its services`,
    );
  }

  private get identities(): Readonly<Record<string, string | undefined>> {
    const { vertex, cloudRun } = this.services;
    return { vertex: vertex?.serviceAccount.email, 'cloud-run': cloudRun?.serviceAccount.email };
  }

  /**
   * What the steps of pipelines run as on Vertex AI.
   * @throws where Vertex AI is not used
   */
  get vertexServiceAccount(): IServiceAccount {
    return this.used(this.services.vertex, 'vertex').serviceAccount;
  }

  /**
   * What deployed pipelines run as on Cloud Run.
   * @throws where Cloud Run is not used
   */
  get cloudRunServiceAccount(): IServiceAccount {
    return this.used(this.services.cloudRun, 'cloud-run').serviceAccount;
  }

  /**
   * Gives its Terraform stack the outputs `stack_id`, `stack_name`, `components`, `connector_ids`, `install_command` and
   * `set_command` for its users, and the names of what it made: `bucket_name`, `registry_url`, `identity_name`,
   * `vertex_service_account`, `cloud_run_service_account`. A prefix tells apart those of several base stacks.
   */
  addOutputs(prefix?: string): void {
    const { stackId, stackName, components, connectors } = this;
    const resources = {
      bucket_name: this.bucket.name,
      registry_url: repositoryUri(this.repository),
      identity_name: this.identity?.identityName,
      vertex_service_account: this.services.vertex?.serviceAccount.email,
      cloud_run_service_account: this.services.cloudRun?.serviceAccount.email,
    };
    addStackOutputs(this, { stackId, stackName, components, connectors, resources }, prefix);
  }

  private projectBase(project: Construct): GcpProjectBase {
    const path = this.props.configuration?.artifactStore?.path;
    const isBeside = TerraformStack.of(project) === TerraformStack.of(this);
    return {
      settings: this.props,
      basePrefix: this.project.names.prefixExpression,
      bucket: this.bucket,
      prefix: path === undefined ? undefined : prefixIn(path),
      apis: isBeside ? this.project.apis : undefined,
      skypilotServiceAccount: this.services.skypilot?.serviceAccount,
    };
  }

  private used<T>(part: T | undefined, service: GcpService): T {
    if (part !== undefined) return part;
    throw new Error(
      `${this.node.path} does not use ${service}; team stacks on it may when it is told: add "${service}" to its services`,
    );
  }

  private get givenStackName(): string {
    return this.props.stackName ?? `${this.props.environment.name}-base-stack`;
  }

  private provisionIdentity(): GcpIdentity | undefined {
    return this.props.auth?.provision(new Construct(this, 'identity'), {
      project: this.project,
      grants: [...bucketGrants(this.bucket), ...imagePushGrants(this.repository), ...this.services.clientGrants],
    });
  }

  private findConnectors(): ConnectorSet {
    const { connectors = 'per-resource', verify } = this.props;
    return new ConnectorSet(this, {
      connectors,
      identity: this.identity,
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
