import {
  hasError,
  record,
  type CreateRequest,
  type Diagnostic,
  type ImportRequest,
  type ModifyPlanRequest,
  type ModifyPlanResponse,
  type Outcome,
  type PrivateState,
  type ReadRequest,
  type Resource,
  type UpdateRequest,
  type ValidateRequest,
} from '../../framework';
import type {
  CallOptions,
  Component,
  ComponentChanges,
  ComponentSpec,
  Flavor,
  JsonObject,
  ZenmlError,
} from '../../zenml';
import { nameOf, stateLabels, stateText, textOf, writtenMap } from '../attributes/attribute-values';
import { checkComponent, concernsCatalog, flavorOf } from '../checks/check-component';
import { unknownComponentType, unknownFlavor } from '../checks/component-types';
import { withWrittenBaseline } from '../configuration/baseline';
import { ConfigSchema } from '../configuration/config-schema';
import { explainRefusedConfiguration } from '../configuration/explain-refusal';
import { meansTheSame } from '../configuration/planned-configuration';
import { readConfiguration } from '../configuration/read-configuration';
import { publicConfiguration, takenConfiguration } from '../configuration/state-configuration';
import { sentConfiguration } from '../configuration/sent-configuration';
import { Deadline } from '../life-cycle/deadline';
import {
  atItsPart,
  checkSplitMap,
  isSent,
  mergedMap,
  withoutWriteOnly,
  writeOnlyTexts,
  type SplitMap,
} from '../configuration/write-only';
import { emptyModel } from '../attributes/empty-model';
import { attempt, type Undertaking } from '../failures/attempt';
import { missingReference } from '../failures/missing-reference';
import { nameTaken } from '../failures/name-taken';
import { redactDiagnostics } from '../failures/redact-diagnostics';
import { importObject } from '../life-cycle/import-object';
import { createBeside, whenNameIsFree } from '../life-cycle/awaited-name';
import { createOrAdopt, type Creation } from '../life-cycle/create-or-adopt';
import { deleteComponent } from '../life-cycle/delete-component';
import { deleteRetiredConnector, leftByFailedUpdate } from '../life-cycle/delete-connector';
import { planDeletion, plannedJudgement, stacksOf } from '../life-cycle/plan-deletion';
import { isReplaced } from '../life-cycle/replacement';
import type { ProviderClient } from '../server/provider-client';
import { stateWithoutRequest, withoutPhantomChange } from '../attributes/phantom-change';
import {
  importedRunSettings,
  runSettingsChanges,
  stateRunSettings,
  writtenRunSettings,
} from '../attributes/run-settings';
import { checkRunSettings } from '../server/server-features';
import { stackComponentSchema, type StackComponentModel } from '../schemas/stack-component-schema';
import { needs } from '../schemas/validators';
import { visibleFlavors } from '../server/visible-catalog';

/** `zenml_stack_component` */
export class StackComponentResource implements Resource<StackComponentModel, ProviderClient> {
  readonly typeName = 'zenml_stack_component';
  readonly identity = ['id'];
  readonly schema = stackComponentSchema;

  validateConfig({ config }: ValidateRequest<StackComponentModel>): readonly Diagnostic[] {
    return [
      ...needs('connector_resource_id', config.connector_resource_id, 'connector_id', config.connector_id),
      ...checkSplitMap(configurationOf(config, config)),
    ];
  }

  async modifyPlan(
    request: ModifyPlanRequest<StackComponentModel, ProviderClient>,
  ): Promise<ModifyPlanResponse<StackComponentModel>> {
    const { prior, planned, client } = request;
    const connectorId = planned === null ? undefined : textOf(planned.connector_id);
    if (planned !== null) client?.run.noteCall();
    if (prior !== null) client?.run.notePlan(textOf(prior.id) ?? '', connectorId === undefined ? [] : [connectorId]);
    const privateState = await planDeletion(request, stacksOf);
    return { ...(await checkedPlan(request)), privateState };
  }

