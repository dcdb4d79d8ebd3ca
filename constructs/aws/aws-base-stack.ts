import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { Annotations, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { baseStackLabels, type IBaseStack } from '../base-stack';
import { addChecks } from '../checks';
import type { Environment } from '../environment';
import { addEnvironmentGuards } from '../environment-guards';
import { commonLabels } from '../labels';
import { addProtectionNotice } from '../protection-notice';
import { requireTerraformStack } from '../require-terraform-stack';
import type { IServiceConnector } from '../service-connector';
import type { IStackComponent } from '../stack-component';
import { addStackOutputs } from '../stack-outputs';
import { ZenmlStack } from '../zenml-stack';
import { useProvider } from '../use-provider';
import type { IArtifactBucket } from './artifact-bucket';
import type { AwsIdentity } from './auth/aws-auth-pattern';
import type { AwsBaseStackProps } from './base/aws-base-stack-props';
import { baseStackChecks } from './base/base-stack-checks';
import { ConnectorSet } from './base/connector-set';
import { makeComponents } from './base/make-components';
import { makeServiceParts, type ServiceParts } from './base/service-parts';
import { servicesOf } from './base/services-of';
import { makeStorage } from './base/storage';
import { addUniquePrefixCheck } from './base/unique-prefix';
import { bucketGrants } from './grants/bucket-grants';
import { expectRegion } from './expect-region';
import type { CloudScope } from './grants/cloud-scope';
import { registryConnectorGrants } from './grants/image-grants';
import type { IImageBuildProject } from './image-build-project';
import type { IImageRepository } from './image-repository';
import { partOf } from './part-of';
import { resourcePrefix } from './resource-prefix';

/** Versions of hashicorp/aws that the constructs work with. */
export const AWS_PROVIDER_VERSIONS = '>= 5.100.0, < 7.0.0';

/**
 * A stack on AWS, provisioned and registered: an S3 bucket as artifact store, an ECR repository as container registry, a
 * CodeBuild project as image builder, an orchestrator and what else is switched on, an identity with access to exactly those,
 * and verified service connectors.
 */
export class AwsBaseStack extends Construct implements IBaseStack {
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
  private readonly props: AwsBaseStackProps;
  private readonly labels: Record<string, string>;
  private readonly services: ServiceParts;
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
    const { accountId, arn } = this.lookUpAccount();
    this.resourcePrefix = resourcePrefix({ environment: environment.name, accountId, region, nameSeed });
    const stackName = props.stackName ?? `${environment.name}-base-stack`;
    this.labels = commonLabels(environment, { stack: stackName });
    const place = { partition: partOf(arn, ':', 1), region, accountId };
    const { bucket, repository } = makeStorage(this, {
      props,
      resourcePrefix: this.resourcePrefix,
      scope: place,
      tlsOnly: this.hasTls(),
      tags: this.labels,
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
        ...baseStackLabels({ region, resourcePrefix: this.resourcePrefix, environment, identities: this.identities }),
      },
    });
    this.stackId = this.stack.stackId;
    this.stackName = this.stack.stackName;
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

  private lookUpAccount(): DataAwsCallerIdentity {
    const { accountId = this.environment.accountId, region } = this.props;
    expectRegion(this, region);
    return new DataAwsCallerIdentity(this, 'account', {
      lifecycle:
        accountId === undefined
          ? undefined
          : {
              postcondition: [
                {
                  condition: `\${self.account_id == "${accountId}"}`,
                  errorMessage: `The credentials of the AWS provider are of the account \${self.account_id}, and ${this.node.path} is for ${accountId}: use credentials of that account, or give the base stack a provider that has them.`,
                },
              ],
            },
    });
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
