import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { Annotations, TerraformStack, Token } from 'cdktf';
import { Construct } from 'constructs';
import { addChecks, type Check } from '../checks';
import { EcrContainerRegistry } from '../components/ecr-container-registry';
import { LocalOrchestrator } from '../components/local-orchestrator';
import { S3ArtifactStore } from '../components/s3-artifact-store';
import { SagemakerOrchestrator } from '../components/sagemaker-orchestrator';
import type { Environment } from '../environment';
import { commonLabels } from '../labels';
import { ServiceConnector } from '../service-connector';
import type { IStackComponent } from '../stack-component';
import { ZenmlStack } from '../zenml-stack';
import { ArtifactBucket, type IArtifactBucket } from './artifact-bucket';
import type { AwsAuth } from './auth/aws-auth';
import type { AwsIdentity } from './auth/aws-auth-pattern';
import { bucketGrants } from './grants/bucket-grants';
import type { CloudScope } from './grants/cloud-scope';
import { registryConnectorGrants } from './grants/image-grants';
import { sagemakerClientGrants, type SagemakerScope } from './grants/sagemaker-grants';
import { ImageRepository, type IImageRepository } from './image-repository';
import { partOf } from './part-of';
import { resourcePrefix } from './resource-prefix';
import { SagemakerExecutionRole } from './sagemaker-execution-role';

/** Versions of hashicorp/aws that the constructs work with. */
export const AWS_PROVIDER_VERSIONS = '>= 5.100.0, < 7.0.0';

/** What an AWS base stack is made from. */
export interface AwsBaseStackProps {
  readonly environment: Environment;
  /** Where everything is, `us-east-1`: the region of the AWS provider. A change moves everything, and so makes it anew. */
  readonly region: string;
  /** How the connectors authenticate: `AwsAuth.iamRole()`, `AwsAuth.implicit()`. */
  readonly auth: AwsAuth;
  /**
   * What runs the pipelines: `local`, the process that starts them, or `sagemaker`.
   * @default 'local'
   */
  readonly orchestrator?: 'local' | 'sagemaker';
  /**
   * A bucket that exists already.
   * @default a new one
   */
  readonly bucket?: IArtifactBucket;
  /**
   * A repository that exists already, in this account and region.
   * @default a new one
   */
  readonly repository?: IImageRepository;
  /**
   * Name of the ZenML stack, unique on the server. The names of its components and connectors begin with it.
   * @default `<environment>-base-stack`
   */
  readonly stackName?: string;
  /**
   * Any text, to tell apart several base stacks of one environment in the same account and region. A change renames, and so
   * replaces, everything that is made.
   * @default none
   */
  readonly nameSeed?: string;
  /**
   * Address of the AWS API where it is not Amazon's own, as in `AWS_ENDPOINT_URL`. Where it is plain http, the bucket does
   * not refuse requests without TLS, since no request could have it.
   * @default Amazon's own
   */
  readonly endpointUrl?: string;
}

/**
 * A stack on AWS, provisioned and registered: an S3 bucket as artifact store, an ECR repository as container registry, an
 * orchestrator, an identity with access to exactly those, and a verified service connector for each of them.
 */
