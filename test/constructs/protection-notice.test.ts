import { TerraformStack, Testing } from 'cdktf';
import { addProtectionNotice } from '../../constructs/protection-notice';
import type { Environment } from '../../constructs';

function noticesOf(environment: Environment): readonly unknown[] {
  const stack = new TerraformStack(Testing.app(), 'prod');
  addProtectionNotice(stack, environment);
  return stack.node.metadata.filter(({ type }) => type === '@cdktf/info').map(({ data }) => data as unknown);
}

test('a strict environment says how it is given up', () => {
  expect(noticesOf({ name: 'prod', complianceMode: 'strict' })).toEqual([
    expect.stringMatching(/^environment "prod" is strict: .*exceptions: \{ 'prevent-destroy': '<reason>' \}/),
  ]);
});

test('one that may be destroyed says nothing', () => {
  expect(noticesOf({ name: 'dev' })).toEqual([]);
  const exceptions = { 'prevent-destroy': 'given up, OPS-512' };
  expect(noticesOf({ name: 'prod', complianceMode: 'strict', exceptions })).toEqual([]);
});
