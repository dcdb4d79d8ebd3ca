import type { ResourcePolicyStatement } from '../policy';
import { iamArn, type CloudScope } from './cloud-scope';

/** What terraform and administrators do with a key. None of it decrypts anything. */
const ADMINISTRATION = [
  'kms:CancelKeyDeletion',
  'kms:CreateAlias',
  'kms:DeleteAlias',
  'kms:DescribeKey',
  'kms:DisableKey',
  'kms:DisableKeyRotation',
  'kms:EnableKey',
  'kms:EnableKeyRotation',
  'kms:GetKeyPolicy',
  'kms:GetKeyRotationStatus',
  'kms:ListGrants',
  'kms:ListKeyPolicies',
  'kms:ListResourceTags',
  'kms:PutKeyPolicy',
  'kms:RevokeGrant',
  'kms:ScheduleKeyDeletion',
  'kms:TagResource',
  'kms:UntagResource',
  'kms:UpdateAlias',
  'kms:UpdateKeyDescription',
];

const USE = [
  'kms:Decrypt',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];

/**
 * What the policy of a key allows the account, whose IAM decides for whom. A key without its account in the policy could never be
 * changed again.
 */
export function keyPolicy(scope: CloudScope): readonly ResourcePolicyStatement[] {
  const service = (name: string) => `${name}.${scope.region}.amazonaws.com`;
  const allow = {
    effect: 'Allow',
    principal: { kind: 'AWS', identifiers: [iamArn(scope, 'root')] },
    resources: ['*'],
    why: 'In the policy of a key, that is the key itself.',
  } as const;
  return [
    { ...allow, sid: 'Administration', actions: ADMINISTRATION },
    {
      ...allow,
      sid: 'UseThroughServices',
      actions: USE,
      conditions: { StringEquals: { 'kms:ViaService': [service('s3'), service('ecr')] } },
    },
    {
      ...allow,
      // ECR works with grants, which it makes with the permissions of whoever makes the repository.
      sid: 'GrantsOfTheRegistry',
      actions: ['kms:CreateGrant'],
      conditions: {
        StringEquals: { 'kms:ViaService': [service('ecr')] },
        Bool: { 'kms:GrantIsForAWSResource': 'true' },
      },
    },
  ];
}
