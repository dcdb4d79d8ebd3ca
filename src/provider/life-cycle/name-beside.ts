import { randomBytes } from 'node:crypto';

/** Label of what was to be deleted while something could not do without it: the name it had. */
export const RETIRED_LABEL = 'cdktf-zenml-retired';

const LONGEST_NAME = 255;

/** `kube-retired-1a2b3c4d`: a name that nothing else has, and that says what it is of. */
export function nameBeside(name: string, word: 'retired' | 'new'): string {
  const ending = `-${word}-${randomBytes(4).toString('hex')}`;
  return `${name.slice(0, LONGEST_NAME - ending.length)}${ending}`;
}
