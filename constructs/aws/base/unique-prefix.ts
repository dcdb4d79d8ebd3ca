import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { addNamesakeCheck } from '../../namesakes';
import type { AwsBaseStackProps } from './aws-base-stack-props';

/** Has synth refuse a base stack that would give its AWS resources the names of those of another one in its Terraform stack. */
export function addUniquePrefixCheck(base: IConstruct, props: AwsBaseStackProps): void {
  const { environment, region, accountId, provider, nameSeed } = props;
  const place = [TerraformStack.of(base).node.path, environment.name, region, nameSeed, accountId, provider?.node.path];
  addNamesakeCheck(
    base,
    `aws/${JSON.stringify(place)}`,
    ([other]) =>
      `its AWS resources would have the names of those of ${other?.node.path}, since both are of environment "${environment.name}" in ${region}: give one of them a nameSeed, such as "${base.node.id}"`,
  );
}
