import type { Construct } from 'constructs';
import { AwsConnectorAuth } from '../../connectors/generated/aws';
import type { KeyAuthOptions } from './access-key';
import type { AwsAuthPattern, AwsIdentity, AwsIdentityRequest } from './aws-auth-pattern';
import { User } from './user';

/** A user with the permissions and a key, which clients get as it is. */
export class SecretKeyAuth implements AwsAuthPattern {
  readonly label = 'AwsAuth.secretKey()';
  readonly credential = 'long-lived-key';
  readonly needsImplicitAuth = false;
  readonly makesKey: boolean;
  readonly identityExists: boolean;

  constructor(private readonly options: KeyAuthOptions = {}) {
    this.makesKey = options.key === undefined;
    this.identityExists = options.key !== undefined;
  }

  provision(scope: Construct, { resourcePrefix, region, statements, tags }: AwsIdentityRequest): AwsIdentity {
    const user = new User(scope, 'user', { resourcePrefix, tags, ...this.options });
    const dependencies = user.allowByPolicy(statements);
    return {
      identityName: user.userName,
      identityArn: user.userArn,
      auth: AwsConnectorAuth.secretKey({ ...user.key, region }),
      dependencies,
    };
  }
}
