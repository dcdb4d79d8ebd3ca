import { listNestedAttribute, numberAttribute, stringAttribute, type ModelOf, type Schema } from '../../framework';
import {
  listFilters,
  lookupIdAttribute,
  lookupNameAttribute,
  readCreated,
  readFlag,
  readMap,
  readOwner,
  readText,
  readTexts,
  readUpdated,
} from './common-attributes';

const lookupAttributes = {
  id: lookupIdAttribute('connector', '`name`'),
  name: lookupNameAttribute('connector'),
  type: readText('Type of the connector, such as `aws`.'),
  auth_method: readText('How the connector authenticates, such as `iam-role`.'),
  resource_type: readText('The one type of resource that it gives access to; null where there are several.'),
  resource_types: readTexts('The types of resource that it gives access to.'),
  resource_id: readText('The one resource that it gives access to; null where it is not bound to one.'),
  configuration: readMap(
    'Configuration of the connector as the server holds it, without its secrets. Values that are no text are JSON.',
  ),
  labels: readMap('Labels of the connector.'),
  description: readText('What the connector is for; null where it does not say.'),
  expires_at: readText('When the credentials expire, as the server writes it; null where they do not.'),
  expires_skew_tolerance: numberAttribute({
    description: 'Seconds that the credentials count as expired before `expires_at`; null for none.',
    computed: true,
  }),
  expiration_seconds: numberAttribute({
    description:
      'How long short-lived credentials that it hands out live, in seconds; null for the default of its type.',
    computed: true,
  }),
  supports_instances: readFlag('Whether it can reach several resources of its type.'),
  user_id: readOwner('connector'),
  created: readCreated('connector'),
  updated: readUpdated('connector'),
};

/** What the data source `zenml_service_connector` gives. */
export type ServiceConnectorLookupModel = ModelOf<typeof lookupAttributes>;

export const serviceConnectorLookupSchema: Schema = {
  version: 0,
  description: 'A service connector that exists already, found by id or by name.',
  attributes: lookupAttributes,
};

const listAttributes = {
  ...listFilters('connectors'),
  type: stringAttribute({ description: 'Connectors of this type alone, such as `aws`.', optional: true }),
  auth_method: stringAttribute({
    description: 'Connectors alone that authenticate by this method, such as `iam-role`.',
    optional: true,
  }),
  resource_type: stringAttribute({
    description:
      'Connectors alone that give access to this type of resource, to others too or not, such as `s3-bucket`.',
    optional: true,
  }),
  connectors: listNestedAttribute(
    {
      id: readText('The id (UUID) of the connector.'),
      name: readText('Name of the connector.'),
      type: readText('Type of the connector, such as `aws`.'),
      auth_method: readText('How the connector authenticates, such as `iam-role`.'),
      resource_types: readTexts('The types of resource that it gives access to.'),
      resource_id: readText('The one resource that it gives access to; null where it is not bound to one.'),
      labels: readMap('Labels of the connector.'),
      user_id: readOwner('connector'),
      created: readCreated('connector'),
      updated: readUpdated('connector'),
    },
    { description: 'The connectors, ordered by name.', computed: true },
  ),
};

/** What the data source `zenml_service_connectors` gives. */
export type ServiceConnectorsModel = ModelOf<typeof listAttributes>;

export const serviceConnectorsSchema: Schema = {
  version: 0,
  description:
    'All service connectors that these credentials may see, or those that have everything that is given here. There is no limit to ' +
    'their number. Their configuration is in the data source `zenml_service_connector`.',
  attributes: listAttributes,
};

const resourcesAttributes = {
  id: lookupIdAttribute('connector', '`name`'),
  name: lookupNameAttribute('connector'),
  resource_type: stringAttribute({
    description:
      'Resources of this type alone, such as `s3-bucket`. Left out: of every type that the connector gives access to.',
    optional: true,
  }),
  resource_id: stringAttribute({
    description: 'This resource alone, such as `s3://bucket`. Needs `resource_type`. Left out: every resource.',
    optional: true,
  }),
  resources: listNestedAttribute(
    {
      resource_type: readText('The type of the resources, such as `s3-bucket`.'),
      resource_ids: readTexts('What the connector reaches of this type, in order.'),
      error: readText('Why it reaches nothing of this type; null where it does.'),
    },
    { description: 'What the connector reaches, by resource type, ordered by that.', computed: true },
  ),
};

/** What the data source `zenml_service_connector_resources` gives. */
export type ServiceConnectorResourcesModel = ModelOf<typeof resourcesAttributes>;

export const serviceConnectorResourcesSchema: Schema = {
  version: 0,
  description:
    'What a service connector can reach at this moment. The server asks the cloud for it, which can take seconds; a connector that ' +
    'does not work at all is an error.',
  attributes: resourcesAttributes,
};

const typeAttributes = {
  type: stringAttribute({ description: 'The type to look up, such as `aws`.', required: true }),
  name: readText('Name of the type, for people.'),
  auth_methods: listNestedAttribute(
    {
      auth_method: readText('The method as `auth_method` of a connector names it, such as `iam-role`.'),
      name: readText('Name of the method, for people.'),
      config_schema: readText(
        'JSON Schema of its configuration, as JSON: read it with `jsondecode(...)`. Secret keys have `writeOnly` or the format `password`.',
      ),
    },
    { description: 'How a connector of this type can authenticate, ordered by method.', computed: true },
  ),
  resource_types: listNestedAttribute(
    {
      resource_type: readText('The type as `resource_type` of a connector names it, such as `s3-bucket`.'),
      name: readText('Name of the type, for people.'),
      auth_methods: readTexts('The methods that can reach it.'),
      supports_instances: readFlag('Whether there can be several resources of the type.'),
    },
    { description: 'What a connector of this type can give access to, ordered by type.', computed: true },
  ),
};

/** What the data source `zenml_service_connector_type` gives. */
export type ServiceConnectorTypeModel = ModelOf<typeof typeAttributes>;

export const serviceConnectorTypeSchema: Schema = {
  version: 0,
  description:
    'A type of service connector that the server knows, with its authentication methods and resource types. A server knows the types ' +
    'whose libraries are installed with it.',
  attributes: typeAttributes,
};
