import { boolAttribute, listNestedAttribute, stringAttribute, type ModelOf, type Schema } from '../../framework';
import { lookupIdAttribute, readCreated, readFlag, readText, readTexts, readUpdated } from './common-attributes';

const described = {
  integration: readText('The integration that the flavor belongs to; null for none.'),
  is_custom: readFlag("Whether the flavor is one of the server's users and not its own."),
  source: readText("Python path of the flavor's class."),
  connector_type: readText(
    'The type of service connector that its components can use; null for any that reaches `connector_resource_type`.',
  ),
  connector_resource_type: readText(
    'The type of resource that its components reach through a service connector; null where they take none.',
  ),
};

const lookupAttributes = {
  id: lookupIdAttribute('flavor', '`type` and `name`'),
  name: stringAttribute({
    description: 'Name of the flavor to look up, such as `s3`, together with `type`.',
    optional: true,
    computed: true,
  }),
  type: stringAttribute({
    description: 'Type of the components that the flavor is for, such as `artifact_store`, to look it up by name.',
    optional: true,
    computed: true,
  }),
  ...described,
  connector_resource_id_attr: readText(
    'The key of the configuration that says which resource of the connector a component uses; null for none.',
  ),
  config_schema: readText(
    'JSON Schema of the configuration of its components, as JSON: read it with `jsondecode(...)`.',
  ),
  logo_url: readText('Address of its picture; null for none.'),
  docs_url: readText('Address of its documentation; null for none.'),
  sdk_docs_url: readText('Address of the documentation of its Python class; null for none.'),
  user_id: readText("The id (UUID) of the user or service account that created it; null for the server's own."),
  created: readCreated('flavor'),
  updated: readUpdated('flavor'),
};

/** What the data source `zenml_flavor` gives. */
export type FlavorLookupModel = ModelOf<typeof lookupAttributes>;

export const flavorLookupSchema: Schema = {
  version: 0,
  description: 'A flavor that the server has, its own or a custom one, found by id or by type and name.',
  attributes: lookupAttributes,
};

const listAttributes = {
  type: stringAttribute({
    description: 'Flavors for components of this type alone, such as `orchestrator`. Left out: of every type.',
    optional: true,
  }),
  integration: stringAttribute({
    description: 'Flavors of this integration alone, such as `aws`. Left out: of every integration and of none.',
    optional: true,
  }),
  is_custom: boolAttribute({
    description: "`true`: custom flavors alone; `false`: the server's own alone. Left out: both.",
    optional: true,
  }),
  ids: readTexts('The ids of the flavors, in the order of `flavors`.'),
  names: readTexts('The names of the flavors, in the order of `flavors`.'),
  flavors: listNestedAttribute(
    {
      id: readText('The id (UUID) of the flavor.'),
      name: readText('Name of the flavor, such as `s3`.'),
      type: readText('Type of the components that it is for, such as `artifact_store`.'),
      ...described,
    },
    { description: 'The flavors, ordered by name, and those of a name by type.', computed: true },
  ),
};

/** What the data source `zenml_flavors` gives. */
export type FlavorsModel = ModelOf<typeof listAttributes>;

export const flavorsSchema: Schema = {
  version: 0,
  description:
    'All flavors that the server has, or those of one type or integration. There is no limit to their number.',
  attributes: listAttributes,
};
