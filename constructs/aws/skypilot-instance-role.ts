import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { IamInstanceProfile } from '@cdktf/provider-aws/lib/iam-instance-profile';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { useProvider } from '../use-provider';
import { Role } from './auth/role';
import { SKYPILOT_INSTANCE_ROLE, skypilotInstanceGrants } from './grants/skypilot-grants';
import { partOf } from './part-of';

/** What the role of SkyPilot's machines is made from. */
export interface SkypilotInstanceRoleProps {
  /**
   * An AWS provider with an alias, for another account.
   * @default the AWS provider without an alias
   */
  readonly provider?: TerraformProvider;
  /**
   * On the role and the instance profile.
   * @default none
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * The role and the instance profile `skypilot-v1`, which SkyPilot gives every machine that it makes in an account: a machine may end
 * itself and others that SkyPilot made. There is one for the account, so make it in one place, and not in each environment.
 */
export class SkypilotInstanceRole extends Construct {
  readonly roleName: string;
  readonly roleArn: string;

  constructor(scope: Construct, id: string, { provider, tags = {} }: SkypilotInstanceRoleProps = {}) {
    super(scope, id);
    if (provider) useProvider(this, 'aws', provider);
    const { accountId, arn } = new DataAwsCallerIdentity(this, 'account', {});
    // Machines may be in any region, and the role is for all.
    const cloud = { partition: partOf(arn, ':', 1), region: '*', accountId };
    const role = new Role(this, 'role', {
      roleName: SKYPILOT_INSTANCE_ROLE,
      description: 'What the machines of SkyPilot may do',
      trusted: { kind: 'Service', identifiers: ['ec2.amazonaws.com'] },
      statements: () => skypilotInstanceGrants(cloud),
      tags,
    });
    new IamInstanceProfile(this, 'Resource', { name: SKYPILOT_INSTANCE_ROLE, role: role.roleName, tags: { ...tags } });
    this.roleName = role.roleName;
    this.roleArn = role.roleArn;
  }
}
