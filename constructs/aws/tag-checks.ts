import type { Check } from '../checks';
import { isKnown } from '../known-value';

/** AWS takes no more tags on one thing. */
const TAGS = 50;
const KEY_LENGTH = 128;
const VALUE_LENGTH = 256;

/** What AWS takes in keys and values, on every service: letters, digits, spaces and `_ . : / = + - @`. */
const TAKEN = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
const ALPHABET = 'letters, digits, spaces and _ . : / = + - @';

/** That AWS takes the tags of an environment. */
export function tagChecks(tags: Readonly<Record<string, string>>): readonly Check[] {
  const entries = Object.entries(tags);
  return [
    {
      holds: entries.length <= TAGS,
      message: `there are ${entries.length} tags; AWS takes ${TAGS} at most: take some out of tags`,
    },
    ...entries.flatMap(([key, value]) => [
      {
        holds: TAKEN.test(key) && key.length >= 1 && key.length <= KEY_LENGTH && !/^aws:/i.test(key),
        message: `the key of the tag "${key}" is none that AWS takes; expected 1 to ${KEY_LENGTH} ${ALPHABET}, not beginning with "aws:": rename it`,
      },
      {
        holds: !isKnown(value) || (TAKEN.test(value) && value.length <= VALUE_LENGTH),
        message: `the tag ${key} is "${value}"; AWS takes ${VALUE_LENGTH} ${ALPHABET} at most: change it`,
      },
    ]),
  ];
}
