import type { Construct } from 'constructs';
import { ServiceConnector, type IServiceConnector } from '../../service-connector';
import type { AwsIdentity } from '../auth/aws-auth-pattern';
import type { AwsConnectors } from './aws-base-stack-props';

/** What the connectors of a base stack are made from. */
export interface ConnectorSetProps {
  readonly connectors: 'per-resource' | 'single' | AwsConnectors;
  /** Undefined where the connectors exist already. */
  readonly identity: AwsIdentity | undefined;
  /** `s3://bucket` */
  readonly artifactAddress: string;
  /** Without a repository. */
  readonly registryHost: string;
  /** Whether the connector for AWS in general is for SageMaker in the first place, and named for it. */
  readonly sagemaker: boolean;
  /** Name and labels of an object of the base stack, by what it is for: `s3-connector`. */
  readonly named: (use: string) => { readonly name: string; readonly labels: Readonly<Record<string, string>> };
}

type ResourceType = keyof AwsConnectors;

/** The connectors of a base stack, each made when it is first asked for, as a child of the scope. */
export class ConnectorSet {
  private readonly byType = new Map<ResourceType, IServiceConnector>();
  private readonly scope: Construct;
  private readonly props: ConnectorSetProps;

  constructor(scope: Construct, props: ConnectorSetProps) {
    this.scope = scope;
    this.props = props;
  }

  /** Those made or given so far. */
  get all(): readonly IServiceConnector[] {
    return [...new Set(this.byType.values())];
  }

  /** @throws for a resource type that a base stack has nothing of */
  of(resourceType: string): IServiceConnector {
    if (!isResourceType(resourceType)) {
      throw new Error(
        `${this.scope.node.path} has no connector for "${resourceType}"; it has those for ${RESOURCE_TYPES.join(', ')}: ` +
          'make a ServiceConnector with its identity, or ask for one of these',
      );
    }
    const found = this.byType.get(resourceType) ?? this.provide(resourceType);
    this.byType.set(resourceType, found);
    return found;
  }

  private provide(resourceType: ResourceType): IServiceConnector {
    const { connectors, artifactAddress, registryHost, sagemaker } = this.props;
    if (typeof connectors === 'object') return connectors[resourceType];
    if (connectors === 'single') return this.all[0] ?? this.make();
    switch (resourceType) {
      case 's3-bucket':
        return this.make('s3', resourceType, artifactAddress);
      case 'docker-registry':
        return this.make('ecr', resourceType, registryHost);
      case 'aws-generic':
        return this.make(sagemaker ? 'sagemaker' : 'aws', resourceType);
    }
  }

  private make(use?: string, resourceType?: ResourceType, resourceId?: string): ServiceConnector {
    const { identity, named } = this.props;
    if (identity === undefined) {
      throw new Error(
        `${this.scope.node.path} has neither auth nor connectors; its connectors need an identity: give auth, ` +
          'AwsAuth.implicit() or another pattern, or connectors that exist already',
      );
    }
    // Zero is the default. Left out, a connector would keep what an earlier pattern gave it.
    const { auth, genericAuth = auth, expirationSeconds = 0, expiresAt, dependencies } = identity;
    const isLimited = resourceType !== undefined && resourceType !== 'aws-generic';
    const id = use === undefined ? 'connector' : `${use}-connector`;
    return new ServiceConnector(this.scope, id, {
      ...named(id),
      auth: isLimited ? auth : genericAuth,
      expirationSeconds,
      expiresAt,
      resourceType,
      resourceId,
      dependsOn: dependencies,
    });
  }
}

const RESOURCE_TYPES: readonly ResourceType[] = ['s3-bucket', 'docker-registry', 'aws-generic'];

function isResourceType(text: string): text is ResourceType {
  return (RESOURCE_TYPES as readonly string[]).includes(text);
}
