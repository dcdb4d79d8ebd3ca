import type { Construct, IConstruct } from 'constructs';
import type { Environment } from './environment';
import { ImportedBaseStack, type BaseStackLookUp } from './imported-base-stack';
import { ENCRYPTION_KEY_LABEL, runsAsLabel } from './label-names';
import type { ProjectCloud } from './project-cloud';
import type { IServiceConnector } from './service-connector';
import type { ComponentType, IStackComponent } from './stack-component';

/**
 * A base stack, made here or looked up: all that team and project stacks need of it. `Auth` are the patterns of authentication that
 * its projects may have.
 */
export interface IBaseStack<Auth = never> extends IConstruct {
  readonly environment: Environment;
  /** Id (UUID) of its ZenML stack on the server. */
  readonly stackId: string;
  /** Name of its ZenML stack: `dev-base-stack`. */
  readonly stackName: string;
  /** Where everything is, in the words of the cloud: `eu-west-1`, `europe-west1`. */
  readonly region: string;
  /** Begins the names of all its cloud resources: `zenml-dev-1a2b3c4d`. */
  readonly resourcePrefix: string;
  /** Where its artifacts lie: `s3://bucket`, `gs://bucket`. */
  readonly artifactStorePath: string;
  /** As its container registry has it: `123456789012.dkr.ecr.us-east-1.amazonaws.com`. */
  readonly containerRegistryUri: string;
  /** Its components, of several of a type the default one first. Those of a base that is looked up are known during plan only. */
  readonly components: readonly IStackComponent[] | PlannedComponents;
  /** The connector for the cloud itself: of the resource type `aws-generic`, `gcp-generic`. */
  readonly connector: IServiceConnector;
  /**
   * Its connector for a resource type, such as `s3-bucket`, `gcs-bucket`, `docker-registry` or `aws-generic`.
   * @throws where it has none; of a base that is looked up, the plan fails
   */
  connectorFor(resourceType: string): IServiceConnector;
  /**
   * What the steps of pipelines run as on a service: `sagemaker`, the ARN of a role; `vertex` or `cloud-run`, the email of a
   * service account.
   * @throws where the base does not use the service; of a base that is looked up, the plan fails
   */
  runsAs(service: string): string;
  /**
   * The cloud that it is in, for projects on it. Undefined where it is looked up by `BaseStack.fromName`, which knows no cloud:
   * `AwsBaseStack.fromName` and `GcpBaseStack.fromName` do.
   */
  readonly projects?: ProjectCloud<Auth>;
}

/** The components of a base stack that is looked up: terraform knows them during plan. */
export interface PlannedComponents {
  /** Component type to the id of the default component, as an expression. */
  readonly idsByType: Readonly<Record<string, string>>;
  /** Component type to the ids of the components beside the default one, as an expression. */
  readonly additionalIdsByType: Readonly<Record<string, readonly string[]>>;
  /** Has the plan fail where the stack has no component of a type. */
  require(type: ComponentType, reason: string): void;
}

/** What the labels of a base stack's ZenML stack are made from. */
export interface BaseStackFacts extends Pick<IBaseStack, 'region' | 'resourcePrefix'> {
  readonly environment?: Environment;
  /**
   * What runs on its services, by service; undefined for those that it does not use.
   * @default nothing
   */
  readonly identities?: Readonly<Record<string, string | undefined>>;
  /**
   * The key that whoever uses its bucket must be allowed to use, too: on AWS the ARN of a KMS key. On Google Cloud there is none: the bucket uses its key itself.
   * @default none
   */
  readonly encryptionKey?: string;
}

/**
 * The labels by which a base stack's ZenML stack says what the server does not know of it: where it is, which switches of its
 * environment are on, what runs on its services, and what its bucket is encrypted with. `BaseStack.fromName` reads them, and finds the
 * connectors of the base by the label `stack`.
 */
export function baseStackLabels({
  region,
  resourcePrefix,
  environment,
  identities = {},
  encryptionKey,
}: BaseStackFacts): Record<string, string> {
  const { highAvailability = false, backupEnabled = false, complianceMode = 'standard' } = environment ?? {};
  const runsAs = Object.entries(identities).flatMap(([service, identity]) =>
    identity === undefined ? [] : [[runsAsLabel(service), identity] as const],
  );
  return {
    region,
    resource_prefix: resourcePrefix,
    ...Object.fromEntries(runsAs),
    ...(encryptionKey !== undefined && { [ENCRYPTION_KEY_LABEL]: encryptionKey }),
    ...(highAvailability && { high_availability: 'true' }),
    ...(backupEnabled && { backup_enabled: 'true' }),
    ...(complianceMode === 'strict' && { compliance_mode: complianceMode }),
  };
}

/** Base stacks that exist. */
export const BaseStack = {
  /**
   * A base stack that was deployed elsewhere: by another Terraform stack, another repository. What it is made of is read from the
   * ZenML server during plan, without the state of the other side and without credentials of the cloud.
   */
  fromName(scope: Construct, id: string, props: BaseStackLookUp): IBaseStack {
    return new ImportedBaseStack(scope, id, props);
  },
} as const;
