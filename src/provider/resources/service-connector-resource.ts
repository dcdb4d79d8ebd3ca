import {
  attributePath,
  errorDiagnostic,
  valuesEqual,
  type CallContext,
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
  JsonObject,
  ServiceConnector,
  ServiceConnectorSpec,
  ServiceConnectorType,
} from '../../zenml';
import { nameOf, textOf } from '../attributes/attribute-values';
import { checkConnector } from '../checks/check-connector';
import { withWrittenBaseline } from '../configuration/baseline';
import { readConfiguration } from '../configuration/read-configuration';
import { takenConfiguration } from '../configuration/state-configuration';
import type { ConfigSchema } from '../configuration/config-schema';
import { sentConfiguration } from '../configuration/sent-configuration';
import { atItsPart, checkSplitMap, mergedMap, withoutWriteOnly, writeOnlyTexts } from '../configuration/write-only';
import {
  authMethodSchema,
  configurationOf,
  connectorChanges,
  connectorSpec,
  connectorState,
  importedConnector,
  isConfigurationSent,
  isVerifiedOtherwise,
  needsType,
  withComputedOf,
} from '../attributes/connector-mapping';
import { Deadline } from '../life-cycle/deadline';
import { isRefusedInUse, leftDetached, updateDetached, type DetachedUpdate } from '../life-cycle/detached-update';
import { attempt, failureOf, type Undertaking } from '../failures/attempt';
import { describeFailure } from '../failures/describe-failure';
import { explainConnectorRefusal, notVerified, withoutConnectorSecrets } from '../failures/explain-connector';
import { redactDiagnostics } from '../failures/redact-diagnostics';
import { importObject } from '../life-cycle/import-object';
import { createOrAdopt } from '../life-cycle/create-or-adopt';
import { deleteConnector, usersOf } from '../life-cycle/delete-connector';
import { planDeletion } from '../life-cycle/plan-deletion';
import { stateWithoutRequest } from '../attributes/phantom-change';
import type { ProviderClient } from '../server/provider-client';
import { serviceConnectorSchema, type ServiceConnectorModel } from '../schemas/service-connector-schema';
import { needs } from '../schemas/validators';
import { verifyPatiently } from '../life-cycle/verify-patiently';
import { visibleConnectorTypes } from '../server/visible-catalog';

type Model = ServiceConnectorModel;

/** `zenml_service_connector` */
export class ServiceConnectorResource implements Resource<Model, ProviderClient> {
  readonly typeName = 'zenml_service_connector';
  readonly identity = ['id'];
  readonly schema = serviceConnectorSchema;

  validateConfig({ config }: ValidateRequest<Model>): readonly Diagnostic[] {
    return [
      ...needs('resource_id', config.resource_id, 'resource_type', config.resource_type),
      ...checkSplitMap(configurationOf(config, config)),
      ...checkResourceTypeGiven(config),
    ];
  }

  async modifyPlan(request: ModifyPlanRequest<Model, ProviderClient>): Promise<ModifyPlanResponse<Model>> {
    const privateState = await planDeletion(request, async (id, client, options) =>
      (await usersOf(id, client, options)).map((user) => user.id),
    );
    return { ...(await checkedPlan(request)), privateState };
  }

  async create(request: CreateRequest<Model, ProviderClient>): Promise<Outcome<Model>> {
    const { config, planned, privateState, client, context } = request;
    const deadline = new Deadline(planned, 'create', context.signal);
    const writing = { verb: 'create', planned, config, client, deadline } as const;
    const outcome = await attempt({ ...explaining(writing), deadline }, async () => {
      const spec = connectorSpec(planned, await sent(writing));
      if (planned.verify !== false) {
        const { error } = await verified(spec, { client, context, deadline });
        if (error !== null) return refusedBy(error, writing);
      }
      const merged = mergedMap(configurationOf(planned, config));
      let schema: ConfigSchema | undefined;
      const { held, ...outcome } = await createOrAdopt({
        typeName: this.typeName,
        object: `service connector "${spec.name}"`,
        schema: serviceConnectorSchema,
        wanted: { ...planned, configuration: merged },
        adopts: client.settings.adoptExisting,
        create: (options) => client.serviceConnectors.create(spec, { ...deadline.options(), ...options }),
        holders: () => client.serviceConnectors.findByName(spec.name, {}, deadline.lookUp()),
        // What a connector has by default is not known without its schema.
        whole: async ({ id }) => {
          schema = await schemaOf(planned, client, deadline.options());
          return client.serviceConnectors.get(id, { ...deadline.options(), secrets: true });
        },
        stateOf: (connector) => ({
          ...connectorState(planned, connector, undefined),
          configuration: takenConfiguration(merged, connector.configuration, schema),
        }),
      });
      if (held === undefined) return outcome;
      client.noteConnector(held);
      return {
        ...outcome,
        value: withComputedOf(planned, held),
        privateState: await remembered(held, { ...writing, prior: null, privateState }),
      };
    });
    return withoutWriteOnly(outcome, configurationOf(planned, config));
  }

