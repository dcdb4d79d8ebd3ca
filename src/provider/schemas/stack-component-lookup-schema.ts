import { listNestedAttribute, stringAttribute, type ModelOf, type Schema } from '../../framework';
import {
  listFilters,
  lookupIdAttribute,
  readCreated,
  readMap,
  readOwner,
  readText,
  readTexts,
  readUpdated,
} from './common-attributes';
import { uuid } from './validators';

const lookupAttributes = {
  id: lookupIdAttribute('component', '`type` and `name`'),
  name: stringAttribute({
    description: 'Name of the component to look up, together with `type`.',
    optional: true,
    computed: true,
  }),
  type: stringAttribute({
    description: 'Type of the component to look up by name, such as `artifact_store`.',
    optional: true,
    computed: true,
  }),
  flavor: readText('Flavor of the component, such as `s3`.'),
  configuration: readMap(
    'Configuration of the component as the server holds it, without its secrets. Values that are no text are JSON.',
  ),
  connector_id: readText('The id of its service connector; null where it has none.'),
  connector_resource_id: readText('The resource that it uses through its connector; null where none is set.'),
  environment: readMap('Environment variables for what runs with the component.'),
  secrets: readTexts('The ids of the secrets that become environment variables for what runs with the component.'),
  labels: readMap('Labels of the component.'),
  user_id: readOwner('component'),
  created: readCreated('component'),
  updated: readUpdated('component'),
};

/** What the data source `zenml_stack_component` gives. */
export type StackComponentLookupModel = ModelOf<typeof lookupAttributes>;

export const stackComponentLookupSchema: Schema = {
  version: 0,
  description: 'A stack component that exists already, found by id or by type and name.',
  attributes: lookupAttributes,
};

const listAttributes = {
  ...listFilters('components'),
  type: stringAttribute({ description: 'Components of this type alone, such as `artifact_store`.', optional: true }),
  flavor: stringAttribute({ description: 'Components of this flavor alone, such as `s3`.', optional: true }),
  connector_id: stringAttribute({
    description: 'Components that use the service connector with this id (UUID) alone.',
    optional: true,
    validators: [uuid],
  }),
  components: listNestedAttribute(
    {
      id: readText('The id (UUID) of the component.'),
      name: readText('Name of the component.'),
      type: readText('Type of the component, such as `artifact_store`.'),
      flavor: readText('Flavor of the component, such as `s3`.'),
      connector_id: readText('The id of its service connector; null where it has none.'),
      connector_resource_id: readText('The resource that it uses through its connector; null where none is set.'),
      labels: readMap('Labels of the component.'),
      user_id: readOwner('component'),
      created: readCreated('component'),
      updated: readUpdated('component'),
    },
    { description: 'The components, ordered by name, and those of a name by type.', computed: true },
  ),
};

/** What the data source `zenml_stack_components` gives. */
export type StackComponentsModel = ModelOf<typeof listAttributes>;

export const stackComponentsSchema: Schema = {
  version: 0,
  description:
    'All stack components that these credentials may see, or those that have everything that is given here. There is no limit to ' +
    'their number. Their configuration is in the data source `zenml_stack_component`.',
  attributes: listAttributes,
};