  async create(request: CreateRequest<StackComponentModel, ProviderClient>): Promise<Outcome<StackComponentModel>> {
    const { config, planned, privateState, client, context } = request;
    const deadline = new Deadline(planned, 'create', context.signal);
    const writing = { verb: 'create', planned, config, client, deadline } as const;
    const outcome = await attempt({ ...explaining(writing), deadline }, async () => {
      const spec = specOf(planned, await sent(writing));
      const merged = mergedMap(configurationOf(planned, config));
      let schema: ConfigSchema | undefined;
      const creationOf = (named: ComponentSpec): Creation<StackComponentModel, Component> => ({
        typeName: this.typeName,
        object: objectOf(named),
        schema: stackComponentSchema,
        wanted: { ...planned, name: named.name, configuration: merged },
        adopts: client.settings.adoptExisting,
        create: (options) => client.components.create(named, { ...deadline.options(), ...options }),
        holders: () => client.components.findByName(named.name, { type: named.type }, deadline.lookUp()),
        // Lists hold all of a component. What it has by default is not known without its schema.
        whole: async (component) => {
          schema = await plannedSchema(planned, client, deadline.options());
          return component;
        },
        stateOf: (component) => ({
          ...fromServer(planned, component),
          configuration: takenConfiguration(merged, component.configuration, schema),
        }),
      });
      const { held, ...outcome } = await createOrAdopt({
        ...creationOf(spec),
        otherwise: (holders) =>
          createBeside(holders, {
            spec,
            client,
            deadline,
            createAs: (name, refuse) => createOrAdopt({ ...creationOf({ ...spec, name }), adopts: true, refuse }),
          }),
      });
      if (held === undefined) return outcome;
      const begun = { ...privateState, ...outcome.privateState };
      return {
        ...outcome,
        value: withComputed(planned, held),
        privateState: await remembered(held, { ...writing, prior: null, privateState: begun }),
      };
    });
    return withoutWriteOnly(outcome, configurationOf(planned, config));
  }

  async read(request: ReadRequest<StackComponentModel, ProviderClient>): Promise<Outcome<StackComponentModel | null>> {
    const { state, privateState, client, context } = request;
    client.run.noteCall();
    return attempt(undertaking('read', state), async () => {
      const options = { signal: context.signal };
      const component = await client.components.get(textOf(state.id) ?? '', options);
      if (component === null) return { value: null, diagnostics: [] };
      const read = await readConfiguration({
        prior: state.configuration,
        held: component.configuration,
        privateState,
        schema: async () => schemaOf(component, await visibleFlavors(client, options)),
      });
      const value = { ...fromServer(state, component), configuration: read.configuration };
      return { value, privateState: read.privateState, diagnostics: [] };
    });
  }

  async update(request: UpdateRequest<StackComponentModel, ProviderClient>): Promise<Outcome<StackComponentModel>> {
    const { config, prior, planned, privateState, client, context } = request;
    const unchanged = stateWithoutRequest({ config, planned, prior });
    if (unchanged) return { value: unchanged, diagnostics: [] };
    const deadline = new Deadline(planned, 'update', context.signal);
    const writing = { verb: 'update', planned, config, client, deadline } as const;
    const outcome = await attempt({ ...explaining(writing), deadline }, async () => {
      const id = textOf(prior.id) ?? '';
      const held = async () => (await client.components.get(id, deadline.options()))?.secrets ?? [];
      const changes = {
        ...(await changesOf(prior, writing)),
        ...(await runSettingsChanges(prior, planned, held)),
      };
      const change = () => client.components.update(id, changes, deadline.options());
      const component = await whenNameIsFree({ privateState, client, deadline }, change);
      return {
        value: withComputed(planned, component),
        privateState: await remembered(component, { ...writing, prior, privateState }),
        diagnostics: await deleteRetiredConnector(prior.connector_id, planned.connector_id, { client, deadline }),
      };
    });
    const left = hasError(outcome.diagnostics)
      ? leftByFailedUpdate(prior.connector_id, planned.connector_id, client)
      : [];
    const diagnostics = [...outcome.diagnostics, ...left];
    return withoutWriteOnly({ ...outcome, diagnostics }, configurationOf(planned, config));
  }

  async delete({
    state,
    privateState,
    client,
    context,
  }: ReadRequest<StackComponentModel, ProviderClient>): Promise<readonly Diagnostic[]> {
    const deadline = new Deadline(state, 'delete', context.signal);
    const { diagnostics } = await attempt({ ...undertaking('delete', state), deadline }, async () => {
      const planned = { ...plannedJudgement(privateState), isReplaced: isReplaced(privateState) };
      return { diagnostics: await deleteComponent({ id: textOf(state.id) ?? '', ...planned, client, deadline }) };
    });
    return diagnostics;
  }

