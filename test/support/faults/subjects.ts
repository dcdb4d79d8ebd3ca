import { SINGLE_SUBJECTS } from './single-subjects';
import type { Subject } from './subject';
import { SUBJECTS_IN_USE } from './subjects-in-use';

/** Every resource of the provider, alone and with others that refer to it. */
export const SUBJECTS: readonly Subject[] = [...SINGLE_SUBJECTS, ...SUBJECTS_IN_USE];
