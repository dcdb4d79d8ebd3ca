import type { JsonReader } from '../json-reader';
import type { Kind } from '../rest-collection';
import { readEntity, type Entity } from './entity';
import { isField } from './filters';

/** A project. */
export interface Project extends Entity {
  readonly displayName: string;
  readonly description: string;
}

export interface ProjectSpec {
  readonly name: string;
  /** Default: made from the name by the server. */
  readonly displayName?: string;
  readonly description?: string;
}

export type ProjectChanges = Partial<ProjectSpec>;

export type ProjectFilter = Partial<Pick<Project, 'name'>>;

export const PROJECT: Kind<Project, ProjectChanges, ProjectFilter> = {
  path: '/projects',
  read: readProject,
  write: ({ name, displayName, description }) => ({ name, display_name: displayName, description }),
  secrets: () => [],
  filters: { name: isField('name') },
};

function readProject(answer: JsonReader): Project {
  return {
    ...readEntity(answer),
    displayName: answer.at('body', 'display_name').optionalString() ?? '',
    description: answer.at('metadata', 'description').optionalString() ?? '',
  };
}
