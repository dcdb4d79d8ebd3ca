import type { IConstruct } from 'constructs';

const namesByApp = new WeakMap<IConstruct, Map<string, IConstruct[]>>();

/**
 * Notes that a construct has a name that should be its own, and has synth refuse it where others of the app have it too.
 * @param name with the kind of thing that it names: `zenml-stack/dev-base-stack`
 * @param refusal the message for the others that have it; undefined where they do not matter
 */
export function addNamesakeCheck(
  construct: IConstruct,
  name: string,
  refusal: (others: readonly IConstruct[]) => string | undefined,
): void {
  const { node } = construct;
  const ofApp = namesByApp.get(node.root) ?? new Map<string, IConstruct[]>();
  namesByApp.set(node.root, ofApp);
  const bearers = ofApp.get(name) ?? [];
  ofApp.set(name, bearers);
  bearers.push(construct);
  node.addValidation({
    validate: () => {
      const others = bearers.filter((bearer) => bearer !== construct);
      const message = others.length > 0 ? refusal(others) : undefined;
      return message === undefined ? [] : [message];
    },
  });
}
