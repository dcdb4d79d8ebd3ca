import {
  leaveAloneWhenUnset,
  listNestedAttribute,
  mapAttribute,
  mapOfListsAttribute,
  stringAttribute,
  type ModelOf,
  type Schema,
} from '../../framework';
import {
  createdAttribute,
  environmentAttribute,
  idAttribute,
  labelsAttribute,
  lookupIdAttribute,
  nameAttribute,
  readMap,
  readText,
  readTexts,
  secretsAttribute,
  timeoutsAttribute,
} from './common-attributes';
import { atMost, noNullValues, uuidLists, uuidValues } from './validators';

const attributes = {
  id: idAttribute('stack'),
  name: nameAttribute('stack'),
  components: mapAttribute('string', {
    description:
      'The components of the stack: component type to component id, such as `{ artifact_store = zenml_stack_component.bucket.id }`. ' +
      'An `artifact_store` and an `orchestrator` are needed. Of several components of a type this is the default one; the others are ' +
      'in `additional_components`. Changed in place.',
    required: true,
    validators: [noNullValues, uuidValues],
  }),
  additional_components: mapOfListsAttribute('string', {
    description:
      'Further components of types that `components` has already: component type to component ids, such as ' +
      '`{ alerter = [zenml_stack_component.discord.id] }`. ZenML 0.98 takes several of `alerter`, `experiment_tracker`, `sandbox` and ' +
      '`step_operator`, of other types one; servers before 0.94.4 take one of each type. They are sent in this order, but a server keeps ' +
      'no order among them, so another order is no drift. Left out: what others added stays as it is; `{}`: none. Changed in place.',
    optional: true,
    computed: true,
    validators: [noNullValues, uuidLists],
    planModifiers: [leaveAloneWhenUnset],
  }),
  description: stringAttribute({
    description: 'What the stack is for. Left out: what it has stays as it is; `""`: none. Changed in place.',
    optional: true,
    computed: true,
    validators: [atMost(255)],
    planModifiers: [leaveAloneWhenUnset],
  }),
  environment: environmentAttribute('stack'),
  secrets: secretsAttribute('stack'),
  labels: labelsAttribute('stack'),
  timeouts: timeoutsAttribute('stack'),
};

/** State of `zenml_stack`. */
export type StackModel = ModelOf<typeof attributes>;

export const stackSchema: Schema = {
  version: 0,
  description:
    'A ZenML stack: the set of components that pipelines run on. Every attribute is changed in place. ' +
    'Deleting a stack leaves its components where they are.\n\nImport by id or by name: `terraform import zenml_stack.example <uuid or name>`.',
  attributes,
};

const lookupAttributes = {
  id: lookupIdAttribute('stack', '`name`'),
  name: stringAttribute({
    description: 'Name of the stack to look up. Give either this or `id`.',
    optional: true,
    computed: true,
  }),
  components: listNestedAttribute(
    {
      id: readText('The id (UUID) of the component.'),
      name: readText('Name of the component.'),
      type: readText('Type of the component, such as `artifact_store`.'),
      flavor: readText('Flavor of the component, such as `s3`.'),
    },
    {
      description:
        'Every component of the stack, ordered by type; within a type in the order of the server, whose first is the default one.',
      computed: true,
    },
  ),
  description: readText('What the stack is for; null where it does not say.'),
  environment: readMap('Environment variables for what runs on the stack.'),
  secrets: readTexts('The ids of the secrets that become environment variables for what runs on the stack.'),
  labels: readMap('Labels of the stack.'),
  user_id: readText('The id (UUID) of the user or service account that created the stack; null where that is gone.'),
  created: createdAttribute('stack'),
  updated: readText('When the stack was last changed, as the server writes it.'),
};

/** What the data source `zenml_stack` gives. */
export type StackLookupModel = ModelOf<typeof lookupAttributes>;

export const stackLookupSchema: Schema = {
  version: 0,
  description: 'A ZenML stack that exists already, found by id or by name, with all its components.',
  attributes: lookupAttributes,
};
