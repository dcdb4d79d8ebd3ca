import type { Construct } from 'constructs';
import { AwsConnectorAuth } from '../../connectors/generated/aws';
import type { KeyAuthOptions } from './access-key';
import type { AwsAuthPattern, AwsIdentity, AwsIdentityRequest } from './aws-auth-pattern';
import type { SessionOptions } from './session-length';
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
  readonly identityExists: boolean;

  constructor(private readonly options: SessionTokenAuthOptions = {}) {
    this.makesKey = options.key === undefined;
    this.identityExists = options.key !== undefined;
  }

  provision(scope: Construct, { resourcePrefix, region, statements, tags }: AwsIdentityRequest): AwsIdentity {
    const { key, keyVersion, expirationSeconds } = this.options;
    const user = new User(scope, 'user', { resourcePrefix, tags, key, keyVersion });
    const dependencies = user.allowByPolicy(statements);
    return {
      identityName: user.userName,
      identityArn: user.userArn,
      auth: AwsConnectorAuth.sessionToken({ ...user.key, region }),
      expirationSeconds,
      dependencies,
    };
  }
}
