import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { policyText, trustPolicyText, type PolicyStatement, type TrustedPrincipal } from '../policy';

/** What is needed of an IAM role. `IamRole` and `DataAwsIamRole` of the AWS bindings have it. */
export interface IRole {
  readonly name: string;
  readonly arn: string;
}

/** What a role is made from. */
export interface RoleProps {
  /** Unique in the account, 64 characters at most. */
  readonly roleName: string;
  readonly description: string;
  readonly trusted: TrustedPrincipal;
  /** All that the role may do, given its own ARN. */
  readonly statements: (roleArn: string) => readonly PolicyStatement[];
  /**
   * How long whoever assumes it may stay, in seconds: 3,600 to 43,200.
   * @default 3600
   */
  readonly maxSessionSeconds?: number;
  readonly tags: Readonly<Record<string, string>>;
}

/** An IAM role with one inline policy. */
export class Role extends Construct {
  readonly roleName: string;
  readonly roleArn: string;
  /** What must exist before the role can be used. */
  readonly dependencies: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: RoleProps) {
    super(scope, id);
    const { roleName, description, trusted, statements, maxSessionSeconds, tags } = props;
    const resource = new IamRole(this, 'Resource', {
      name: roleName,
      description,
      assumeRolePolicy: trustPolicyText(trusted),
      maxSessionDuration: maxSessionSeconds,
      tags: { ...tags },
    });
    this.roleName = resource.name;
    this.roleArn = resource.arn;
    const policy = new IamRolePolicy(this, 'policy', {
      name: 'access',
      role: this.roleName,
      policy: policyText(statements(this.roleArn)),
    });
    this.dependencies = [policy];
  }
}

/** A role and what it may do. */
export type ProvidedRole = Pick<Role, 'roleName' | 'roleArn' | 'dependencies'>;

/** The role `role` in the scope: a new one, or one that exists, which then gets the permissions as one more inline policy. */
export function provideRole(scope: Construct, existing: IRole | undefined, props: RoleProps): ProvidedRole {
  if (existing === undefined) return new Role(scope, 'role', props);
  const dependencies = [allowRole(scope, existing.name, props.roleName, props.statements(existing.arn))];
  return { roleName: existing.name, roleArn: existing.arn, dependencies };
}

/** Lets a role that exists do what the statements say, besides what it may. @returns what must exist before it can */
export function allowRole(
  scope: Construct,
  roleName: string,
  policyName: string,
  statements: readonly PolicyStatement[],
): ITerraformDependable {
  return new IamRolePolicy(scope, 'role-policy', { name: policyName, role: roleName, policy: policyText(statements) });
}
