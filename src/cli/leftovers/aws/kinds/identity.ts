import {
  DeleteAccessKeyCommand,
  DeleteInstanceProfileCommand,
  DeleteLoginProfileCommand,
  DeletePolicyCommand,
  DeletePolicyVersionCommand,
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  DeleteUserCommand,
  DeleteUserPolicyCommand,
  DetachGroupPolicyCommand,
  DetachRolePolicyCommand,
  DetachUserPolicyCommand,
  GetInstanceProfileCommand,
  GetLoginProfileCommand,
  IAMClient,
  ListAccessKeysCommand,
  ListAttachedRolePoliciesCommand,
  ListAttachedUserPoliciesCommand,
  ListEntitiesForPolicyCommand,
  ListGroupsForUserCommand,
  ListInstanceProfilesForRoleCommand,
  ListPolicyVersionsCommand,
  ListRolePoliciesCommand,
  ListUserPoliciesCommand,
  RemoveRoleFromInstanceProfileCommand,
  RemoveUserFromGroupCommand,
} from '@aws-sdk/client-iam';
import { isNotFound, type Removal } from '../../leftover';
import type { AwsClients } from '../aws-clients';
import type { AwsKind } from '../aws-kind';

/** Who may do what. AWS deletes none of them before all that hangs on it is gone. */
export const IDENTITY: readonly AwsKind[] = [
  {
    kind: 'instance profile',
    pattern: /^iam:instance-profile\/(?:.*\/)?([^/]+)$/,
    removals: async (aws, { name }) => {
      const iam = aws.of(IAMClient);
      const input = { InstanceProfileName: name };
      const { InstanceProfile } = await iam.send(new GetInstanceProfileCommand(input));
      return [
        ...(InstanceProfile?.Roles ?? []).map(({ RoleName }) => outOfProfile(aws, name, RoleName)),
        aws.removal('iam delete-instance-profile', input, () => iam.send(new DeleteInstanceProfileCommand(input))),
      ];
    },
  },
  { kind: 'IAM role', pattern: /^iam:role\/(?:.*\/)?([^/]+)$/, removals: (aws, { name }) => roleRemovals(aws, name) },
  { kind: 'IAM user', pattern: /^iam:user\/(?:.*\/)?([^/]+)$/, removals: (aws, { name }) => userRemovals(aws, name) },
  {
    kind: 'IAM policy',
    pattern: /^iam:policy\/(?:.*\/)?([^/]+)$/,
    removals: (aws, { arn }) => policyRemovals(aws, arn),
  },
];

async function roleRemovals(aws: AwsClients, name: string): Promise<readonly Removal[]> {
  const iam = aws.of(IAMClient);
  const role = { RoleName: name };
  const [{ InstanceProfiles = [] }, { AttachedPolicies = [] }, { PolicyNames = [] }] = await Promise.all([
    iam.send(new ListInstanceProfilesForRoleCommand(role)),
    iam.send(new ListAttachedRolePoliciesCommand(role)),
    iam.send(new ListRolePoliciesCommand(role)),
  ]);
  return [
    ...InstanceProfiles.map(({ InstanceProfileName }) => outOfProfile(aws, InstanceProfileName, name)),
    ...AttachedPolicies.map(({ PolicyArn }) => fromRole(aws, name, PolicyArn)),
    ...PolicyNames.map((PolicyName) =>
      aws.removal('iam delete-role-policy', { ...role, PolicyName }, (input) =>
        iam.send(new DeleteRolePolicyCommand(input)),
      ),
    ),
    aws.removal('iam delete-role', role, (input) => iam.send(new DeleteRoleCommand(input))),
  ];
}

