import { mapAttribute, requiresReplace, stringAttribute, type ModelOf, type Schema } from '../../framework';
import {
  createdAttribute,
  environmentAttribute,
  idAttribute,
  labelsAttribute,
  lookupIdAttribute,
  nameAttribute,
  readMap,
  readText,
  secretsAttribute,
  timeoutsAttribute,
  updatedAttribute,
  writeOnlyMapAttribute,
  writeOnlyVersionAttribute,
} from './common-attributes';
import { noNullValues, textOfAtMost, uuid } from './validators';

const attributes = {
  id: idAttribute('component'),
  name: nameAttribute('component', 'among the components of its type'),
  type: stringAttribute({
    description:
      'Type of the component: `alerter`, `annotator`, `artifact_store`, `container_registry`, `data_validator`, `deployer`, ' +
      '`experiment_tracker`, `feature_store`, `image_builder`, `log_store`, `model_deployer`, `model_registry`, `orchestrator`, ' +
      '`sandbox`, `step_operator`, or another that the server knows. A change makes a new component.',
    required: true,
    validators: [textOfAtMost(255)],
    planModifiers: [requiresReplace],
  }),
  flavor: stringAttribute({
    description:
      'Flavor of the component, such as `s3` for an artifact store or `sagemaker` for an orchestrator: one that the server has for ' +
      'this type. A change makes a new component.',
    required: true,
    validators: [textOfAtMost(255)],
    planModifiers: [requiresReplace],
  }),
  configuration: mapAttribute('string', {
    description:
      'Configuration of the component by the keys of its flavor. All values are strings: write numbers and booleans as `"3"` and ' +
      '`"true"`, lists and objects with `jsonencode(...)`. Values are compared with those of the server by meaning, and keys that ' +
      'are left out take the default of the flavor. References to secrets, `{{name.key}}`, are kept as they are. Changed in place. ' +
      'Its values are kept in state; give secrets in `configuration_wo`.',
    optional: true,
    sensitive: true,
    validators: [noNullValues],
  }),
  configuration_wo: writeOnlyMapAttribute('configuration', 'component'),
  configuration_wo_version: writeOnlyVersionAttribute('configuration_wo'),
  connector_id: stringAttribute({
    description:
      'The id of the service connector through which the component reaches its resource. Changed in place: neither the component ' +
      'nor the stacks it belongs to are replaced.',
    optional: true,
    validators: [uuid],
  }),
  connector_resource_id: stringAttribute({
    description:
      'Which of the resources that the connector reaches the component uses, such as `s3://bucket`. Needs `connector_id`. ' +
      'Changed in place.',
    optional: true,
  }),
  environment: environmentAttribute('component'),
  secrets: secretsAttribute('component'),
  labels: labelsAttribute('component'),
  timeouts: timeoutsAttribute('component'),
  created: createdAttribute('component'),
  updated: updatedAttribute('component'),
};

/** State of `zenml_stack_component`. */
export type StackComponentModel = ModelOf<typeof attributes>;

export const stackComponentSchema: Schema = {
  version: 0,
  description:
    'A component that ZenML stacks are made of: an artifact store, an orchestrator, a container registry and so on. Name, ' +
    'configuration, connector and labels are changed in place; type and flavor are not, since the server cannot change them.\n\n' +
    'Import by id or by name: `terraform import zenml_stack_component.example <uuid or type/name>`.',
  attributes,
};

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
  labels: readMap('Labels of the component.'),
  created: createdAttribute('component'),
  updated: readText('When the component was last changed, as the server writes it.'),
};

/** What the data source `zenml_stack_component` gives. */
export type StackComponentLookupModel = ModelOf<typeof lookupAttributes>;

export const stackComponentLookupSchema: Schema = {
  version: 0,
  description: 'A stack component that exists already, found by id or by type and name.',
  attributes: lookupAttributes,
};
