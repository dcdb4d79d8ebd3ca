import { createHash, randomBytes } from 'node:crypto';

/** Label of what was to be deleted while something could not do without it: the name it had. */
export const RETIRED_LABEL = 'cdktf-zenml-retired';

const LONGEST_NAME = 255;

/** `kube-retired-1a2b3c4d`: the name of what is to be deleted. Nothing else has it, and it says what it is of. */
export function nameForRetired(name: string): string {
  return nameBeside(name, 'retired', randomBytes(4).toString('hex'));
}

/**
 * `kube-new-1a2b3c4d`: the name of what replaces a component and waits for its name. It is the same in every run, so that a run
 * finds what an earlier one made and never heard of.
 */
export function nameForWaiting(name: string, holderId: string, flavor: string): string {
  const digest = createHash('sha256').update(`${holderId} ${flavor}`).digest('hex');
  return nameBeside(name, 'new', digest.slice(0, 8));
}

function nameBeside(name: string, word: string, digits: string): string {
  const ending = `-${word}-${digits}`;
  return `${name.slice(0, LONGEST_NAME - ending.length)}${ending}`;
}
