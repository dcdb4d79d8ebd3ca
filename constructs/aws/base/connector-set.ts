import type { Construct } from 'constructs';
import { ConnectorsOnDemand } from '../../connectors-on-demand';
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

/** The connectors of a base stack on AWS. */
export class ConnectorSet extends ConnectorsOnDemand<ResourceType> {
  constructor(
    scope: Construct,
    private readonly props: ConnectorSetProps,
  ) {
    super(scope, props.connectors, ['s3-bucket', 'docker-registry', 'aws-generic']);
  }

  protected override makeSingle(): IServiceConnector {
    return this.make();
  }

  protected override makeFor(resourceType: ResourceType): IServiceConnector {
    const { artifactAddress, registryHost, sagemaker } = this.props;
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
    const identity = this.needed(this.props.identity, 'AwsAuth.implicit()');
    // Zero is the default. Left out, a connector would keep what an earlier pattern gave it.
    const { auth, genericAuth = auth, expirationSeconds = 0, expiresAt, dependencies } = identity;
    const isLimited = resourceType !== undefined && resourceType !== 'aws-generic';
    const id = use === undefined ? 'connector' : `${use}-connector`;
    return new ServiceConnector(this.scope, id, {
      ...this.props.named(id),
      auth: isLimited ? auth : genericAuth,
      expirationSeconds,
      expiresAt,
      resourceType,
      resourceId,
      dependsOn: dependencies,
    });
  }
}
