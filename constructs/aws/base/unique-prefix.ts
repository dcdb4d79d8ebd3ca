import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import type { Check } from '../../checks';
import type { AwsBaseStackProps } from './aws-base-stack-props';

const made = new WeakMap<TerraformStack, Map<string, IConstruct>>();

/** That no other base stack of the Terraform stack would give its AWS resources the same names. Call it once for each. */
export function uniquePrefixCheck(base: IConstruct, props: AwsBaseStackProps): Check {
  const { environment, region, accountId, provider, nameSeed } = props;
  const stack = TerraformStack.of(base);
  const ofStack = made.get(stack) ?? new Map<string, IConstruct>();
  made.set(stack, ofStack);
  const key = JSON.stringify([environment.name, region, nameSeed, accountId, provider?.node.path]);
  const other = ofStack.get(key);
  if (other === undefined) ofStack.set(key, base);
  return {
    holds: other === undefined,
    message: `its AWS resources would have the names of those of ${other?.node.path}, since both are of environment "${environment.name}" in ${region}: give one of them a nameSeed, such as "${base.node.id}"`,
  };
}
