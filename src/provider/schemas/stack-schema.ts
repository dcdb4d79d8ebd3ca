import {
  leaveAloneWhenUnset,
  mapAttribute,
  mapOfListsAttribute,
  stringAttribute,
  type ModelOf,
  type Schema,
} from '../../framework';
import {
  environmentAttribute,
  idAttribute,
  labelsAttribute,
  nameAttribute,
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
    'Deleting a stack leaves its components where they are.',
  attributes,
};
