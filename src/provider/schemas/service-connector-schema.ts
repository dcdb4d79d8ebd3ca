import {
  boolAttribute,
  listAttribute,
  mapAttribute,
  numberAttribute,
  requiresReplace,
  stringAttribute,
  useStateForUnknown,
  type ModelOf,
  type Schema,
} from '../../framework';
import {
  createdAttribute,
  idAttribute,
  labelsAttribute,
  nameAttribute,
  timeoutsAttribute,
  updatedAttribute,
  writeOnlyMapAttribute,
  writeOnlyVersionAttribute,
} from './common-attributes';
import { countUpTo, LARGEST_NUMBER, noNullItems, noNullValues, notEmpty, rfc3339, textOfAtMost } from './validators';
import { followsResourceType, followsResourceTypes } from '../attributes/follow-resource-type';
import { keepSameInstant } from '../attributes/instant';
import { keptUnlessServerSideChange } from '../attributes/phantom-change';

const attributes = {
  id: idAttribute('connector'),
  name: nameAttribute('connector'),
  type: stringAttribute({
    description:
      'Type of the connector: `aws`, `gcp`, `azure`, `kubernetes`, `docker`, `hyperai`, or another that the server has installed. ' +
      'A change makes a new connector.',
    required: true,
    validators: [textOfAtMost(255)],
    planModifiers: [requiresReplace],
  }),
  auth_method: stringAttribute({
    description:
      'How the connector authenticates: one of the methods of its type, such as `iam-role` or `secret-key` for `aws`, ' +
      '`service-account` or `external-account` for `gcp`. Changed in place: what uses the connector is not replaced.',
    required: true,
    validators: [textOfAtMost(255)],
  }),
  description: stringAttribute({
    description: 'What the connector is for. Left out: what the server has stays; `""` empties it. Changed in place.',
    optional: true,
    computed: true,
    planModifiers: [useStateForUnknown, keptUnlessServerSideChange],
  }),
  resource_type: stringAttribute({
    description:
      'The one type of resource that the connector gives access to, such as `s3-bucket`, `docker-registry` or ' +
      '`kubernetes-cluster`. Left out: every type that its connector type supports. Give either this or `resource_types`. ' +
      'Changed in place.',
    optional: true,
  }),
  resource_types: listAttribute('string', {
    description:
      'The types of resource that the connector gives access to, in any order. A server that knows the connector type takes one of ' +
      'its types or all of them, and makes all of anything else. Give either this or `resource_type`. Changed in place.',
    optional: true,
    computed: true,
    validators: [noNullItems, notEmpty('Leave it out for every type that the connector type supports.')],
    planModifiers: [followsResourceType, keptUnlessServerSideChange],
  }),
  resource_id: stringAttribute({
    description:
      'The one resource that the connector gives access to, such as `s3://bucket`. Needs `resource_type`. Left out: every resource ' +
      'that its credentials reach. Changed in place.',
    optional: true,
  }),
  configuration: mapAttribute('string', {
    description:
      'Configuration and credentials of the connector, by the keys of its authentication method, such as `region` and `role_arn`. ' +
      'All values are strings: write numbers and booleans as `"3"` and `"true"`, lists and objects with `jsonencode(...)`. ' +
      'Changed in place. Its values are kept in state, so protect that, or give secrets in `configuration_wo`.',
    optional: true,
    computed: true,
    default: null,
    sensitive: true,
    validators: [noNullValues],
  }),
  configuration_wo: writeOnlyMapAttribute('configuration', 'connector'),
  configuration_wo_version: writeOnlyVersionAttribute('configuration_wo'),
  expiration_seconds: numberAttribute({
    description:
      'How many seconds the short-lived credentials are valid that the connector hands out. `0` is the default of its authentication ' +
      'method. Left out: what the server has stays. Changed in place.',
    optional: true,
    computed: true,
    validators: [countUpTo(LARGEST_NUMBER)],
    planModifiers: [useStateForUnknown, keptUnlessServerSideChange],
  }),
  expires_at: stringAttribute({
    description:
      'When the credentials in the configuration expire: RFC 3339, such as `2027-01-31T12:00:00Z`; null where they do not. Left out: ' +
      'what the server has stays, as the server writes it. Changed in place; a server cannot take it away again.',
    optional: true,
    computed: true,
    validators: [rfc3339],
    planModifiers: [keepSameInstant, useStateForUnknown, keptUnlessServerSideChange],
  }),
  expires_skew_tolerance: numberAttribute({
    description:
      'How many seconds before `expires_at` the credentials count as expired. `0` is none. Left out: what the server has stays. ' +
      'Changed in place.',
    optional: true,
    computed: true,
    validators: [countUpTo(LARGEST_NUMBER)],
    planModifiers: [useStateForUnknown, keptUnlessServerSideChange],
  }),
  verify: boolAttribute({
    description:
      'Have the server try the configuration before the connector is created or changed; nothing is created or changed where that ' +
      'fails. Default: `true`.',
    optional: true,
  }),
  labels: labelsAttribute('connector'),
  timeouts: timeoutsAttribute('connector'),
  user: stringAttribute({
    description: 'The id (UUID) of the user or service account that created the connector.',
    computed: true,
    planModifiers: [useStateForUnknown],
  }),
  supports_instances: boolAttribute({
    description: 'Whether the connector can reach several resources of its one resource type; the server tells.',
    computed: true,
    planModifiers: [followsResourceTypes, keptUnlessServerSideChange],
  }),
  created: createdAttribute('connector'),
  updated: updatedAttribute('connector'),
};

/** State of `zenml_service_connector`. */
export type ServiceConnectorModel = ModelOf<typeof attributes>;

export const serviceConnectorSchema: Schema = {
  version: 0,
  description:
    'A service connector: credentials, kept by the ZenML server, with which stack components reach a cloud, a registry or a cluster. ' +
    'Everything but the type is changed in place, so that rotating credentials leaves components and stacks alone. A server does not ' +
    'change authentication method, resource type or resource id while components use the connector: they are then detached for the ' +
    'moment of the change and attached again, so mind pipelines that start just then.',
  attributes,
};
