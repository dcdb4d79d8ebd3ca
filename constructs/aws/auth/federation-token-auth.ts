import type { Construct } from 'constructs';
import { AwsConnectorAuth } from '../../connectors/generated/aws';
import { federationGrants } from '../grants/federation-grants';
import { policyText } from '../policy';
import type { KeyAuthOptions } from './access-key';
import type { AwsAuthPattern, AwsIdentity, AwsIdentityRequest } from './aws-auth-pattern';
import type { SessionOptions } from './session-length';
import { User } from './user';

/**
 * AWS gives a federated session without a policy of its own no permissions at all, and with one never more than the user has. ZenML
 * 0.98 hands policies over by text only: `policy_arns` reach AWS in a form that it refuses.
 */
const AS_THE_USER = policyText([{ sid: 'AsTheUser', actions: ['*'], resources: ['*'] }]);

/** What the pattern with federation tokens takes. */
export interface FederationTokenAuthOptions extends KeyAuthOptions, SessionOptions {}

/**
 * A user with the permissions and a key, for which clients get tokens of federated sessions. ZenML limits each to the resource
 * it is for; for AWS in general it has no limit of its own, and the policies of the user are that.
 */
export class FederationTokenAuth implements AwsAuthPattern {
  readonly label = 'AwsAuth.federationToken()';
  readonly credential = 'long-lived-key';
  readonly needsImplicitAuth = false;
  readonly makesKey: boolean;
  readonly identityExists: boolean;

  constructor(private readonly options: FederationTokenAuthOptions = {}) {
    this.makesKey = options.key === undefined;
    this.identityExists = options.key !== undefined;
  }

  provision(scope: Construct, { resourcePrefix, region, statements, tags }: AwsIdentityRequest): AwsIdentity {
    const { key, keyVersion, expirationSeconds } = this.options;
    const user = new User(scope, 'user', { resourcePrefix, tags, key, keyVersion });
    const federate = user.allow(federationGrants());
    const policies = user.allowByPolicy(statements);
    return {
      identityName: user.userName,
      identityArn: user.userArn,
      auth: AwsConnectorAuth.federationToken({ ...user.key, region }),
      genericAuth: AwsConnectorAuth.federationToken({ ...user.key, region, policy: AS_THE_USER }),
      expirationSeconds,
      dependencies: [federate, ...policies],
    };
  }
}
