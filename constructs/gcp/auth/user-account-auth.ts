import type { Construct } from 'constructs';
import { GcpConnectorAuth } from '../../connectors/generated/gcp';
import { grant } from '../grants/grant';
import type { GcpAuthPattern, GcpIdentity, GcpIdentityRequest } from './gcp-auth-pattern';

/** What the pattern takes. */
export interface UserAccountAuthOptions {
  /**
   * The file that `gcloud auth application-default login` writes, as JSON or in base64: a sensitive variable, an ephemeral
   * value or an attribute, never a literal.
   */
  readonly userAccountJson: string;
  /** Whose it is. The user gets the roles that the connectors need. */
  readonly userEmail: string;
  /**
   * Counts the changes of `userAccountJson`: raise it to send a new one.
   * @default 1
   */
  readonly secretVersion?: number;
}

/** A person has the permissions, and the server a token of theirs that does not expire by itself. */
export class UserAccountAuth implements GcpAuthPattern {
  readonly label = 'GcpAuth.userAccount()';
  readonly credential = 'long-lived-key';
  readonly needsImplicitAuth = false;
  readonly makesKey = false;
  readonly identityExists = true;

  constructor(private readonly options: UserAccountAuthOptions) {}

  provision(scope: Construct, { project, grants }: GcpIdentityRequest): GcpIdentity {
    const { userAccountJson, userEmail, secretVersion } = this.options;
    return {
      identityName: userEmail,
      auth: GcpConnectorAuth.userAccount({ projectId: project.projectId, userAccountJson, secretVersion }),
      dependencies: grants.map((each) => grant(scope, `user:${userEmail}`, each)),
    };
  }
}
