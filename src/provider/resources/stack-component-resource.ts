import {
  valuesEqual,
  type CreateRequest,
  type Diagnostic,
  type ImportRequest,
  type ModifyPlanRequest,
  type ModifyPlanResponse,
  type Outcome,
  type ReadRequest,
  type Resource,
  type UpdateRequest,
  type ValidateRequest,
} from '../../framework';
import type { Component, ComponentChanges, ComponentSpec, ZenmlError } from '../../zenml';
import { nameOf, stateLabels, stateText, textOf, writtenMap } from '../attribute-values';
import { checkComponent, flavorOf } from '../check-component';
import { unknownComponentType, unknownFlavor } from '../component-types';
import { ConfigSchema } from '../configuration/config-schema';
import { explainRefusedConfiguration } from '../configuration/explain-refusal';
import { meansTheSame } from '../configuration/planned-configuration';
import { importedConfiguration, stateConfiguration } from '../configuration/state-configuration';
import { Deadline } from '../deadline';
import { attempt, type Undertaking } from '../failures/attempt';
import { componentInUse } from '../failures/in-use';
import { missingReference } from '../failures/missing-reference';
import { nameTaken } from '../failures/name-taken';
import { redact } from '../failures/redact';
import { importObject } from '../import-object';
import type { ProviderClient } from '../provider-client';
import { stateWithoutRequest, withoutPhantomChange } from '../phantom-change';
import { stackComponentSchema, type StackComponentModel } from '../schemas/stack-component-schema';
import { needs } from '../schemas/validators';

/** `zenml_stack_component` */
export class StackComponentResource implements Resource<StackComponentModel, ProviderClient> {
  readonly typeName = 'zenml_stack_component';
  readonly identity = ['id'];
  readonly schema = stackComponentSchema;

  validateConfig({ config }: ValidateRequest<StackComponentModel>): readonly Diagnostic[] {
    return needs('connector_resource_id', config.connector_resource_id, 'connector_id', config.connector_id);
  }

  async modifyPlan({
    prior,
    planned,
    client,
    context,
  }: ModifyPlanRequest<StackComponentModel, ProviderClient>): Promise<ModifyPlanResponse<StackComponentModel>> {
    if (planned === null || client === undefined || !asksTheCatalog(prior, planned))
      return { planned, diagnostics: [] };
    const outcome = await attempt(planning(planned), async () => {
      const flavors = await client.flavors({ signal: context.signal });
      const flavor = flavorOf(planned, flavors);
      return {
        value: flavor && prior ? withConfigurationOf(prior, planned, new ConfigSchema(flavor.configSchema)) : planned,
        diagnostics: checkComponent(planned, flavors),
      };
    });
    return { planned: outcome.value ?? planned, diagnostics: outcome.diagnostics };
  }

  async create({
    planned,
    client,
    context,
  }: CreateRequest<StackComponentModel, ProviderClient>): Promise<Outcome<StackComponentModel>> {
    const deadline = new Deadline(planned, 'create', context.signal);
    return attempt({ ...explaining('create', planned, client), deadline }, async () => {
      const component = await client.components.create(specOf(planned), deadline.options());
      return { value: withComputed(planned, component), diagnostics: [] };
    });
  }

  async read({
    state,
    client,
    context,
  }: ReadRequest<StackComponentModel, ProviderClient>): Promise<Outcome<StackComponentModel | null>> {
    return attempt(undertaking('read', state), async () => {
      const component = await client.components.get(textOf(state.id) ?? '', { signal: context.signal });
      return { value: component && fromServer(state, component), diagnostics: [] };
    });
  }

  async update({
    prior,
    planned,
    client,
    context,
  }: UpdateRequest<StackComponentModel, ProviderClient>): Promise<Outcome<StackComponentModel>> {
    const unchanged = stateWithoutRequest(planned, prior);
    if (unchanged) return { value: unchanged, diagnostics: [] };
    const deadline = new Deadline(planned, 'update', context.signal);
    return attempt({ ...explaining('update', planned, client), deadline }, async () => {
      const id = textOf(prior.id) ?? '';
      const component = await client.components.update(id, changesOf(planned), deadline.options());
      return { value: withComputed(planned, component), diagnostics: [] };
    });
  }

  async delete({
    state,
    client,
    context,
  }: ReadRequest<StackComponentModel, ProviderClient>): Promise<readonly Diagnostic[]> {
    const id = textOf(state.id) ?? '';
    const deadline = new Deadline(state, 'delete', context.signal);
    const deletion: Undertaking = {
      ...undertaking('delete', state),
      deadline,
      explain: async ({ code, detail = '' }) =>
        code === 'forbidden' && !detail.includes('default') ? componentInUse(id, nameOf(state), client) : undefined,
    };
    const { diagnostics } = await attempt(deletion, async () => {
      await client.components.delete(id, deadline.options());
      return { diagnostics: [] };
    });
    return diagnostics;
  }