  async read(request: ReadRequest<Model, ProviderClient>): Promise<Outcome<Model | null>> {
    const { state, privateState, client, context } = request;
    return attempt(undertaking('read', state), async () => {
      const options = { signal: context.signal };
      const connector = await client.serviceConnectors.get(textOf(state.id) ?? '', options);
      if (connector === null) return { value: null, diagnostics: [] };
      client.noteConnector(connector);
      const type = needsType(state, connector) ? await typeOf(connector, client, options) : undefined;
      const read = await readConfiguration({
        prior: state.configuration,
        held: connector.configuration,
        privateState,
        schema: async () => authMethodSchema(await typeOf(connector, client, options), connector.authMethod),
        isUntouched: state.updated === connector.updated,
      });
      const value = { ...connectorState(state, connector, type), configuration: read.configuration };
      return { value, privateState: read.privateState, diagnostics: [] };
    });
  }

  async update(request: UpdateRequest<Model, ProviderClient>): Promise<Outcome<Model>> {
    const { config, prior, planned, privateState, client, context } = request;
    const unchanged = stateWithoutRequest({ config, planned, prior });
    const toBeVerified = isToBeVerified(prior, planned);
    if (unchanged && !toBeVerified) return { value: unchanged, diagnostics: [] };
    const deadline = new Deadline(planned, 'update', context.signal);
    const writing = { verb: 'update', planned, config, client, deadline } as const;
    const undertaking = { ...explaining(writing), deadline };
    const outcome = await attempt<Model>(undertaking, async () => {
      const isToBeSent = toBeVerified || isConfigurationSent(prior, planned, config);
      const configuration = isToBeSent ? await sent(writing) : undefined;
      if (toBeVerified) {
        const { error } = await verified(connectorSpec(planned, configuration ?? {}), { client, context, deadline });
        if (error !== null) return refusedBy(error, writing);
      }
      if (unchanged) return { value: unchanged, diagnostics: [] };
      const id = textOf(prior.id) ?? '';
      const changes = connectorChanges(prior, planned, configuration);
      const change = () => client.serviceConnectors.update(id, changes, deadline.options());
      const { connector, error, left } = await updateInUseOrNot(id, change, { client, deadline });
      const diagnostics = leftDetached(left, id);
      if (connector === undefined) {
        return { diagnostics: [...diagnostics, ...(error ? await failureOf(undertaking, error) : [])] };
      }
      client.noteConnector(connector);
      return {
        value: withComputedOf(planned, connector),
        privateState: await remembered(connector, { ...writing, prior, privateState }),
        diagnostics,
      };
    });
    return withoutWriteOnly(outcome, configurationOf(planned, config));
  }

  async delete(request: ReadRequest<Model, ProviderClient>): Promise<readonly Diagnostic[]> {
    const { state, privateState, client, context } = request;
    const deadline = new Deadline(state, 'delete', context.signal);
    const { diagnostics } = await attempt({ ...undertaking('delete', state), deadline }, async () => ({
      diagnostics: await deleteConnector({ id: textOf(state.id) ?? '', name: nameOf(state) }, privateState, {
        client,
        deadline,
      }),
    }));
    return diagnostics;
  }

  async importState(request: ImportRequest<ProviderClient>): Promise<Outcome<Model>> {
    const { client, context } = request;
    return importObject(request, {
      object: 'service connector',
      get: (id, options) => client.serviceConnectors.get(id, options),
      find: ({ name }, options) => client.serviceConnectors.findByName(name, {}, options),
      state: async (found) => importedConnector(found, await typeOf(found, client, { signal: context.signal })),
    });
  }
}

/** The plan with what the server's catalog says against it. */
async function checkedPlan(request: ModifyPlanRequest<Model, ProviderClient>): Promise<ModifyPlanResponse<Model>> {
  const { config, prior, planned, client, context } = request;
  if (planned === null || client === undefined || client.settings.skipValidation) return { planned, diagnostics: [] };
  const configuration = configurationOf(planned, config);
  const isWritten = prior === null || differ(CONFIGURED, prior, planned);
  const catalogued = config.resource_types === null ? RESOURCE_TYPE : [...RESOURCE_TYPE, 'resource_types' as const];
  if (!isWritten && !differ(catalogued, prior, planned)) return { planned, diagnostics: [] };
  const { diagnostics } = await attempt(undertaking('plan', planned), async () => {
    const types = await visibleConnectorTypes(client, { signal: context.signal });
    return { diagnostics: await checkConnector(planned, types, { configuration, isWritten }) };
  });
  return { planned, diagnostics };
}

interface Verification {
  readonly client: ProviderClient;
  readonly context: CallContext;
  readonly deadline: Deadline;
}