  async importState(request: ImportRequest<ProviderClient>): Promise<Outcome<StackComponentModel>> {
    const { client, context } = request;
    return importObject(request, {
      object: 'stack component',
      get: (id, options) => client.components.get(id, options),
      isNamedByType: true,
      find: ({ type, name }, options) => client.components.findByName(name, { type }, options),
      state: async (component) => {
        const isConfigured = Object.keys(component.configuration).length > 0;
        return imported(component, isConfigured ? await visibleFlavors(client, { signal: context.signal }) : []);
      },
    });
  }
}

async function checkedPlan({
  config,
  prior,
  planned,
  client,
  context: { signal },
}: ModifyPlanRequest<StackComponentModel, ProviderClient>): Promise<ModifyPlanResponse<StackComponentModel>> {
  if (planned === null || client === undefined || client.settings.skipValidation) return { planned, diagnostics: [] };
  const { value = planned, diagnostics } = await attempt(undertaking('plan', planned), async () => {
    const options = { signal };
    const serverVersion = async () => (await client.serverInfo(options)).version;
    const unsupported = await checkRunSettings('stack component', prior, planned, serverVersion);
    if (!concernsCatalog({ prior, planned })) return { value: planned, diagnostics: unsupported };
    const flavors = await visibleFlavors(client, options);
    const flavor = flavorOf(planned, flavors);
    const value =
      flavor && prior
        ? withConfigurationOf({ config, prior, planned }, new ConfigSchema(flavor.configSchema))
        : planned;
    const component = { prior, planned: value, configuration: configurationOf(value, config) };
    const faults = value === prior ? [] : await checkComponent(component, flavors, client, options);
    return { value, diagnostics: [...unsupported, ...faults] };
  });
  return { planned: value, diagnostics };
}

function specOf(planned: StackComponentModel, configuration: JsonObject): ComponentSpec {
  return {
    ...detailsOf(planned),
    type: textOf(planned.type) ?? '',
    flavor: textOf(planned.flavor) ?? '',
    configuration,
    ...writtenRunSettings(planned),
  };
}

/** What an update sends. A connector that is left out would be taken away, anything else stays as it is. */
async function changesOf(prior: StackComponentModel, writing: Writing): Promise<ComponentChanges> {
  const before = { plain: prior.configuration, version: prior.configuration_wo_version };
  const isToBeSent = isSent(configurationOf(writing.planned, writing.config), before);
  return { ...detailsOf(writing.planned), ...(isToBeSent && { configuration: await sent(writing) }) };
}

/** Both parts of the configuration as requests carry them. */
function sent({ planned, config, client, deadline }: Writing): Promise<JsonObject> {
  return sentConfiguration(mergedMap(configurationOf(planned, config)), () =>
    plannedSchema(planned, client, deadline.options()),
  );
}

async function plannedSchema(
  planned: StackComponentModel,
  client: ProviderClient,
  options: CallOptions,
): Promise<ConfigSchema | undefined> {
  if (client.settings.skipValidation) return undefined;
  const flavor = flavorOf(planned, await visibleFlavors(client, options));
  return flavor && new ConfigSchema(flavor.configSchema);
}

function detailsOf(planned: StackComponentModel) {
  return {
    name: textOf(planned.name) ?? '',
    labels: writtenMap(planned.labels),
    connectorId: textOf(planned.connector_id) ?? null,
    connectorResourceId: textOf(planned.connector_resource_id) ?? null,
  };
}

/** The configuration in its two parts. */
function configurationOf(planned: StackComponentModel, config: StackComponentModel): SplitMap {
  return {
    name: 'configuration',
    plain: planned.configuration,
    writeOnly: config.configuration_wo,
    version: planned.configuration_wo_version,
  };
}

function withComputed(planned: StackComponentModel, { id, created, updated }: Component): StackComponentModel {
  return { ...planned, id, created, updated };
}

