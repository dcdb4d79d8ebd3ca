import type { IConstruct } from 'constructs';
import { addNamesakeCheck } from '../namesakes';

/** Has synth refuse a base stack whose resources would have the names of another one's in the app. */
export function addUniquePrefixCheck(
  base: IConstruct,
  { projectId, prefix }: { projectId: string; prefix: string },
): void {
  addNamesakeCheck(
    base,
    `google/${projectId}/${prefix}`,
    ([other]) =>
      `its resources are named "${prefix}" like those of ${other?.node.path}, in the same project: give one of them a nameSeed, or another region or environment`,
  );
}