/** An identity that was made a moment ago, by the same apply, is given time to become known. */
function verified(spec: ServiceConnectorSpec, { client, context, deadline }: Verification) {
  const verify = () => client.serviceConnectors.verifyConfiguration(spec, deadline.options());
  return verifyPatiently(spec, verify, { context, until: deadline.end });
}

async function typeOf(
  { type }: Pick<ServiceConnector, 'type'>,
  client: ProviderClient,
  options: CallOptions,
): Promise<ServiceConnectorType | undefined> {
  return (await visibleConnectorTypes(client, options)).find((candidate) => candidate.type === type);
}

/** Changes the connector, and where the server refuses that because components use it, with them detached. */
async function updateInUseOrNot(
  id: string,
  change: () => Promise<ServiceConnector>,
  scope: { readonly client: ProviderClient; readonly deadline: Deadline },
): Promise<DetachedUpdate> {
  try {
    return { connector: await change(), left: [] };
  } catch (error) {
    if (isRefusedInUse(error)) return updateDetached(id, change, scope);
    throw error;
  }
}

/** What the catalog of connector types knows of besides the configuration, and what that depends on. */
const RESOURCE_TYPE = ['type', 'auth_method', 'resource_type'] as const;
const CONFIGURED = ['type', 'auth_method', 'configuration', 'configuration_wo_version'] as const;

function differ(names: readonly (keyof Model)[], prior: Model, planned: Model): boolean {
  return names.some((name) => !valuesEqual(planned[name], prior[name]));
}

/** True where what the server would verify changes, or verification is wanted from now on. */
function isToBeVerified(prior: Model, planned: Model): boolean {
  return planned.verify !== false && (prior.verify === false || isVerifiedOtherwise(prior, planned));
}

/** The resource types are given in one of two ways. */
function checkResourceTypeGiven({ resource_type, resource_types }: Model): readonly Diagnostic[] {
  if (textOf(resource_type) === undefined || resource_types === null) return [];
  return [
    errorDiagnostic(
      'Resource Types Given Twice',
      'Both `resource_type` and `resource_types` are set. Leave one of them out.',
      attributePath('resource_types'),
    ),
  ];
}

/** A write that the server may refuse. */
interface Writing {
  readonly verb: 'create' | 'update';
  readonly planned: Model;
  readonly config: Model;
  readonly client: ProviderClient;
  readonly deadline: Deadline;
}

/** Both parts of the configuration as requests carry them. */
function sent({ planned, config, client, deadline }: Writing): Promise<JsonObject> {
  return sentConfiguration(mergedMap(configurationOf(planned, config)), () =>
    schemaOf(planned, client, deadline.options()),
  );
}

async function schemaOf(
  { type, auth_method }: Model,
  client: ProviderClient,
  options: CallOptions,
): Promise<ConfigSchema | undefined> {
  if (client.settings.skipValidation) return undefined;
  return authMethodSchema(await typeOf({ type: textOf(type) ?? '' }, client, options), textOf(auth_method) ?? '');
}

/** What is remembered of a connector that was just written. */
function remembered(
  { configuration }: ServiceConnector,
  { prior, planned, client, deadline, privateState }: Writing & { prior: Model | null; privateState: PrivateState },
): Promise<PrivateState> {
  return withWrittenBaseline({
    prior: prior?.configuration ?? null,
    planned: planned.configuration,
    held: configuration,
    privateState,
    schema: () => schemaOf(planned, client, deadline.lookUp()),
  });
}

async function refusedBy(error: string, writing: Writing): Promise<Outcome<Model>> {
  return {
    diagnostics: await withoutSecrets(
      [notVerified(error, nameOf(writing.planned))],
      writing,
      writing.deadline.lookUp(),
    ),
  };
}

function undertaking(verb: Undertaking['verb'], model: Model): Undertaking {
  return { verb, object: `service connector "${nameOf(model)}"` };
}

function explaining(writing: Writing): Undertaking {
  return {
    ...undertaking(writing.verb, writing.planned),
    explain: async (error, options) => {
      const explained = await explainConnectorRefusal(error, writing.verb, written(writing), writing.client, options);
      if (explained) return withoutSecrets(explained, writing, options);
      // What a server said may hold a secret also where nothing more is known of it.
      if (error.detail === undefined) return undefined;
      return withoutSecrets([describeFailure(undertaking(writing.verb, writing.planned), error)], writing, options);
    },
  };
}

async function withoutSecrets(
  diagnostics: readonly Diagnostic[],
  writing: Writing,
  options: CallOptions,
): Promise<readonly Diagnostic[]> {
  const split = configurationOf(writing.planned, writing.config);
  const clean = await withoutConnectorSecrets(written(writing), writing.client, diagnostics, options);
  return atItsPart(redactDiagnostics(clean, writeOnlyTexts(split)), split);
}

/** The plan with both parts of the configuration, as it was sent. */
function written({ planned, config }: Writing): Model {
  return { ...planned, configuration: mergedMap(configurationOf(planned, config)) };
}
