import type { IConstruct } from 'constructs';

const namesakes = new WeakMap<IConstruct, Map<string, IConstruct[]>>();

/** Has synth refuse a base stack whose resources would have the names of another one's in the app. */
export function addUniquePrefixCheck(
  base: IConstruct,
  { projectId, prefix }: { projectId: string; prefix: string },
): void {
  const ofApp = namesakes.get(base.node.root) ?? new Map<string, IConstruct[]>();
  namesakes.set(base.node.root, ofApp);
  const key = `${projectId}/${prefix}`;
  const sharing = ofApp.get(key) ?? [];
  ofApp.set(key, sharing);
  sharing.push(base);
  base.node.addValidation({
    validate: () => {
      const other = sharing.find((candidate) => candidate !== base);
      return other
        ? [
            `its resources are named "${prefix}" like those of ${other.node.path}, in the same project: give one of them a nameSeed, or another region or environment`,
          ]
        : [];
    },
  });
}
