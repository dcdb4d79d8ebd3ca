import type { Construct } from 'constructs';
import { GcpConnectorAuth } from '../../connectors/generated/gcp';
import { grant, type Grant } from '../grants/grant';
import { clientAccount } from './client-account';
import type { GcpAuthPattern, GcpIdentity, GcpIdentityRequest } from './gcp-auth-pattern';
import { memberOf } from './member-name';

/** What the pattern takes. */
export interface Oauth2TokenAuthOptions {
  /** The token: a sensitive variable, an ephemeral value or an attribute, never a literal. */
  readonly token: string;
  /**
   * When it expires: RFC 3339, `2027-01-31T12:00:00Z`. Google's tokens live for an hour.
   * @default the server is told nothing
   */
  readonly expiresAt?: string;
  /**
   * Whose token it is: the e-mail address of a service account, or a member as IAM writes it (`user:a@example.com`).
   * @default a new service account
   */
  readonly principal?: string;
  /**
   * Who may make tokens of the new service account: addresses of service accounts, or members as IAM writes them.
   * @default nobody but those who may do so in the whole project
   */
  readonly tokenCreators?: readonly string[];
  /**
   * Counts the tokens: raise it to send a new one.
   * @default 1
   */
  readonly secretVersion?: number;
}

/** A token that somebody makes and replaces before it expires. */
export class Oauth2TokenAuth implements GcpAuthPattern {
  readonly label = 'GcpAuth.oauth2Token()';
  readonly credential = 'expiring-token';
  readonly needsImplicitAuth = false;
  readonly makesKey = false;
  readonly identityExists: boolean;

  constructor(private readonly options: Oauth2TokenAuthOptions) {
    this.identityExists = options.principal !== undefined;
  }

  provision(scope: Construct, request: GcpIdentityRequest): GcpIdentity {
    const { token, expiresAt, principal, secretVersion } = this.options;
    const { identityName, dependencies } =
      principal === undefined
        ? this.makeAccount(scope, request)
        : {
            identityName: principal,
            dependencies: request.grants.map((each) => grant(scope, memberOf(principal), each)),
          };
    return {
      identityName,
      auth: GcpConnectorAuth.oauth2Token({ projectId: request.project.projectId, token, secretVersion }),
      expiresAt,
      dependencies,
    };
  }

  private makeAccount(scope: Construct, request: GcpIdentityRequest) {
    const account = clientAccount(scope, request);
    const mayMakeTokens = (this.options.tokenCreators ?? []).map((creator, index): Grant & { readonly by: string } => ({
      use: `token-creator-${index}`,
      role: 'roles/iam.serviceAccountTokenCreator',
      on: 'service account',
      serviceAccount: account,
      by: memberOf(creator),
    }));
    const made = mayMakeTokens.map(({ by, ...each }) => grant(scope, by, each));
    return { identityName: account.email, dependencies: [...account.dependencies, ...made] };
  }
}
