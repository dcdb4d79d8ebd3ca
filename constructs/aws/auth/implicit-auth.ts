import type { Construct } from 'constructs';
import type { AwsAuthPattern, AwsIdentity, AwsIdentityRequest } from './aws-auth-pattern';
import { Role } from './role';

/** What the keyless pattern takes. */
export interface ImplicitAuthOptions {
  /**
   * ARN of the role or user that the ZenML server runs as: only it may assume the role.
   * @default any identity of the account whose own policies allow it to assume the role
   */
  readonly serverPrincipalArn?: string;
}

/** A role with the permissions, which the ZenML server assumes as what it runs as. No key exists. */
export class ImplicitAuth implements AwsAuthPattern {
  readonly label = 'AwsAuth.implicit()';
  readonly credential = 'none';
  readonly needsImplicitAuth = true;
  readonly makesKey = false;

  constructor(private readonly options: ImplicitAuthOptions = {}) {}

  provision(scope: Construct, request: AwsIdentityRequest): AwsIdentity {
    const { resourcePrefix, accountId, region, statements, tags } = request;
    const role = new Role(scope, 'role', {
      roleName: resourcePrefix,
      description: 'What ZenML pipelines may do; assumed by the ZenML server',
      trusted: { kind: 'AWS', identifiers: [this.options.serverPrincipalArn ?? accountId] },
      statements: () => statements,
      tags,
    });
    return {
      identityName: role.roleName,
      identityArn: role.roleArn,
      auth: { connectorType: 'aws', authMethod: 'implicit', configuration: { region, role_arn: role.roleArn } },
      dependencies: role.dependencies,
    };
  }
}
