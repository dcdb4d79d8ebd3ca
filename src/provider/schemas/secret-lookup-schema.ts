import { boolAttribute, type ModelOf, type Schema } from '../../framework';
import {
  lookupIdAttribute,
  lookupNameAttribute,
  readCreated,
  readOwner,
  readTexts,
  readUpdated,
} from './common-attributes';

const attributes = {
  id: lookupIdAttribute('secret', '`name`'),
  name: lookupNameAttribute('secret'),
  private: boolAttribute({
    description:
      'Whether only the user who created the secret can use it. Given together with `name`, it says which is meant where a private and a ' +
      'public secret have the same name.',
    optional: true,
    computed: true,
  }),
  keys: readTexts('The keys of the secret, in order. Their values are never read into state.'),
  user_id: readOwner('secret'),
  created: readCreated('secret'),
  updated: readUpdated('secret'),
};

/** What the data source `zenml_secret` gives. */
export type SecretLookupModel = ModelOf<typeof attributes>;

export const secretLookupSchema: Schema = {
  version: 0,
  description:
    'A secret that exists already, found by id or by name: what it is called and which keys it has, and never a value. Component ' +
    'configurations refer to a value as `{{name.key}}`.',
  attributes,
};
