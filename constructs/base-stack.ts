import type { IConstruct } from 'constructs';
import type { Environment } from './environment';
import type { IServiceConnector } from './service-connector';
import type { IStackComponent } from './stack-component';

/** A base stack, made here or looked up: all that team stacks need of it. */
export interface IBaseStack extends IConstruct {
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
  readonly components: readonly IStackComponent[];
  readonly connectors: readonly IServiceConnector[];
  /** The connector for the cloud itself: of the resource type `aws-generic`, `gcp-generic`. */
  readonly connector: IServiceConnector;
  /**
   * Its connector for a resource type, such as `s3-bucket`, `gcs-bucket`, `docker-registry` or `aws-generic`.
   * @throws where it has none
   */
  connectorFor(resourceType: string): IServiceConnector;
}
