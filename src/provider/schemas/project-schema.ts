import { stringAttribute, type ModelOf, type Schema } from '../../framework';
import { createdAttribute, idAttribute, nameAttribute, timeoutsAttribute, updatedAttribute } from './common-attributes';

const attributes = {
  id: idAttribute('project'),
  name: nameAttribute('project'),
  display_name: stringAttribute({
    description: 'Name that people see. Left out: what the server makes of `name`. Changed in place.',
    optional: true,
  }),
  description: stringAttribute({ description: 'What the project is for. Changed in place.', optional: true }),
  timeouts: timeoutsAttribute('project'),
  created: createdAttribute('project'),
  updated: updatedAttribute('project'),
};

/** State of `zenml_project`. */
export type ProjectModel = ModelOf<typeof attributes>;

export const projectSchema: Schema = {
  version: 0,
  description:
    'A project on the ZenML server: the space that holds the pipelines, runs and artifacts of one undertaking. Every attribute is ' +
    'changed in place.',
  attributes,
};
