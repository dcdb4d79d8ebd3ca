import { type ModelOf, type Schema } from '../../framework';
import { lookupIdAttribute, lookupNameAttribute, readCreated, readText, readUpdated } from './common-attributes';

const attributes = {
  id: lookupIdAttribute('project', '`name`'),
  name: lookupNameAttribute('project'),
  display_name: readText('Name that people see.'),
  description: readText('What the project is for; null where it does not say.'),
  created: readCreated('project'),
  updated: readUpdated('project'),
};

/** What the data source `zenml_project` gives. */
export type ProjectLookupModel = ModelOf<typeof attributes>;

export const projectLookupSchema: Schema = {
  version: 0,
  description: 'A project that exists already, found by id or by name.',
  attributes,
};
