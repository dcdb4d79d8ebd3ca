import { IamWorkloadIdentityPool } from '@cdktf/provider-google/lib/iam-workload-identity-pool';
import {
  IamWorkloadIdentityPoolProvider,
  type IamWorkloadIdentityPoolProviderConfig,
} from '@cdktf/provider-google/lib/iam-workload-identity-pool-provider';
import { Construct } from 'constructs';
import { addChecks, type Check } from '../../checks';
import { isKnown } from '../../known-value';
import type { GcpProject } from '../gcp-project';

/** Workloads on AWS: what runs as one role of one account. */
export interface AwsWorkload {
  /** Number of the AWS account. ZenML Pro runs in 715803424590. */
  readonly accountId: string;
  /** Name of the role that the ZenML server runs as. For a workspace of ZenML Pro: `zenml-<id of the workspace>`. */
  readonly roleName: string;
}

/** Workloads with tokens of an OpenID Connect issuer, such as the pods of a Kubernetes cluster. */
export interface OidcWorkload {
  /** Address of the issuer, `https://oidc.eks.eu-west-1.amazonaws.com/id/ABC`. Google must be able to reach it. */
  readonly issuerUri: string;
  /** The subject of the server's token: `system:serviceaccount:zenml:zenml-server`. 127 characters at most. */
  readonly subject: string;
  /**
   * The audience of the server's token.
   * @default the address of the provider: `https://iam.googleapis.com/projects/NUMBER/locations/global/workloadIdentityPools/...`
   */
  readonly audience?: string;
}

/** What a workload identity pool is made from. */
export interface WorkloadIdentityPoolProps {
  readonly project: GcpProject;
  /** 4 to 32 lower-case letters, digits and hyphens, unique in the project. */
  readonly poolId: string;
  readonly workload: { readonly aws: AwsWorkload } | { readonly oidc: OidcWorkload };
}

/** A pool whose one provider lets one workload in and nobody else. */
export class WorkloadIdentityPool extends Construct {
  /** The workload, as roles are granted to it. */
  readonly member: string;
  /** Whom its tokens must be for: `//iam.googleapis.com/projects/NUMBER/...`. */
  readonly audience: string;

  constructor(scope: Construct, id: string, { project, poolId, workload }: WorkloadIdentityPoolProps) {
    super(scope, id);
    addChecks(this, [
      {
        holds: !isKnown(poolId) || (/^[a-z0-9-]{4,32}$/.test(poolId) && !poolId.startsWith('gcp-')),
        message: `poolId is "${poolId}"; expected 4 to 32 lower-case letters, digits and hyphens that do not begin with "gcp-": give another poolId`,
      },
      ...('aws' in workload ? awsChecks(workload.aws) : oidcChecks(workload.oidc)),
    ]);
    const pool = new IamWorkloadIdentityPool(this, 'Resource', {
      project: project.projectId,
      workloadIdentityPoolId: poolId,
      displayName: poolId,
      description: 'Where the ZenML server proves what it runs as',
      dependsOn: project.apis.use('iam', 'sts'),
    });
    const { principal, ...settings } = 'aws' in workload ? awsProvider(workload.aws) : oidcProvider(workload.oidc);
    const provider = new IamWorkloadIdentityPoolProvider(this, 'provider', {
      project: project.projectId,
      workloadIdentityPoolId: pool.workloadIdentityPoolId,
      ...settings,
    });
    this.member = principal(pool.name);
    this.audience = `//iam.googleapis.com/${provider.name}`;
  }
}

type ProviderSettings = Pick<
  IamWorkloadIdentityPoolProviderConfig,
  'workloadIdentityPoolProviderId' | 'attributeMapping' | 'attributeCondition' | 'aws' | 'oidc'
> & { readonly principal: (poolName: string) => string };

/** The subject is the role, not the whole ARN: that with a long name of a session has more than the 127 characters allowed. */
function awsProvider({ accountId, roleName }: AwsWorkload): ProviderSettings {
  return {
    workloadIdentityPoolProviderId: 'zenml-aws',
    attributeMapping: {
      'google.subject': "assertion.arn.extract('assumed-role/{role_name}/')",
      'attribute.aws_role_name': "assertion.arn.extract('assumed-role/{role_name}/')",
    },
    attributeCondition: `attribute.aws_role_name == '${roleName}'`,
    aws: { accountId },
    principal: (poolName) => `principalSet://iam.googleapis.com/${poolName}/attribute.aws_role_name/${roleName}`,
  };
}

function oidcProvider({ issuerUri, subject, audience }: OidcWorkload): ProviderSettings {
  return {
    workloadIdentityPoolProviderId: 'zenml-oidc',
    attributeMapping: { 'google.subject': 'assertion.sub' },
    attributeCondition: `google.subject == '${subject}'`,
    oidc: { issuerUri, ...(audience !== undefined && { allowedAudiences: [audience] }) },
    principal: (poolName) => `principal://iam.googleapis.com/${poolName}/subject/${subject}`,
  };
}

function awsChecks({ accountId, roleName }: AwsWorkload): readonly Check[] {
  return [
    {
      holds: !isKnown(accountId) || /^\d{12}$/.test(accountId),
      message: `aws.accountId is "${accountId}"; expected the 12 digits of an AWS account: give its number`,
    },
    {
      holds: !isKnown(roleName) || /^[\w+=,.@-]{1,64}$/.test(roleName),
      message: `aws.roleName is "${roleName}"; expected the name of a role, such as "zenml-server": give neither ARN nor path`,
    },
  ];
}

function oidcChecks({ issuerUri, subject }: OidcWorkload): readonly Check[] {
  return [
    {
      holds: !isKnown(issuerUri) || issuerUri.startsWith('https://'),
      message: `oidc.issuerUri is "${issuerUri}"; Google takes addresses that begin with "https://": correct it`,
    },
    {
      holds: !isKnown(subject) || /^[^'\\]{1,127}$/.test(subject),
      message: `oidc.subject is "${subject}"; expected 1 to 127 characters without quote and backslash, such as "system:serviceaccount:zenml:zenml-server": correct it`,
    },
  ];
}
