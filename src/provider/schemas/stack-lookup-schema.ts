import { listNestedAttribute, mapOfListsAttribute, stringAttribute, type ModelOf, type Schema } from '../../framework';
import {
  listFilters,
  lookupIdAttribute,
  lookupNameAttribute,
  readCreated,
  readMap,
  readOwner,
  readText,
  readTexts,
  readUpdated,
} from './common-attributes';
import { uuid } from './validators';

const lookupAttributes = {
  id: lookupIdAttribute('stack', '`name`'),
  name: lookupNameAttribute('stack'),
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
  component_ids: readMap(
    'Component type to the id of the default component, as `components` of the resource takes it: `merge(data.zenml_stack.x.component_ids, { ... })` is the same stack with something else in it.',
  ),
  additional_component_ids: mapOfListsAttribute('string', {
    description:
      'Component type to the ids of the components beside the default one, as `additional_components` of the resource takes it. Types without any are left out.',
    computed: true,
  }),
  description: readText('What the stack is for; null where it does not say.'),
  environment: readMap('Environment variables for what runs on the stack.'),
  secrets: readTexts('The ids of the secrets that become environment variables for what runs on the stack.'),
  labels: readMap('Labels of the stack.'),
  user_id: readOwner('stack'),
  created: readCreated('stack'),
  updated: readUpdated('stack'),
};

/** What the data source `zenml_stack` gives. */
export type StackLookupModel = ModelOf<typeof lookupAttributes>;

export const stackLookupSchema: Schema = {
  version: 0,
  description: 'A ZenML stack that exists already, found by id or by name, with all its components.',
  attributes: lookupAttributes,
};

const listAttributes = {
  ...listFilters('stacks'),
  component_id: stringAttribute({
    description: 'Stacks that hold the component with this id (UUID) alone.',
    optional: true,
    validators: [uuid],
  }),
  stacks: listNestedAttribute(
    {
      id: readText('The id (UUID) of the stack.'),
      name: readText('Name of the stack.'),
      description: readText('What the stack is for; null where it does not say.'),
      components: mapOfListsAttribute('string', {
        description: 'Component type to the ids of its components, the default one first.',
        computed: true,
      }),
      labels: readMap('Labels of the stack.'),
      user_id: readOwner('stack'),
      created: readCreated('stack'),
      updated: readUpdated('stack'),
    },
    { description: 'The stacks, ordered by name.', computed: true },
  ),
};

/** What the data source `zenml_stacks` gives. */
export type StacksModel = ModelOf<typeof listAttributes>;

export const stacksSchema: Schema = {
  version: 0,
  description:
    'All ZenML stacks that these credentials may see, or those that have everything that is given here. There is no limit to their number.',
  attributes: listAttributes,
};
