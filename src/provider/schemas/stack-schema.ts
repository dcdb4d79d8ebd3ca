import { listNestedAttribute, mapAttribute, stringAttribute, type ModelOf, type Schema } from '../../framework';
import {
  createdAttribute,
  idAttribute,
  labelsAttribute,
  lookupIdAttribute,
  nameAttribute,
  readMap,
  readText,
  timeoutsAttribute,
} from './common-attributes';
import { noNullValues, uuidValues } from './validators';

const attributes = {
  id: idAttribute('stack'),
  name: nameAttribute('stack'),
  components: mapAttribute('string', {
    description:
      'The components of the stack: component type to component id, such as `{ artifact_store = zenml_stack_component.bucket.id }`. ' +
      'An `artifact_store` and an `orchestrator` are needed. Changed in place; further components of the same type that were added ' +
      'elsewhere are left alone as long as the first one is not changed.',
    required: true,
    validators: [noNullValues, uuidValues],
  }),
  labels: labelsAttribute('stack'),
  timeouts: timeoutsAttribute('stack'),
};

/** State of `zenml_stack`. */
export type StackModel = ModelOf<typeof attributes>;

export const stackSchema: Schema = {
  version: 0,
  description:
    'A ZenML stack: the set of components that pipelines run on. Every attribute is changed in place. ' +
    'Deleting a stack leaves its components where they are.\n\nImport by id: `terraform import zenml_stack.example <uuid>`.',
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
  labels: readMap('Labels of the stack.'),
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
