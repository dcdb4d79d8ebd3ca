import {
  boolAttribute,
  leaveAloneWhenUnset,
  listAttribute,
  mapAttribute,
  numberAttribute,
  setAttribute,
  singleNestedAttribute,
  stringAttribute,
  useStateForUnknown,
} from '../../framework';
import { duration } from '../attributes/duration';
import { keptUnlessServerSideChange } from '../attributes/phantom-change';
import { countUpTo, LARGEST_NUMBER, noNullValues, textOfAtMost, uuid, uuidItems } from './validators';

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
    computed: true,
    default: null,
    validators: [noNullValues],
  });
}

/** `environment` of a resource. Left out, what the object has is left alone. */
export function environmentAttribute(object: string) {
  return mapAttribute('string', {
    description:
      `Environment variables for what runs on the ${object}: name to value. They are no place for secrets: use \`secrets\`. ` +
      `Left out: what the ${object} has stays as it is; \`{}\`: none. Changed in place. Needs ZenML 0.90.`,
    optional: true,
    computed: true,
    validators: [noNullValues],
    planModifiers: [leaveAloneWhenUnset],
  });
}

/** `secrets` of a resource. Left out, what the object has is left alone. */
export function secretsAttribute(object: string) {
  return setAttribute('string', {
    description:
      `The ids of secrets whose keys and values become environment variables for what runs on the ${object}, such as ` +
      `\`[zenml_secret.tracking.id]\`. Left out: what the ${object} has stays as it is; \`[]\`: none. Changed in place. Needs ZenML 0.90.`,
    optional: true,
    computed: true,
    validators: [uuidItems],
    planModifiers: [leaveAloneWhenUnset],
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
    validators: [uuid],
  });
}

/** `name` of a data source that finds its object by id or by name. */
export function lookupNameAttribute(object: string) {
  return stringAttribute({
    description: `Name of the ${object} to look up. Give either this or \`id\`.`,
    optional: true,
    computed: true,
  });
}

/** What narrows down a data source that lists objects: `stacks`. Everything that is given must hold. */
export function listFilters(objects: string) {
  const narrowing = (description: string) => stringAttribute({ description, optional: true });
  return {
    name: narrowing(`${capitalized(objects)} with exactly this name alone.`),
    name_prefix: narrowing(`${capitalized(objects)} alone whose name begins with this; upper and lower case differ.`),
    name_contains: narrowing(`${capitalized(objects)} alone whose name holds this; upper and lower case differ.`),
    labels: mapAttribute('string', {
      description: `${capitalized(objects)} alone that have all of these labels, with these values.`,
      optional: true,
      validators: [noNullValues],
    }),
    user_id: stringAttribute({
      description: `${capitalized(objects)} of the user or service account with this id (UUID) alone.`,
      optional: true,
      validators: [uuid],
    }),
    ids: readTexts(`The ids of the ${objects}, in the order of the items.`),
    names: readTexts(`The names of the ${objects}, in the order of the items.`),
  };
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `user_id` of a data source. */
export function readOwner(object: string) {
  return readText(`The id (UUID) of the user or service account that created the ${object}; null where that is gone.`);
}

/** `created` of a data source. */
export function readCreated(object: string) {
  return readText(`When the ${object} was created, as the server writes it: ISO 8601, UTC, without a time zone.`);
}

/** `updated` of a data source. */
export function readUpdated(object: string) {
  return readText(`When the ${object} was last changed, as the server writes it: ISO 8601, UTC, without a time zone.`);
}

/** An attribute of a data source that the server fills in. */
export function readText(description: string) {
  return stringAttribute({ description, computed: true });
}

/** A yes or no of a data source that the server fills in. */
export function readFlag(description: string) {
  return boolAttribute({ description, computed: true });
}

/** A list of texts of a data source that the server fills in. */
export function readTexts(description: string) {
  return listAttribute('string', { description, computed: true });
}

/** A map attribute of a data source that the server fills in. */
export function readMap(description: string) {
  return mapAttribute('string', { description, computed: true });
}

/** `configuration_wo`, `values_wo`: the secret part of another map, which never reaches plan or state. */
export function writeOnlyMapAttribute(name: string, object: string) {
  return mapAttribute('string', {
    description:
      `More of \`${name}\` of the ${object}, which Terraform keeps nowhere: for secrets, by their keys. Needs Terraform 1.11 and ` +
      `\`${name}_wo_version\`, whose change alone sends new values. A key is given either here or in \`${name}\`.`,
    optional: true,
    sensitive: true,
    writeOnly: true,
    validators: [noNullValues],
  });
}

/** `configuration_wo_version`, `values_wo_version`: says when a write-only map is sent again. */
export function writeOnlyVersionAttribute(name: string) {
  return numberAttribute({
    description: `Version of \`${name}\`: raise it whenever that changes, since Terraform cannot see it. Changed in place.`,
    optional: true,
    validators: [countUpTo(LARGEST_NUMBER)],
  });
}