/** State after a read, with the configuration as it was. */
function fromServer(prior: StackComponentModel, component: Component): StackComponentModel {
  return {
    ...prior,
    id: component.id,
    name: component.name,
    type: component.type,
    flavor: component.flavor,
    connector_id: stateText(prior.connector_id, component.connectorId),
    connector_resource_id: stateText(prior.connector_resource_id, component.connectorResourceId),
    ...stateRunSettings(prior, component),
    labels: stateLabels(prior.labels, component.labels),
    created: component.created,
    updated: component.updated,
  };
}

function schemaOf(component: Component, flavors: readonly Flavor[]): ConfigSchema | undefined {
  const flavor = flavors.find(({ type, name }) => type === component.type && name === component.flavor);
  return flavor && new ConfigSchema(flavor.configSchema);
}

/** What is remembered of a component that was just written. */
function remembered(
  component: Component,
  {
    prior,
    planned,
    client,
    deadline,
    privateState,
  }: Writing & { prior: StackComponentModel | null; privateState: PrivateState },
): Promise<PrivateState> {
  return withWrittenBaseline({
    prior: prior?.configuration ?? null,
    planned: planned.configuration,
    held: component.configuration,
    privateState,
    schema: () => plannedSchema(planned, client, deadline.lookUp()),
  });
}

function imported(component: Component, flavors: readonly Flavor[]): StackComponentModel {
  const model = fromServer(emptyModel(stackComponentSchema) as StackComponentModel, component);
  return {
    ...model,
    ...importedRunSettings(component),
    labels: record(Object.entries(component.labels)),
    configuration: publicConfiguration(component.configuration, schemaOf(component, flavors)),
  };
}

/** Keeps the prior configuration where the planned one means the same: written otherwise, it is no change. */
function withConfigurationOf(
  { config, prior, planned }: Record<'config' | 'prior' | 'planned', StackComponentModel>,
  schema: ConfigSchema,
): StackComponentModel {
  if (!meansTheSame(planned.configuration, prior.configuration, schema)) return planned;
  return withoutPhantomChange({ config, prior, planned: { ...planned, configuration: prior.configuration } });
}

function undertaking(verb: Undertaking['verb'], model: StackComponentModel): Undertaking {
  return { verb, object: `stack component "${nameOf(model)}"` };
}

function objectOf({ name, type }: Pick<ComponentSpec, 'name' | 'type'>): string {
  return `stack component "${name}" of type ${type}`;
}

/** A write that the server may refuse. */
interface Writing {
  readonly verb: 'create' | 'update';
  readonly planned: StackComponentModel;
  readonly config: StackComponentModel;
  readonly client: ProviderClient;
  readonly deadline: Deadline;
}

function explaining(writing: Writing): Undertaking {
  return {
    ...undertaking(writing.verb, writing.planned),
    explain: (error, options) => explainWrite(error, writing, options),
  };
}

/** Errors of a create or update, at the attribute that they are about. */
async function explainWrite(
  error: ZenmlError,
  { verb, planned, config, client }: Writing,
  options: CallOptions,
): Promise<readonly Diagnostic[] | undefined> {
  const spec = specOf(planned, {});
  const { name, type, flavor } = spec;
  const object = objectOf(spec);
  if (error.code === 'conflict') {
    const holders = await client.components.findByName(name, { type }, options);
    return [nameTaken({ verb, typeName: 'zenml_stack_component', object, holders })];
  }
  const detail = error.detail ?? '';
  if (/service connector/i.test(detail)) return missingReference(error, 'connector_id', 'service connector');
  if (error.code !== 'invalid' && error.code !== 'server' && error.code !== 'not_found') return undefined;
  const flavors = await client.flavors(options);
  if (!flavors.some((known) => known.type === type))
    return [unknownComponentType(type, flavors, [{ attribute: 'type' }])];
  const known = flavorOf(planned, flavors);
  if (!known) return [unknownFlavor(flavor, type, flavors)];
  const schema = new ConfigSchema(known.configSchema);
  const configuration = configurationOf(planned, config);
  const merged = mergedMap(configuration);
  const diagnostics = explainRefusedConfiguration(error, {
    of: `${object}, flavor ${flavor}`,
    configuration: merged,
    schema,
  });
  const secrets = Object.entries(merged).flatMap(([key, value]) => (schema.isSecret(key) ? [value] : []));
  return (
    diagnostics &&
    atItsPart(redactDiagnostics(diagnostics, [...secrets, ...writeOnlyTexts(configuration)]), configuration)
  );
}
