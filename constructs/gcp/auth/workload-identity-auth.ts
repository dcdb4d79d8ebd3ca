import type { Construct } from 'constructs';
import { GcpConnectorAuth } from '../../connectors/generated/gcp';
import { grant } from '../grants/grant';
import { clientAccount } from './client-account';
import { externalAccount, type TokenSource } from './external-account';
import type { GcpAuthPattern, GcpIdentity, GcpIdentityRequest } from './gcp-auth-pattern';
import { WorkloadIdentityPool, type AwsWorkload, type OidcWorkload } from './workload-identity-pool';

/** How a server proves what it runs as by tokens of an OpenID Connect issuer. */
export interface OidcServer extends OidcWorkload {
  /** Where the server finds its token. */
  readonly tokenSource: TokenSource;
}

/** What the pattern takes: where the ZenML server runs. */
export type WorkloadIdentityAuthOptions = WorkloadIdentityAuthCommonOptions &
  (
    | {
        /** On AWS, as ZenML Pro does. */
        readonly aws: AwsWorkload;
      }
    | {
        /** Anywhere that gives it tokens of an OpenID Connect issuer, such as a Kubernetes cluster. */
        readonly oidc: OidcServer;
      }
  );

interface WorkloadIdentityAuthCommonOptions {
  /**
   * Id of the pool: 4 to 32 lower-case letters, digits and hyphens. That of a deleted pool is free again after 30 days; give
   * another one where the stack is deployed again before.
   * @default begins the names of all resources: `zenml-dev-1a2b3c4d`
   */
  readonly poolId?: string;
}

/** A service account with the permissions, of which the server gets tokens for a proof of what it runs as. No key exists. */
export class WorkloadIdentityAuth implements GcpAuthPattern {
  readonly label = 'GcpAuth.workloadIdentity()';
  readonly credential = 'none';
  readonly needsImplicitAuth = true;
  readonly makesKey = false;
  readonly identityExists: boolean;

  constructor(private readonly options: WorkloadIdentityAuthOptions) {
    this.identityExists = options.poolId !== undefined;
  }

  provision(scope: Construct, request: GcpIdentityRequest): GcpIdentity {
    const { project } = request;
    const account = clientAccount(scope, request);
    const pool = new WorkloadIdentityPool(scope, 'pool', {
      project,
      poolId: this.options.poolId ?? project.names.prefix,
      workload: this.options,
    });
    const federate = grant(scope, pool.member, {
      use: 'federate',
      role: 'roles/iam.workloadIdentityUser',
      on: 'service account',
      serviceAccount: account,
    });
    return {
      identityName: account.email,
      auth: GcpConnectorAuth.externalAccount({
        projectId: project.projectId,
        externalAccountJson: externalAccount({
          audience: pool.audience,
          serviceAccountEmail: account.email,
          source: 'aws' in this.options ? 'aws' : this.options.oidc.tokenSource,
        }),
      }),
      dependencies: [...project.apis.use('iamcredentials'), ...account.dependencies, federate],
    };
  }
}
