import {
  boolAttribute,
  mapAttribute,
  stringAttribute,
  useStateForUnknown,
  type ModelOf,
  type Schema,
} from '../../framework';
import {
  createdAttribute,
  idAttribute,
  nameAttribute,
  timeoutsAttribute,
  updatedAttribute,
  writeOnlyMapAttribute,
  writeOnlyVersionAttribute,
} from './common-attributes';
import { noNullValues } from './validators';

const attributes = {
  id: idAttribute('secret'),
  name: nameAttribute('secret'),
  private: boolAttribute({
    description: 'Whether only the user who created the secret can use it. Default: `false`. Changed in place.',
    optional: true,
    computed: true,
    default: false,
  }),
  values: mapAttribute('string', {
    description:
      'The keys and values of the secret. Changed in place; a key left out is removed. They are kept in state, so protect that, or ' +
      'give them in `values_wo`. A secret needs one of the two.',
    optional: true,
    sensitive: true,
    validators: [noNullValues],
  }),
  values_wo: writeOnlyMapAttribute('values', 'secret'),
  values_wo_version: writeOnlyVersionAttribute('values_wo'),
  user_id: stringAttribute({
    description: 'The id (UUID) of the user or service account that created the secret.',
    computed: true,
    planModifiers: [useStateForUnknown],
  }),
  timeouts: timeoutsAttribute('secret'),
  created: createdAttribute('secret'),
  updated: updatedAttribute('secret'),
};

/** State of `zenml_secret`. */
export type SecretModel = ModelOf<typeof attributes>;

export const secretSchema: Schema = {
  version: 0,
  description:
    'A secret in the secret store of the ZenML server. Component configurations refer to it as `{{name.key}}`. Every attribute is ' +
    'changed in place.',
  attributes,
};