  async importState(request: ImportRequest<ProviderClient>): Promise<Outcome<StackComponentModel>> {
    return importObject(request, {
      object: 'stack component',
      get: (id, options) => request.client.components.get(id, options),
      isNamedByType: true,
      find: ({ type, name }, options) => request.client.components.findByName(name, { type }, options),
      state: imported,
    });
  }
}

function specOf(planned: StackComponentModel): ComponentSpec {
  return { ...changesOf(planned), type: textOf(planned.type) ?? '', flavor: textOf(planned.flavor) ?? '' };
}

/** All that a server can change; a field left out would stay as it was. */
function changesOf(planned: StackComponentModel) {
  return {
    name: textOf(planned.name) ?? '',
    configuration: writtenMap(planned.configuration),
    labels: writtenMap(planned.labels),
    connectorId: textOf(planned.connector_id) ?? null,
    connectorResourceId: textOf(planned.connector_resource_id) ?? null,
  } satisfies ComponentChanges;
}

function withComputed(planned: StackComponentModel, { id, created, updated }: Component): StackComponentModel {
  return { ...planned, id, created, updated };
}

function fromServer(prior: StackComponentModel, component: Component): StackComponentModel {
  return {
    id: component.id,
    name: component.name,
    type: component.type,
    flavor: component.flavor,
    configuration: stateConfiguration(prior.configuration, component.configuration),
    connector_id: stateText(prior.connector_id, component.connectorId),
    connector_resource_id: stateText(prior.connector_resource_id, component.connectorResourceId),
    labels: stateLabels(prior.labels, component.labels),
    timeouts: prior.timeouts,
    created: component.created,
    updated: component.updated,
  };
}

function imported(component: Component): StackComponentModel {
  return {
    ...fromServer(NOTHING, component),
    configuration: importedConfiguration(component.configuration),
  };
}

const NOTHING: StackComponentModel = {
  id: null,
  name: null,
  type: null,
  flavor: null,
  configuration: null,
  connector_id: null,
  connector_resource_id: null,
  labels: null,
  timeouts: null,
  created: null,
  updated: null,
};

/** The catalog of flavors is asked only where a component is made or what it says of one changes. */
function asksTheCatalog(prior: StackComponentModel | null, planned: StackComponentModel): boolean {
  return (
    prior === null ||
    !valuesEqual(planned.type, prior.type) ||
    !valuesEqual(planned.flavor, prior.flavor) ||
    !valuesEqual(planned.configuration, prior.configuration)
  );
}

/** Keeps the prior configuration where the planned one means the same: written otherwise, it is no change. */
function withConfigurationOf(
  prior: StackComponentModel,
  planned: StackComponentModel,
  schema: ConfigSchema,
): StackComponentModel {
  if (!meansTheSame(planned.configuration, prior.configuration, schema)) return planned;
  return withoutPhantomChange({ ...planned, configuration: prior.configuration }, prior);
}

function undertaking(verb: Undertaking['verb'], model: StackComponentModel): Undertaking {
  return { verb, object: `stack component "${nameOf(model)}"` };
}

/** Without the permission to see the catalog there is nothing to check against; the server has the last word anyway. */
function planning(planned: StackComponentModel): Undertaking {
  return { ...undertaking('plan', planned), explain: async ({ code }) => (code === 'forbidden' ? [] : undefined) };
}

function explaining(verb: 'create' | 'update', planned: StackComponentModel, client: ProviderClient): Undertaking {
  return { ...undertaking(verb, planned), explain: (error) => explainWrite(error, verb, planned, client) };
}

/** Errors of a create or update, at the attribute that they are about. */
async function explainWrite(
  error: ZenmlError,
  verb: 'create' | 'update',
  planned: StackComponentModel,
  client: ProviderClient,
): Promise<readonly Diagnostic[] | undefined> {
  const { name, type, flavor } = specOf(planned);
  const object = `stack component "${name}" of type ${type}`;
  if (error.code === 'conflict') {
    const holders = await client.components.findByName(name, { type });
    return [nameTaken({ verb, typeName: 'zenml_stack_component', object, holders })];
  }
  const detail = error.detail ?? '';
  if (/service connector/i.test(detail)) return missingReference(error, 'connector_id', 'service connector');
  if (error.code !== 'invalid' && error.code !== 'server' && error.code !== 'not_found') return undefined;
  const flavors = await client.flavors();
  if (!flavors.some((known) => known.type === type))
    return [unknownComponentType(type, flavors, [{ attribute: 'type' }])];
  const known = flavorOf(planned, flavors);
  if (!known) return [unknownFlavor(flavor, type, flavors)];
  const schema = new ConfigSchema(known.configSchema);
  const written = writtenMap(planned.configuration);
  const diagnostics = explainRefusedConfiguration(error, {
    of: `${object}, flavor ${flavor}`,
    configuration: written,
    schema,
  });
  const secrets = Object.entries(written).flatMap(([key, value]) => (schema.isSecret(key) ? [value] : []));
  return diagnostics && redact(diagnostics, secrets);
}
