import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { ZenmlProvider } from '../src/bindings/provider';
import { addNamesakeCheck } from './namesakes';

/**
 * Has synth refuse a ZenML stack whose name another one of the app has on the same server. Providers without an address
 * have it from the environment, and so count as one server.
 */
export function addUniqueNameCheck(stack: IConstruct, name: string): void {
  addNamesakeCheck(stack, `zenml-stack/${name}`, (others) => {
    const other = others.find((candidate) => serverOf(candidate) === serverOf(stack));
    return (
      other &&
      `the stack is named "${name}" like ${other.node.path}, and names are unique on a ZenML server: give one of them another ` +
        'stackName, or, where they go to different servers, give each ZenmlProvider its serverUrl'
    );
  });
}

function serverOf(construct: IConstruct): string | undefined {
  const provider = TerraformStack.of(construct).node.children.find((child) => child instanceof ZenmlProvider);
  return provider?.serverUrl;
}
