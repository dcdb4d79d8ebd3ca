import type { Construct } from 'constructs';
import { addChecks } from '../../checks';
import type { KeyAuthOptions } from './access-key';
import type { AwsAuthPattern, AwsIdentity, AwsIdentityRequest } from './aws-auth-pattern';
import { LONGEST_SESSION, sessionChecks, type SessionOptions } from './session-length';
import { User } from './user';

/** What the pattern with session tokens takes. */
export interface SessionTokenAuthOptions extends KeyAuthOptions, SessionOptions {}

/**
 * A user with the permissions and a key, for which clients get session tokens. AWS lets every user have those (no policy names
 * `sts:GetSessionToken`), with all permissions of the user.
 */
export class SessionTokenAuth implements AwsAuthPattern {
  readonly label = 'AwsAuth.sessionToken()';
  readonly credential = 'long-lived-key';
  readonly needsImplicitAuth = false;
  readonly makesKey: boolean;

  constructor(private readonly options: SessionTokenAuthOptions = {}) {
    this.makesKey = options.key === undefined;
  }

  provision(scope: Construct, { resourcePrefix, region, statements, tags }: AwsIdentityRequest): AwsIdentity {
    const { key, keyVersion, expirationSeconds } = this.options;
    addChecks(scope, sessionChecks(expirationSeconds, LONGEST_SESSION.token));
    const user = new User(scope, 'user', { resourcePrefix, tags, key, keyVersion });
    const { attachment } = user.allowByPolicy(statements);
    return {
      identityName: user.userName,
      identityArn: user.userArn,
      auth: { connectorType: 'aws', authMethod: 'session-token', configuration: { region }, ...user.secrets },
      expirationSeconds,
      dependencies: [attachment],
    };
  }
}
