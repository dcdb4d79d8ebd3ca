import type { Construct } from 'constructs';
import type { AwsAuthPattern, AwsIdentity, AwsIdentityRequest } from './aws-auth-pattern';
import { User } from './user';

/** A user with the permissions and a key. */
export class SecretKeyAuth implements AwsAuthPattern {
  readonly label = 'AwsAuth.secretKey()';
  readonly credential = 'long-lived-key';
  readonly needsImplicitAuth = false;
  readonly makesKey = true;

  provision(scope: Construct, { resourcePrefix, region, statements, tags }: AwsIdentityRequest): AwsIdentity {
    const user = new User(scope, 'user', { userName: `${resourcePrefix}-connector`, tags });
    const access = user.allow(statements);
    return {
      identityName: user.userName,
      identityArn: user.userArn,
      auth: {
        connectorType: 'aws',
        authMethod: 'secret-key',
        configuration: { ...user.key.configuration, region },
        secretConfiguration: user.key.secretConfiguration,
      },
      dependencies: [access],
    };
  }
}
