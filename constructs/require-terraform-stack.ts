import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';

/** @throws where a construct is in no Terraform stack, straight under the app: nothing could be deployed there */
export function requireTerraformStack(construct: IConstruct): void {
  const isInStack = construct.node.scopes.some((scope) => TerraformStack.isStack(scope));
  if (!isInStack) {
    throw new Error(
      `${construct.node.path} is in no Terraform stack; expected it in one, which has the providers and the state: make it in the constructor of a class that extends TerraformStack, with \`this\` as its scope`,
    );
  }
}
