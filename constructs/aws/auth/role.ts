import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { policyText, trustPolicyText, type PolicyStatement, type TrustedPrincipal } from '../policy';

/** What a role is made from. */
export interface RoleProps {
  /** Unique in the account, 64 characters at most. */
  readonly roleName: string;
  readonly description: string;
  readonly trusted: TrustedPrincipal;
  /** All that the role may do, given its own ARN. */
  readonly statements: (roleArn: string) => readonly PolicyStatement[];
  readonly tags: Readonly<Record<string, string>>;
}

/** An IAM role with one inline policy. */
export class Role extends Construct {
  readonly roleName: string;
  readonly roleArn: string;
  /** What must exist before the role can be used. */
  readonly dependencies: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, { roleName, description, trusted, statements, tags }: RoleProps) {
    super(scope, id);
    const resource = new IamRole(this, 'Resource', {
      name: roleName,
      description,
      assumeRolePolicy: trustPolicyText(trusted),
      tags: { ...tags },
    });
    const policy = new IamRolePolicy(this, 'policy', {
      name: 'access',
      role: resource.name,
      policy: policyText(statements(resource.arn)),
    });
    this.roleName = resource.name;
    this.roleArn = resource.arn;
    this.dependencies = [policy];
  }
}