async function userRemovals(aws: AwsClients, name: string): Promise<readonly Removal[]> {
  const iam = aws.of(IAMClient);
  const user = { UserName: name };
  const [keys, attached, inline, groups, hasPassword] = await Promise.all([
    iam.send(new ListAccessKeysCommand(user)),
    iam.send(new ListAttachedUserPoliciesCommand(user)),
    iam.send(new ListUserPoliciesCommand(user)),
    iam.send(new ListGroupsForUserCommand(user)),
    exists(iam.send(new GetLoginProfileCommand(user))),
  ]);
  return [
    ...(keys.AccessKeyMetadata ?? []).map(({ AccessKeyId = '' }) =>
      aws.removal('iam delete-access-key', { ...user, AccessKeyId }, (input) =>
        iam.send(new DeleteAccessKeyCommand(input)),
      ),
    ),
    ...(attached.AttachedPolicies ?? []).map(({ PolicyArn }) => fromUser(aws, name, PolicyArn)),
    ...(inline.PolicyNames ?? []).map((PolicyName) =>
      aws.removal('iam delete-user-policy', { ...user, PolicyName }, (input) =>
        iam.send(new DeleteUserPolicyCommand(input)),
      ),
    ),
    ...(groups.Groups ?? []).map(({ GroupName = '' }) =>
      aws.removal('iam remove-user-from-group', { ...user, GroupName }, (input) =>
        iam.send(new RemoveUserFromGroupCommand(input)),
      ),
    ),
    ...(hasPassword
      ? [aws.removal('iam delete-login-profile', user, (input) => iam.send(new DeleteLoginProfileCommand(input)))]
      : []),
    aws.removal('iam delete-user', user, (input) => iam.send(new DeleteUserCommand(input))),
  ];
}

async function policyRemovals(aws: AwsClients, arn: string): Promise<readonly Removal[]> {
  const iam = aws.of(IAMClient);
  const policy = { PolicyArn: arn };
  const [{ PolicyRoles = [], PolicyUsers = [], PolicyGroups = [] }, { Versions = [] }] = await Promise.all([
    iam.send(new ListEntitiesForPolicyCommand(policy)),
    iam.send(new ListPolicyVersionsCommand(policy)),
  ]);
  return [
    ...PolicyRoles.map(({ RoleName }) => fromRole(aws, RoleName, arn)),
    ...PolicyUsers.map(({ UserName }) => fromUser(aws, UserName, arn)),
    ...PolicyGroups.map(({ GroupName = '' }) =>
      aws.removal('iam detach-group-policy', { GroupName, ...policy }, (input) =>
        iam.send(new DetachGroupPolicyCommand(input)),
      ),
    ),
    ...Versions.filter(({ IsDefaultVersion }) => IsDefaultVersion !== true).map(({ VersionId = '' }) =>
      aws.removal('iam delete-policy-version', { ...policy, VersionId }, (input) =>
        iam.send(new DeletePolicyVersionCommand(input)),
      ),
    ),
    aws.removal('iam delete-policy', policy, (input) => iam.send(new DeletePolicyCommand(input))),
  ];
}

function outOfProfile(aws: AwsClients, InstanceProfileName = '', RoleName = ''): Removal {
  return aws.removal('iam remove-role-from-instance-profile', { InstanceProfileName, RoleName }, (input) =>
    aws.of(IAMClient).send(new RemoveRoleFromInstanceProfileCommand(input)),
  );
}

function fromRole(aws: AwsClients, RoleName = '', PolicyArn = ''): Removal {
  return aws.removal('iam detach-role-policy', { RoleName, PolicyArn }, (input) =>
    aws.of(IAMClient).send(new DetachRolePolicyCommand(input)),
  );
}

function fromUser(aws: AwsClients, UserName = '', PolicyArn = ''): Removal {
  return aws.removal('iam detach-user-policy', { UserName, PolicyArn }, (input) =>
    aws.of(IAMClient).send(new DetachUserPolicyCommand(input)),
  );
}

async function exists(request: Promise<unknown>): Promise<boolean> {
  try {
    await request;
    return true;
  } catch (error) {
    if (isNotFound(error)) return false;
    throw error;
  }
}
