import { mapAttribute, singleNestedAttribute, stringAttribute, useStateForUnknown } from '../../framework';
import { duration } from '../duration';
import { keptUnlessServerSideChange } from '../phantom-change';
import { noNullValues, textOfAtMost } from './validators';

const LONGEST_NAME = 255;

/** `id` of a resource. */
export function idAttribute(object: string) {
  return stringAttribute({
    description: `The id (UUID) that the server gave the ${object}. It never changes.`,
    computed: true,
    planModifiers: [useStateForUnknown],
  });
}

/** `name` of a resource, which the server wants to be unique within `scope`. */
export function nameAttribute(object: string, scope = 'on the server') {
  return stringAttribute({
    description: `Name of the ${object}, unique ${scope}, 1 to ${LONGEST_NAME} characters. Changed in place.`,
    required: true,
    validators: [textOfAtMost(LONGEST_NAME)],
  });
}

/** `labels` of a resource. */
export function labelsAttribute(object: string) {
  return mapAttribute('string', {
    description: `Labels of the ${object}: free keys and values to find it by. Changed in place; a label left out is removed.`,
    optional: true,
    validators: [noNullValues],
  });
}

/** `created` of a resource. */
export function createdAttribute(object: string) {
  return stringAttribute({
    description: `When the ${object} was created, as the server writes it: ISO 8601, UTC, without a time zone.`,
    computed: true,
    planModifiers: [useStateForUnknown],
  });
}

/** `updated` of a resource. */
export function updatedAttribute(object: string) {
  return stringAttribute({
    description: `When the ${object} was last changed, as the server writes it: ISO 8601, UTC, without a time zone.`,
    computed: true,
    planModifiers: [keptUnlessServerSideChange],
  });
}

/** `timeouts` of a resource. */
export function timeoutsAttribute(object: string) {
  const limit = (doing: string) =>
    stringAttribute({
      description:
        `How long ${doing} the ${object} may take in all, with every repetition of its requests: \`30s\`, \`5m\`, \`1h30m\`. ` +
        'Default: `5m`.',
      optional: true,
      validators: [duration],
    });
  return singleNestedAttribute(
    { create: limit('creating'), update: limit('changing'), delete: limit('deleting') },
    { description: 'How long operations may take. A change of it alone asks nothing of the server.', optional: true },
  );
}

/** `id` of a data source that finds its object by id or otherwise. */
export function lookupIdAttribute(object: string, otherwise: string) {
  return stringAttribute({
    description: `The id (UUID) of the ${object} to look up. Give either this or ${otherwise}.`,
    optional: true,
    computed: true,
  });
}

/** An attribute of a data source that the server fills in. */
export function readText(description: string) {
  return stringAttribute({ description, computed: true });
}

/** A map attribute of a data source that the server fills in. */
export function readMap(description: string) {
  return mapAttribute('string', { description, computed: true });
}
