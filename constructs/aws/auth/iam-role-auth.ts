import type { Construct } from 'constructs';
import { addChecks } from '../../checks';
import { AwsConnectorAuth } from '../../connectors/generated/aws';
import type { KeyAuthOptions } from './access-key';
import type { AwsAuthPattern, AwsIdentity, AwsIdentityRequest } from './aws-auth-pattern';
import { provideRole, type IRole } from './role';
import { LONGEST_SESSION, maxSessionSeconds, sessionChecks, type SessionOptions } from './session-length';
import { User } from './user';

/** What the pattern with a key and a role takes. */
export interface IamRoleAuthOptions extends KeyAuthOptions, SessionOptions {
  /**
   * A role that exists already and trusts the user of the key. It gets the permissions as one more inline policy.
   * @default a new one, which only the user of the key may assume
   */
  readonly role?: IRole;
}

/** A role with the permissions, and a user with a key who may do nothing but assume it. */
export class IamRoleAuth implements AwsAuthPattern {
  readonly label = 'AwsAuth.iamRole()';
  readonly credential = 'long-lived-key';
  readonly needsImplicitAuth = false;
  readonly makesKey: boolean;
  readonly identityExists: boolean;

  constructor(private readonly options: IamRoleAuthOptions = {}) {
    this.makesKey = options.key === undefined;
    this.identityExists = options.role !== undefined;
  }

  provision(scope: Construct, { resourcePrefix, region, statements, tags }: AwsIdentityRequest): AwsIdentity {
    const { key, keyVersion, role: existing, expirationSeconds } = this.options;
    addChecks(scope, sessionChecks(expirationSeconds, LONGEST_SESSION.role));
    const user = new User(scope, 'user', { resourcePrefix, tags, key, keyVersion });
    const role = provideRole(scope, existing, {
      roleName: resourcePrefix,
      description: 'What ZenML pipelines may do; assumed by service connectors',
      trusted: { kind: 'AWS', identifiers: [user.userArn] },
      statements: () => statements,
      maxSessionSeconds: maxSessionSeconds(expirationSeconds),
      tags,
    });
    const assume = user.allow([{ sid: 'AssumeRole', actions: ['sts:AssumeRole'], resources: [role.roleArn] }]);
    return {
      identityName: role.roleName,
      identityArn: role.roleArn,
      auth: AwsConnectorAuth.iamRole({ ...user.key, region, roleArn: role.roleArn }),
      expirationSeconds,
      dependencies: [...role.dependencies, assume],
    };
  }
}
