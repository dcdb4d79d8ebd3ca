import type {
  CreateRequest,
  Diagnostic,
  ImportRequest,
  Outcome,
  ReadRequest,
  Resource,
  UpdateRequest,
} from '../../framework';
import type { Project, ProjectSpec } from '../../zenml';
import { nameOf, stateText, textOf } from '../attributes/attribute-values';
import { Deadline } from '../life-cycle/deadline';
import { attempt, type Undertaking } from '../failures/attempt';
import { explainRefusedAttributes } from '../failures/explain-attributes';
import { nameTaken } from '../failures/name-taken';
import { importObject } from '../life-cycle/import-object';
import { createOrAdopt } from '../life-cycle/create-or-adopt';
import { stateWithoutRequest } from '../attributes/phantom-change';
import type { ProviderClient } from '../server/provider-client';
import { projectSchema, type ProjectModel } from '../schemas/project-schema';

/** `zenml_project` */
export class ProjectResource implements Resource<ProjectModel, ProviderClient> {
  readonly typeName = 'zenml_project';
  readonly identity = ['id'];
  readonly schema = projectSchema;

  async create({
    planned,
    client,
    context,
  }: CreateRequest<ProjectModel, ProviderClient>): Promise<Outcome<ProjectModel>> {
    const deadline = new Deadline(planned, 'create', context.signal);
    return attempt({ ...explaining('create', planned, client), deadline }, async () => {
      const { held, ...outcome } = await createOrAdopt({
        typeName: this.typeName,
        object: `project "${nameOf(planned)}"`,
        schema: projectSchema,
        wanted: planned,
        adopts: client.settings.adoptExisting,
        create: (options) => client.projects.create(specOf(planned), { ...deadline.options(), ...options }),
        holders: () => client.projects.findByName(nameOf(planned), {}, deadline.lookUp()),
        stateOf: (project) => fromServer(planned, project),
      });
      return { ...outcome, ...(held && { value: withComputed(planned, held) }) };
    });
  }

  async read({
    state,
    client,
    context,
  }: ReadRequest<ProjectModel, ProviderClient>): Promise<Outcome<ProjectModel | null>> {
    return attempt(undertaking('read', state), async () => {
      const project = await client.projects.get(textOf(state.id) ?? '', { signal: context.signal });
      return { value: project && fromServer(state, project), diagnostics: [] };
    });
  }

  async update({
    config,
    prior,
    planned,
    client,
    context,
  }: UpdateRequest<ProjectModel, ProviderClient>): Promise<Outcome<ProjectModel>> {
    const unchanged = stateWithoutRequest({ config, planned, prior });
    if (unchanged) return { value: unchanged, diagnostics: [] };
    const deadline = new Deadline(planned, 'update', context.signal);
    return attempt({ ...explaining('update', planned, client), deadline }, async () => {
      const project = await client.projects.update(textOf(prior.id) ?? '', specOf(planned), deadline.options());
      return { value: withComputed(planned, project), diagnostics: [] };
    });
  }

  async delete({ state, client, context }: ReadRequest<ProjectModel, ProviderClient>): Promise<readonly Diagnostic[]> {
    const deadline = new Deadline(state, 'delete', context.signal);
    const { diagnostics } = await attempt({ ...undertaking('delete', state), deadline }, async () => {
      await client.projects.delete(textOf(state.id) ?? '', deadline.options());
      return { diagnostics: [] };
    });
    return diagnostics;
  }

  async importState(request: ImportRequest<ProviderClient>): Promise<Outcome<ProjectModel>> {
    return importObject(request, {
      object: 'project',
      get: (id, options) => request.client.projects.get(id, options),
      find: ({ name }, options) => request.client.projects.findByName(name, {}, options),
      state: (project) => fromServer({ ...NOTHING, display_name: ownDisplayName(project) }, project),
    });
  }
}

const NOTHING: ProjectModel = {
  id: null,
  name: null,
  display_name: null,
  description: null,
  timeouts: null,
  created: null,
  updated: null,
};

/** A display name that is not set is the name, also after that has changed. */
function specOf({ name, display_name, description }: ProjectModel): ProjectSpec {
  return {
    name: textOf(name) ?? '',
    displayName: textOf(display_name) ?? textOf(name) ?? '',
    description: textOf(description) ?? '',
  };
}

function withComputed(planned: ProjectModel, { id, created, updated }: Project): ProjectModel {
  return { ...planned, id, created, updated };
}

function fromServer(prior: ProjectModel, project: Project): ProjectModel {
  return {
    id: project.id,
    name: project.name,
    display_name: prior.display_name === null ? ownDisplayName(project) : project.displayName,
    description: stateText(prior.description, project.description),
    timeouts: prior.timeouts,
    created: project.created,
    updated: project.updated,
  };
}

/** The display name where it is more than the name that the server puts in its place. */
function ownDisplayName({ name, displayName }: Project): string | null {
  return displayName === '' || displayName === name ? null : displayName;
}

function undertaking(verb: Undertaking['verb'], model: ProjectModel): Undertaking {
  return { verb, object: `project "${nameOf(model)}"` };
}

function explaining(verb: 'create' | 'update', planned: ProjectModel, client: ProviderClient): Undertaking {
  return {
    ...undertaking(verb, planned),
    explain: async (error, options) => {
      if (error.code !== 'conflict') return explainRefusedAttributes(error, projectSchema);
      const holders = await client.projects.findByName(nameOf(planned), {}, options);
      const object = `project "${nameOf(planned)}"`;
      return [nameTaken({ verb, typeName: 'zenml_project', object, holders })];
    },
  };
}
