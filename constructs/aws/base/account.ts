import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import type { Construct } from 'constructs';
import { expectRegion } from '../expect-region';
import type { AwsBaseStackProps } from './aws-base-stack-props';

/** Looks up the account of the AWS provider, and has the plan fail where provider and stack are for different places. */
export function lookUpAccount(
  scope: Construct,
  {
    environment,
    accountId = environment.accountId,
    region,
  }: Pick<AwsBaseStackProps, 'accountId' | 'environment' | 'region'>,
): DataAwsCallerIdentity {
  expectRegion(scope, region);
  return new DataAwsCallerIdentity(scope, 'account', {
    lifecycle:
      accountId === undefined
        ? undefined
        : {
            postcondition: [
              {
                condition: `\${self.account_id == "${accountId}"}`,
                errorMessage: `The credentials of the AWS provider are of the account \${self.account_id}, and ${scope.node.path} is for ${accountId}: use credentials of that account, or give the base stack a provider that has them.`,
              },
            ],
          },
  });
}