export class AwsBaseStack extends Construct {
  readonly region: string;
  /** Begins the names of all cloud resources: `zenml-dev-1a2b3c4d`. */
  readonly resourcePrefix: string;
  readonly bucket: IArtifactBucket;
  readonly repository: IImageRepository;
  readonly identity: AwsIdentity;
  readonly connectors: readonly ServiceConnector[];
  readonly components: readonly IStackComponent[];
  readonly stack: ZenmlStack;
  private readonly stackName: string;
  private readonly labels: Record<string, string>;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: AwsBaseStackProps,
  ) {
    super(scope, id);
    const { environment, region, auth, nameSeed } = props;
    addChecks(this, checks(props));
    TerraformStack.of(this).addOverride('terraform.required_providers.aws.version', AWS_PROVIDER_VERSIONS);
    const { accountId, arn } = new DataAwsCallerIdentity(this, 'account', {});
    this.region = region;
    this.resourcePrefix = resourcePrefix({ environment: environment.name, accountId, region, nameSeed });
    this.stackName = props.stackName ?? `${environment.name}-base-stack`;
    this.labels = commonLabels(environment, { stack: this.stackName });
    this.bucket = props.bucket ?? this.makeBucket();
    this.repository = props.repository ?? this.makeRepository();

    const sagemaker =
      props.orchestrator === 'sagemaker'
        ? this.makeExecutionRole({ partition: partOf(arn, ':', 1), region, accountId })
        : undefined;
    this.identity = auth.provision(new Construct(this, 'identity'), {
      resourcePrefix: this.resourcePrefix,
      accountId,
      region,
      statements: [
        ...bucketGrants(this.bucket),
        ...registryConnectorGrants(this.repository),
        ...(sagemaker ? sagemakerClientGrants(sagemaker) : []),
      ],
      tags: this.labels,
    });

    const artifactAddress = `s3://${this.bucket.bucket}`;
    const registryHost = partOf(this.repository.repositoryUrl, '/', 0);
    const bucketConnector = this.makeConnector('s3', 's3-bucket', artifactAddress);
    const registryConnector = this.makeConnector('ecr', 'docker-registry', registryHost);
    const sagemakerConnector = sagemaker && this.makeConnector('sagemaker', 'aws-generic');
    this.connectors = [bucketConnector, registryConnector, ...(sagemakerConnector ? [sagemakerConnector] : [])];
    this.components = [
      new S3ArtifactStore(this, 'artifact-store', {
        ...this.named('artifact-store'),
        path: artifactAddress,
        connector: bucketConnector,
      }),
      new EcrContainerRegistry(this, 'container-registry', {
        ...this.named('container-registry'),
        uri: registryHost,
        defaultRepository: this.repository.name,
        connector: registryConnector,
      }),
      sagemaker
        ? new SagemakerOrchestrator(this, 'sagemaker-orchestrator', {
            ...this.named('sagemaker-orchestrator'),
            executionRole: sagemaker.executionRoleArn,
            bucket: this.bucket.bucket,
            connector: sagemakerConnector,
          })
        : new LocalOrchestrator(this, 'local-orchestrator', this.named('local-orchestrator')),
    ];
    this.stack = new ZenmlStack(this, 'stack', {
      name: this.stackName,
      components: this.components,
      labels: this.labels,
    });
  }

  private makeBucket(): ArtifactBucket {
    const { environment, endpointUrl } = this.props;
    const tlsOnly = endpointUrl === undefined || !/^http:/i.test(endpointUrl);
    if (!tlsOnly) {
      Annotations.of(this).addWarning(
        `the bucket accepts requests without TLS: the AWS endpoint ${endpointUrl} is plain http, which a TLS-only policy would shut out`,
      );
    }
    return new ArtifactBucket(this, 'bucket', {
      bucketName: this.resourcePrefix,
      forceDestroy: mayForceDestroy(environment),
      tlsOnly,
      tags: this.labels,
    });
  }

  private makeRepository(): ImageRepository {
    return new ImageRepository(this, 'repository', {
      repositoryName: this.resourcePrefix,
      forceDestroy: mayForceDestroy(this.props.environment),
      tags: this.labels,
    });
  }

  private makeExecutionRole(scope: CloudScope): SagemakerScope {
    const { roleArn } = new SagemakerExecutionRole(this, 'execution-role', {
      roleName: `${this.resourcePrefix}-sagemaker`,
      scope,
      bucket: this.bucket,
      repository: this.repository,
      tags: this.labels,
    });
    return { ...scope, executionRoleArn: roleArn };
  }

  private makeConnector(use: string, resourceType: string, resourceId?: string): ServiceConnector {
    const { auth, genericAuth = auth, expirationSeconds, expiresAt, dependencies } = this.identity;
    return new ServiceConnector(this, `${use}-connector`, {
      ...this.named(`${use}-connector`),
      auth: resourceType === 'aws-generic' ? genericAuth : auth,
      expirationSeconds,
      expiresAt,
      resourceType,
      resourceId,
      dependsOn: dependencies,
    });
  }

  private named(use: string): { readonly name: string; readonly labels: Readonly<Record<string, string>> } {
    return { name: `${this.stackName.replace(/-stack$/, '')}-${use}`, labels: this.labels };
  }
}

function mayForceDestroy({ forceDestroy, development = false }: Environment): boolean {
  return forceDestroy ?? development;
}

function checks({ environment, region, auth }: AwsBaseStackProps): readonly Check[] {
  const { name, development = false, allowKeyInState = false } = environment;
  return [
    {
      holds: /^[a-z][a-z0-9-]{0,14}[a-z0-9]$/.test(name),
      message: `environment is named "${name}"; expected 2 to 16 lower-case letters, digits and hyphens, a letter first, since names of AWS resources hold it: rename the environment`,
    },
    {
      holds: Token.isUnresolved(region) || /^[a-z]{2}(-[a-z]+)+-\d$/.test(region),
      message: `region is "${region}"; expected the id of an AWS region such as "eu-west-1": correct it`,
    },
    {
      holds: development || !allowKeyInState,
      message: `environment "${name}" sets allowKeyInState, which only an environment with development: true may: take it out, and use AwsAuth.implicit(), which needs no key`,
    },
    {
      holds: allowKeyInState || !auth.makesKey,
      message: `auth is ${auth.label}, whose key terraform would keep readable in its state, and environment "${name}" does not allow that: use AwsAuth.implicit(), which needs no key, or in development set allowKeyInState: true`,
    },
  ];
}
