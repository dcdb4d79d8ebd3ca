import { mapAttribute, requiresReplace, stringAttribute, type ModelOf, type Schema } from '../../framework';
import {
  createdAttribute,
  environmentAttribute,
  idAttribute,
  labelsAttribute,
  nameAttribute,
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
    computed: true,
    default: null,
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
    'configuration, connector and labels are changed in place; type and flavor are not, since the server cannot change them. A ' +
    'component that stacks hold is taken out of them before it is deleted; where one cannot do without it, it is renamed, and deleted ' +
    'when the stack has another one.',
  attributes,
};
