import type { Construct } from 'constructs';
import { GcpConnectorAuth } from '../../connectors/generated/gcp';
import { grant } from '../grants/grant';
import type { GcpAuthPattern, GcpIdentity, GcpIdentityRequest } from './gcp-auth-pattern';
import { memberOf } from './member-name';

/** What the pattern takes. */
export interface ImplicitAuthOptions {
  /**
   * What the ZenML server runs as: the e-mail address of a service account, or a member as IAM writes it, such as
   * `principal://iam.googleapis.com/projects/NUMBER/locations/global/workloadIdentityPools/...` of a pod in GKE.
   */
  readonly serverPrincipal: string;
}

/** What the ZenML server runs as has the permissions. No key exists. */
export class ImplicitAuth implements GcpAuthPattern {
  readonly label = 'GcpAuth.implicit()';
  readonly credential = 'none';
  readonly needsImplicitAuth = true;
  readonly makesKey = false;
  readonly identityExists = true;

  constructor(private readonly options: ImplicitAuthOptions) {}

  provision(scope: Construct, { project, grants }: GcpIdentityRequest): GcpIdentity {
    const { serverPrincipal } = this.options;
    return {
      identityName: serverPrincipal,
      auth: GcpConnectorAuth.implicit({ projectId: project.projectId }),
      dependencies: grants.map((each) => grant(scope, memberOf(serverPrincipal), each)),
    };
  }
}
