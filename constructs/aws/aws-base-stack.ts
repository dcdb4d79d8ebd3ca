import { Annotations, TerraformStack } from 'cdktf';
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
import type { IArtifactBucket } from './artifact-bucket';
import type { AwsAuth } from './auth/aws-auth';
import type { AwsIdentity } from './auth/aws-auth-pattern';
import { AWS_PROVIDER_VERSIONS } from './aws-provider-versions';
import { lookUpAccount } from './base/account';
import type { AwsBaseStackProps } from './base/aws-base-stack-props';
import { baseStackChecks } from './base/base-stack-checks';
import { ConnectorSet } from './base/connector-set';
import { makeComponents } from './base/make-components';
import { replicateImagesOf, type ReplicateImages } from './base/replicate-images';
import { makeServiceParts, type ServiceParts } from './base/service-parts';
import { servicesOf } from './base/services-of';
import { makeStorage } from './base/storage';
import { addUniquePrefixCheck } from './base/unique-prefix';
import { bucketGrants } from './grants/bucket-grants';
import type { CloudScope } from './grants/cloud-scope';
import { registryConnectorGrants } from './grants/image-grants';
import type { IImageBuildProject } from './image-build-project';
import type { IImageRepository } from './image-repository';
import { ImportedAwsBaseStack, type AwsBaseStackLookUp } from './imported-aws-base-stack';
import { partOf } from './part-of';
import type { AwsProjectBase } from './project-base';
import { makeAwsProject } from './project-parts';
import { resourcePrefix, resourcePrefixExpression } from './resource-prefix';

/**
 * A stack on AWS, provisioned and registered: an S3 bucket as artifact store, an ECR repository as container registry, a
 * CodeBuild project as image builder, an orchestrator and what else is switched on, an identity with access to exactly those,
 * and verified service connectors.
 */
export class AwsBaseStack extends Construct implements IBaseStack<AwsAuth> {
  /**
   * An AWS base stack that was deployed elsewhere: by another Terraform stack, another repository. Project stacks on it make what is
   * their own in AWS, so whoever deploys them needs credentials of the account; `BaseStack.fromName` needs none.
   */
  static fromName(scope: Construct, id: string, props: AwsBaseStackLookUp): IBaseStack<AwsAuth> {
    return new ImportedAwsBaseStack(scope, id, props);
  }

  readonly environment: Environment;
  readonly region: string;
  /** Begins the names of all cloud resources: `zenml-dev-1a2b3c4d`. */
  readonly resourcePrefix: string;
  readonly bucket: IArtifactBucket;
  readonly repository: IImageRepository;
  /** Undefined where the connectors exist already. */
  readonly identity: AwsIdentity | undefined;
  readonly artifactStorePath: string;
  readonly containerRegistryUri: string;
  readonly components: readonly IStackComponent[];
  readonly stack: ZenmlStack;
  readonly stackId: string;
  readonly stackName: string;
  readonly projects: ProjectCloud<AwsAuth>;
  private readonly props: AwsBaseStackProps;
  private readonly labels: Record<string, string>;
  private readonly services: ServiceParts;
  private readonly replicateImages: ReplicateImages | undefined;
  private readonly connectorSet: ConnectorSet;

  constructor(scope: Construct, id: string, props: AwsBaseStackProps) {
    super(scope, id);
    const { environment, region, nameSeed, provider } = props;
    requireTerraformStack(this);
    addChecks(this, baseStackChecks(props));
    addUniquePrefixCheck(this, props);
    addEnvironmentGuards(this, environment);
    addProtectionNotice(this, environment);
    TerraformStack.of(this).addOverride('terraform.required_providers.aws.version', AWS_PROVIDER_VERSIONS);
    if (provider) useProvider(this, 'aws', provider);
    this.props = props;
    this.environment = environment;
    this.region = region;
    const { accountId, arn } = lookUpAccount(this, props);
    const prefixOptions = { environment: environment.name, accountId, region, nameSeed };
    this.resourcePrefix = resourcePrefix(prefixOptions);
    const stackName = props.stackName ?? `${environment.name}-base-stack`;
    this.labels = commonLabels(environment, { stack: stackName });
    const place = { partition: partOf(arn, ':', 1), region, accountId };
    this.replicateImages = replicateImagesOf(this, props, accountId);
    const { bucket, repository } = makeStorage(this, {
      props,
      bucketName: this.resourcePrefix,
      repositoryName: this.resourcePrefix,
      encryptionKey: props.encryptionKey,
      scope: place,
      tlsOnly: this.hasTls(),
      tags: this.labels,
      replica: {
        bucketName: `${this.resourcePrefix}-replica`,
        roleName: `${this.resourcePrefix}-replication`,
        replicateImages: this.replicateImages,
      },
    });
    this.bucket = bucket;
    this.repository = repository;
    const { artifactStore, containerRegistry } = props.configuration ?? {};
    this.artifactStorePath = artifactStore?.path ?? `s3://${this.bucket.bucket}`;
    this.containerRegistryUri = containerRegistry?.uri ?? partOf(this.repository.repositoryUrl, '/', 0);
    this.services = makeServiceParts(this, servicesOf(props), this.roleProps(place), props);
    this.identity = props.auth?.provision(new Construct(this, 'identity'), {
      resourcePrefix: this.resourcePrefix,
      accountId,
      region,
      statements: [
        ...bucketGrants(this.bucket),
        ...registryConnectorGrants(this.repository),
        ...this.services.statements,
      ],
      tags: this.labels,
    });
    const shared = {
      artifactAddress: this.artifactStorePath,
      registryHost: this.containerRegistryUri,
      named: (use: string) => ({ name: `${stackName.replace(/-stack$/, '')}-${use}`, labels: this.labels }),
    };
    this.connectorSet = new ConnectorSet(this, {
      ...shared,
      connectors: props.connectors ?? 'per-resource',
      identity: this.identity,
      sagemaker: props.orchestrator === 'sagemaker' || props.stepOperator === 'sagemaker',
    });
    this.components = makeComponents(this, {
      ...shared,
      props,
      region,
      bucket: this.bucket,
      repository: this.repository,
      services: this.services,
      connectors: this.connectorSet,
      tags: this.labels,
    });
    // Team stacks that look this one up by its name find only the connectors that there are.
    if (servicesOf(props).size > 0) this.connectorFor('aws-generic');
    if (props.deployer === 'app-runner') this.warn(APP_RUNNER_IS_CLOSED);
    this.stack = new ZenmlStack(this, 'stack', {
      name: stackName,
      components: this.components,
      labels: {
        ...this.labels,
        ...baseStackLabels({
          region,
          resourcePrefix: this.resourcePrefix,
          environment,
          identities: this.identities,
          encryptionKey: this.bucket.encryptionKey?.arn,
        }),
      },
    });
    this.stackId = this.stack.stackId;
    this.stackName = this.stack.stackName;
    this.projects = {
      provide: (project, request) =>
        makeAwsProject(project, request, {
          ...this.projectBase(),
          basePrefix: resourcePrefixExpression(prefixOptions),
          accountId,
          partition: partOf(arn, ':', 1),
        }),
    };
  }

