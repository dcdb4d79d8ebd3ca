import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { ZenmlProvider } from '../src/bindings/provider';

const namesakes = new WeakMap<IConstruct, Map<string, IConstruct[]>>();

/**
 * Has synth refuse a ZenML stack whose name another one of the app has on the same server. Providers without an address
 * have it from the environment, and so count as one server.
 */
export function addUniqueNameCheck(stack: IConstruct, name: string): void {
  const ofApp = namesakes.get(stack.node.root) ?? new Map<string, IConstruct[]>();
  namesakes.set(stack.node.root, ofApp);
  const found = ofApp.get(name);
  if (found) found.push(stack);
  else ofApp.set(name, [stack]);
  stack.node.addValidation({
    validate: () => {
      const [other] = (ofApp.get(name) ?? []).filter(
        (candidate) => candidate !== stack && serverOf(candidate) === serverOf(stack),
      );
      return other ? [refusal(name, other)] : [];
    },
  });
}

function refusal(name: string, other: IConstruct): string {
  return (
    `the stack is named "${name}" like ${other.node.path}, and names are unique on a ZenML server: give one of them another ` +
    'stackName, or, where they go to different servers, give each ZenmlProvider its serverUrl'
  );
}

function serverOf(construct: IConstruct): string | undefined {
  const provider = TerraformStack.of(construct).node.children.find((child) => child instanceof ZenmlProvider);
  return provider?.serverUrl;
}
