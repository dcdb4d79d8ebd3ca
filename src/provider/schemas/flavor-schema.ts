import {
  boolAttribute,
  requiresReplace,
  stringAttribute,
  useStateForUnknown,
  type ModelOf,
  type Schema,
} from '../../framework';
import { keepsSameJson } from '../attributes/json-text';
import { createdAttribute, idAttribute, timeoutsAttribute, updatedAttribute } from './common-attributes';
import { atMost, jsonObjectText, textOfAtMost } from './validators';

const attributes = {
  id: idAttribute('flavor'),
  name: stringAttribute({
    description:
      'Name of the flavor, unique among the flavors of its type, 1 to 255 characters. Components name their flavor by it, and a server ' +
      'with a component whose flavor is gone lists no components at all, so a change makes a new flavor. The server deletes the ' +
      'old one only when no component has it: where stacks hold such components, set `lifecycle { create_before_destroy = true }`.',
    required: true,
    validators: [textOfAtMost(255)],
    planModifiers: [requiresReplace],
  }),
  type: stringAttribute({
    description:
      'Type of the components that the flavor is for, such as `orchestrator`. A change makes a new flavor, for the reason that `name` gives.',
    required: true,
    validators: [textOfAtMost(255)],
    planModifiers: [requiresReplace],
  }),
  source: stringAttribute({
    description:
      "Python path of the flavor's class, such as `acme_ml.flavors.AcmeOrchestratorFlavor`. The server does not load it: whoever uses " +
      'the flavor needs it installed. Changed in place.',
    required: true,
    validators: [textOfAtMost(255)],
  }),
  config_schema: stringAttribute({
    description:
      'JSON Schema of the configuration of its components, as `jsonencode({ ... })` writes it or `Config.model_json_schema()` gives it. ' +
      'Compared by meaning: white space and the order of keys do not matter. The server keeps 65,535 characters. Changed in place; ' +
      'components that exist are not checked against it.',
    required: true,
    validators: [jsonObjectText],
    planModifiers: [keepsSameJson],
  }),
  integration: stringAttribute({
    description: 'The integration that the flavor belongs to. Left out: none. Changed in place.',
    optional: true,
    validators: [atMost(255)],
  }),
  connector_type: stringAttribute({
    description:
      'The type of service connector that its components can use, such as `aws`. Left out: any type that reaches ' +
      '`connector_resource_type`. Changed in place.',
    optional: true,
    validators: [atMost(255)],
  }),
  connector_resource_type: stringAttribute({
    description:
      'The type of resource that its components reach through a service connector, such as `s3-bucket`. Left out: its components take ' +
      'no connector. Changed in place.',
    optional: true,
    validators: [atMost(255)],
  }),
  connector_resource_id_attr: stringAttribute({
    description:
      'The key of the configuration that says which resource of the connector a component uses, such as `path`. Left out: none. ' +
      'Changed in place.',
    optional: true,
    validators: [atMost(255)],
  }),
  logo_url: stringAttribute({
    description: 'Address of a picture that the dashboard shows (PNG, SVG or JPG). Left out: none. Changed in place.',
    optional: true,
    validators: [atMost(255)],
  }),
  docs_url: stringAttribute({
    description: 'Address of its documentation. Left out: none. Changed in place.',
    optional: true,
    validators: [atMost(255)],
  }),
  sdk_docs_url: stringAttribute({
    description: 'Address of the documentation of its Python class. Left out: none. Changed in place.',
    optional: true,
    validators: [atMost(255)],
  }),
  timeouts: timeoutsAttribute('flavor'),
  is_custom: boolAttribute({
    description: "Whether the flavor is one of the server's users and not its own; always `true` here.",
    computed: true,
    planModifiers: [useStateForUnknown],
  }),
  user_id: stringAttribute({
    description: 'The id (UUID) of the user or service account that created the flavor.',
    computed: true,
    planModifiers: [useStateForUnknown],
  }),
  created: createdAttribute('flavor'),
  updated: updatedAttribute('flavor'),
};

/** State of `zenml_flavor`. */
export type FlavorModel = ModelOf<typeof attributes>;

export const flavorSchema: Schema = {
  version: 0,
  description:
    'A custom flavor: a kind of stack component of your own, with the Python class that implements it. Flavors that the server ' +
    'brings along cannot be managed: it writes them anew when it is upgraded. A `zenml_stack_component` that refers to the ' +
    '`name` of a flavor is created after it, in the same apply.',
  attributes,
};
