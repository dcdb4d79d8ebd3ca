import type { TerraformProvider } from 'cdktf';
import type { AppRunnerDeployerProps } from '../../components/app-runner-deployer';
import type { CodeBuildImageBuilderProps } from '../../components/code-build-image-builder';
import type { EcrContainerRegistryProps } from '../../components/ecr-container-registry';
import type { S3ArtifactStoreProps } from '../../components/s3-artifact-store';
import type { SagemakerOrchestratorProps } from '../../components/sagemaker-orchestrator';
import type { SagemakerStepOperatorProps } from '../../components/sagemaker-step-operator';
import type { SkypilotAwsOrchestratorProps } from '../../components/skypilot-aws-orchestrator';
import type { Environment } from '../../environment';
import type { IServiceConnector } from '../../service-connector';
import type { ComponentProps } from '../../stack-component';
import type { IArtifactBucket } from '../artifact-bucket';
import type { AwsAuth } from '../auth/aws-auth';
import type { IEncryptionKey } from '../encryption-key';
import type { IRole } from '../auth/role';
import type { IImageBuildProject } from '../image-build-project';
import type { IImageRepository } from '../image-repository';

/** A service of AWS that components of a base stack, or of team stacks on it, use. */
export type AwsService = 'app-runner' | 'codebuild' | 'sagemaker' | 'skypilot';

/** Connectors that exist already, by the resource type that they are used for. One may serve several. */
export interface AwsConnectors {
  readonly 's3-bucket': IServiceConnector;
  readonly 'docker-registry': IServiceConnector;
  readonly 'aws-generic': IServiceConnector;
}

/** More configuration for the components of an AWS base stack. What is given here wins over what the base stack sets itself. */
export interface AwsComponentConfiguration {
  readonly artifactStore?: Partial<S3ArtifactStoreProps>;
  readonly containerRegistry?: Partial<EcrContainerRegistryProps>;
  readonly imageBuilder?: Partial<CodeBuildImageBuilderProps>;
  readonly localOrchestrator?: ComponentProps;
  readonly sagemakerOrchestrator?: Partial<SagemakerOrchestratorProps>;
  readonly skypilotOrchestrator?: SkypilotAwsOrchestratorProps;
  readonly stepOperator?: Partial<SagemakerStepOperatorProps>;
  readonly deployer?: AppRunnerDeployerProps;
}

/** What an AWS base stack is made from. */
export interface AwsBaseStackProps {
  readonly environment: Environment;
  /** Where everything is, `us-east-1`: the region of the AWS provider. A change moves everything, and so makes it anew. */
  readonly region: string;
  /**
   * How the connectors authenticate: `AwsAuth.iamRole()`, `AwsAuth.implicit()`. The pattern makes the identity behind them.
   * @default none, where the `connectors` exist already
   */
  readonly auth?: AwsAuth;
  /**
   * Number of the account that everything is in. The plan fails where the credentials of the AWS provider are of another one.
   * @default whichever account they are of
   */
  readonly accountId?: string;
  /**
   * An AWS provider with an alias, for every AWS resource of the stack.
   * @default the AWS provider without an alias
   */
  readonly provider?: TerraformProvider;
  /**
   * What runs the pipelines: `local`, the process that starts them; `sagemaker`; `skypilot`, on virtual machines.
   * @default 'local'
   */
  readonly orchestrator?: 'local' | 'sagemaker' | 'skypilot';
  /**
   * What runs single steps that ask for it.
   * @default 'none'
   */
  readonly stepOperator?: 'none' | 'sagemaker';
  /**
   * What builds the images of pipelines: CodeBuild, or, without one, Docker on the machine that starts them.
   * @default 'codebuild'
   */
  readonly imageBuilder?: 'none' | 'codebuild';
  /**
   * What serves pipelines. App Runner is closed to new customers of AWS.
   * @default 'none'
   */
  readonly deployer?: 'none' | 'app-runner';
  /**
   * Services that team stacks on this one use: the identity may use them, and the roles that they need are made.
   * @default those that its own components use
   */
  readonly services?: readonly AwsService[];
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
   * A KMS key that exists already, for bucket and repository, whatever the mode of the environment. Its policy must let the
   * account use it.
   * @default a new one where the environment is strict, otherwise keys of AWS's own
   */
  readonly encryptionKey?: IEncryptionKey;
  /**
   * A second region, `eu-central-1`, for the replicas of bucket and repository that an environment with `highAvailability` has.
   * @default none
   */
  readonly replicaRegion?: string;
  /**
   * An AWS provider with an alias for the second region. Leave it there when you switch `highAvailability` off: Terraform needs
   * it to let go of the replicas.
   * @default none
   */
  readonly replicaProvider?: TerraformProvider;
  /**
   * A KMS key that exists already in the second region, for the replicas.
   * @default a new one where the environment is strict, otherwise keys of AWS's own
   */
  readonly replicaEncryptionKey?: IEncryptionKey;
  /**
   * Whether an environment with `highAvailability` tells the registry of its account and region what to replicate. A registry
   * has one such configuration: where several environments share it, or it has rules of its own, switch this off and make one
   * `RegistryReplication` for all.
   * @default true
   */
  readonly registryReplication?: boolean;
  /**
   * Days for which the bucket keeps an old version after it was overwritten or deleted, where it keeps any.
   * @default 365 where the environment is strict, otherwise 30
   */
  readonly noncurrentVersionDays?: number;
  /**
   * Days after which objects below a prefix of the bucket are deleted: `{ 'code-build-contexts/': 7 }`.
   * @default none
   */
  readonly temporaryPrefixes?: Readonly<Record<string, number>>;
  /**
   * Days for which the requests to the bucket stay logged, where they are.
   * @default 365
   */
  readonly accessLogDays?: number;
  /**
   * Days after which images of the repository that have no tag any more are deleted. Runs find the images of earlier builds by
   * digest, so a pipeline cannot be run again on a build that is older.
   * @default never
   */
  readonly untaggedImageDays?: number;
  /**
   * A role that exists already, as which jobs run on SageMaker.
   * @default a new one, where SageMaker is used
   */
  readonly executionRole?: IRole;
  /**
   * A CodeBuild project that exists already, in this account and region.
   * @default a new one, where CodeBuild is used
   */
  readonly buildProject?: IImageBuildProject;
  /**
   * One connector for each resource type, limited to the bucket and the registry, or a single one for all; or those that exist
   * already, whose identity must have the permissions.
   * @default 'per-resource'
   */
  readonly connectors?: 'per-resource' | 'single' | AwsConnectors;
  /**
   * More configuration for its components, by component.
   * @default none
   */
  readonly configuration?: AwsComponentConfiguration;
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