  /** Those made so far: one that nothing asked for does not exist. */
  get connectors(): readonly IServiceConnector[] {
    return this.connectorSet.all;
  }

  get connector(): IServiceConnector {
    return this.connectorFor('aws-generic');
  }

  connectorFor(resourceType: string): IServiceConnector {
    return this.connectorSet.of(resourceType);
  }

  runsAs(service: string): string {
    const identity = this.identities[service];
    if (identity !== undefined) return identity;
    throw new Error(
      `${this.node.path} has nothing that runs on ${service}; it may have sagemaker: ask for that, and add it to its services`,
    );
  }

  private get identities(): Readonly<Record<string, string | undefined>> {
    return { sagemaker: this.services.sagemaker?.executionRoleArn };
  }

  /**
   * ARN of the role that jobs run as on SageMaker.
   * @throws where SageMaker is not used
   */
  get executionRoleArn(): string {
    return this.used(this.services.sagemaker, 'sagemaker').executionRoleArn;
  }

  /**
   * The project in which images are built.
   * @throws where CodeBuild is not used
   */
  get buildProject(): IImageBuildProject {
    return this.used(this.services.buildProject, 'codebuild');
  }

  /**
   * Gives its Terraform stack the outputs `stack_id`, `stack_name`, `components`, `connector_ids`, `install_command` and
   * `set_command` for its users, and the names of what it made: `bucket_name`, `registry_url`, `identity_name`,
   * `build_project_name`, `execution_role_arn`. A prefix tells apart those of several base stacks.
   */
  addOutputs(prefix?: string): void {
    const { sagemaker, buildProject } = this.services;
    const resources = {
      bucket_name: this.bucket.bucket,
      registry_url: this.repository.repositoryUrl,
      identity_name: this.identity?.identityName,
      build_project_name: buildProject?.name,
      execution_role_arn: sagemaker?.executionRoleArn,
    };
    addStackOutputs(this, { ...this.registration(), resources }, prefix);
  }

  private registration() {
    const { stackId, stackName, components, connectors } = this;
    return { stackId, stackName, components, connectors };
  }

  private used<T>(part: T | undefined, service: string): T {
    if (part !== undefined) return part;
    throw new Error(
      `${this.node.path} does not use ${service}; team stacks on it may when it is told: add "${service}" to its services`,
    );
  }

  /** Whether the bucket can refuse requests without TLS. */
  private hasTls(): boolean {
    const { endpointUrl } = this.props;
    const tlsOnly = endpointUrl === undefined || !/^http:/i.test(endpointUrl);
    if (!tlsOnly && !this.props.bucket) {
      this.warn(
        `the bucket accepts requests without TLS: the AWS endpoint ${endpointUrl} is plain http, which a TLS-only policy would shut out`,
      );
    }
    return tlsOnly;
  }

  private projectBase(): Omit<AwsProjectBase, 'accountId' | 'basePrefix' | 'partition'> {
    const { bucket, arn, encryptionKey } = this.bucket;
    const path = this.props.configuration?.artifactStore?.path;
    return {
      settings: this.props,
      replicateImages: this.replicateImages,
      bucket: { bucket, arn, encryptionKey, prefix: path === undefined ? undefined : prefixIn(path) },
    };
  }

  private roleProps(place: CloudScope) {
    const { resourcePrefix: prefix, bucket, repository, labels } = this;
    return { resourcePrefix: prefix, scope: place, bucket, repository, tags: labels };
  }

  private warn(message: string): void {
    Annotations.of(this).addWarning(message);
  }
}

const APP_RUNNER_IS_CLOSED =
  'the deployer is App Runner, which AWS has closed to new customers: it works only in accounts that have used it before';
