import type { Construct } from 'constructs';
import type { AwsAuthPattern, AwsIdentity, AwsIdentityRequest } from './aws-auth-pattern';
import { Role } from './role';
import { User } from './user';

/** A role with the permissions, and a user with a key who may do nothing but assume it. */
export class IamRoleAuth implements AwsAuthPattern {
  readonly label = 'AwsAuth.iamRole()';
  readonly credential = 'long-lived-key';
  readonly needsImplicitAuth = false;
  readonly makesKey = true;

  provision(scope: Construct, { resourcePrefix, region, statements, tags }: AwsIdentityRequest): AwsIdentity {
    const user = new User(scope, 'user', { userName: `${resourcePrefix}-connector`, tags });
    const role = new Role(scope, 'role', {
      roleName: resourcePrefix,
      description: 'What ZenML pipelines may do; assumed by service connectors',
      trusted: { kind: 'AWS', identifiers: [user.userArn] },
      statements: () => statements,
      tags,
    });
    const assume = user.allow([{ sid: 'AssumeRole', actions: ['sts:AssumeRole'], resources: [role.roleArn] }]);
    return {
      identityName: role.roleName,
      identityArn: role.roleArn,
      auth: {
        connectorType: 'aws',
        authMethod: 'iam-role',
        configuration: { ...user.key.configuration, region, role_arn: role.roleArn },
        secretConfiguration: user.key.secretConfiguration,
      },
      dependencies: [...role.dependencies, assume],
    };
  }
}
