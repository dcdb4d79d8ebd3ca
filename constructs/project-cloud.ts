import type { Construct } from 'constructs';
import type { Environment } from './environment';
import type { IServiceConnector } from './service-connector';
import type { ComponentType, IStackComponent } from './stack-component';

/**
 * How far a project is kept from its neighbours: by a prefix of its own in the bucket of the base stack, or by a bucket of its own.
 */
export type ProjectIsolation = 'bucket' | 'prefix';

/** What a project stack asks of the cloud of its base stack. */
export interface ProjectRequest<Auth> {
  /** That of the base stack, with the name of the project. */
  readonly environment: Environment;
  /** The project's name in the alphabet of every cloud: lower-case letters, digits and hyphens. */
  readonly slug: string;
  /** Where its artifacts lie in the bucket of the base stack: `projects/fraud_detection/dev`. */
  readonly artifactPath: string;
  /** `fraud_detection-dev`, as far as the cloud's alphabet has it. */
  readonly repositoryName: string;
  readonly isolation: ProjectIsolation;
  /**
   * How its connectors authenticate.
   * @default as those of the base stack
   */
  readonly auth?: Auth;
  /** Begins the names of its connectors and components on the ZenML server: `fraud_detection-dev`. */
  readonly namePrefix: string;
  /** On all that is made for it. */
  readonly labels: Readonly<Record<string, string>>;
  /** The types of which it takes nothing of the base stack's, so that nothing need be made for them. */
  readonly without: ReadonlySet<ComponentType>;
}

/** What a project has of its own. */
export interface ProjectParts {
  /** Its artifact store and container registry, and what else would use the identity of the base stack. */
  readonly components: readonly IStackComponent[];
  /**
   * The types of which it has nothing, not even what the base has, unless the project stack is given some.
   * @default none
   */
  readonly dropped?: readonly ComponentType[];
  /** Those made so far. */
  readonly connectors: () => readonly IServiceConnector[];
  /** @throws for a resource type that it has no connector for */
  readonly connectorFor: (resourceType: string) => IServiceConnector;
  /** The resource type of the connector for the cloud itself. */
  readonly genericResourceType: string;
  readonly resourcePrefix: string;
  /** `s3://zenml-dev-1a2b3c4d/projects/fraud_detection/dev` */
  readonly artifactStorePath: string;
  readonly containerRegistryUri: string;
  /** Name of the role, user or service account that holds its permissions; undefined where the pattern knows of none. */
  readonly identityName: string | undefined;
  /** Names of what was made in the cloud, by the names of their outputs. */
  readonly resources: Readonly<Record<string, string | undefined>>;
}

/**
 * The cloud of a base stack, as its projects see it. Those that are looked up by name have none, since a ZenML server does not
 * say how to reach the cloud behind a stack.
 */
export interface ProjectCloud<in Auth = never> {
  /** Makes what a project has of its own, as children of the scope. */
  readonly provide: (scope: Construct, request: ProjectRequest<Auth>) => ProjectParts;
}
