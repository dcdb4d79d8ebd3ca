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
  type ReadRequest,
  type Resource,
  type UpdateRequest,
  type ValidateRequest,
} from '../../framework';
import type {
  CallOptions,
  ServiceConnector,
  ServiceConnectorChanges,
  ServiceConnectorSpec,
  ServiceConnectorType,
  ZenmlError,
} from '../../zenml';
import { nameOf, textOf } from '../attribute-values';
import { checkConnector } from '../check-connector';
import {
  connectorSpec,
  connectorState,
  droppedKeys,
  importedConnector,
  needsCatalog,
  withComputedOf,
} from '../connector-mapping';
import { Deadline } from '../deadline';
import { isRefusedInUse, leftDetached, updateDetached, type DetachedUpdate } from '../detached-update';
import { attempt, failureOf, type Undertaking } from '../failures/attempt';
import { explainConnectorRefusal, notVerified, withoutConnectorSecrets } from '../failures/explain-connector';
import { connectorInUse } from '../failures/in-use';
import { importObject } from '../import-object';
import { stateWithoutRequest } from '../phantom-change';
import type { ProviderClient } from '../provider-client';
import { serviceConnectorSchema, type ServiceConnectorModel } from '../schemas/service-connector-schema';
import { needs } from '../schemas/validators';
import { verifyPatiently } from '../verify-patiently';

type Model = ServiceConnectorModel;

/** `zenml_service_connector` */
export class ServiceConnectorResource implements Resource<Model, ProviderClient> {
  readonly typeName = 'zenml_service_connector';
  readonly identity = ['id'];
  readonly schema = serviceConnectorSchema;

  validateConfig({ config }: ValidateRequest<Model>): readonly Diagnostic[] {
    return needs('resource_id', config.resource_id, 'resource_type', config.resource_type);
  }

  async modifyPlan({
    prior,
    planned,
    client,
    context,
  }: ModifyPlanRequest<Model, ProviderClient>): Promise<ModifyPlanResponse<Model>> {
    if (planned === null) return { planned, diagnostics: [] };
    if (prior !== null && !differ(SERVER_SIDE, prior, planned)) {
      return { planned: { ...planned, updated: prior.updated, expires_at: prior.expires_at }, diagnostics: [] };
    }
    if (client === undefined || (prior !== null && !differ(CATALOGUED, prior, planned))) {
      return { planned, diagnostics: [] };
    }
    const { diagnostics } = await attempt(planning(planned), async () => {
      const types = await client.serviceConnectorTypes({ signal: context.signal });
      return { diagnostics: checkConnector(planned, types) };
    });
    return { planned, diagnostics };
  }

  async create({ planned, client, context }: CreateRequest<Model, ProviderClient>): Promise<Outcome<Model>> {
    const deadline = new Deadline(planned, 'create', context.signal);
    return attempt({ ...explaining('create', planned, client), deadline }, async () => {
      const spec = connectorSpec(planned);
      if (planned.verify !== false) {
        const { error } = await verified(spec, { client, context, deadline });
        if (error !== null) return refusedBy(error, planned, client);
      }
      const connector = await client.serviceConnectors.create(spec, deadline.options());
      return { value: withComputedOf(planned, connector), diagnostics: droppedKeys(planned, connector) };
    });
  }

  async read({ state, client, context }: ReadRequest<Model, ProviderClient>): Promise<Outcome<Model | null>> {
    return attempt(undertaking('read', state), async () => {
      const options = { signal: context.signal };
      const connector = await client.serviceConnectors.get(textOf(state.id) ?? '', { ...options, secrets: true });
      if (connector === null) return { value: null, diagnostics: [] };
      const type = needsCatalog(state, connector) ? await typeOf(connector, client, options) : undefined;
      return { value: connectorState(state, connector, type), diagnostics: [] };
    });
  }

  async update({ prior, planned, client, context }: UpdateRequest<Model, ProviderClient>): Promise<Outcome<Model>> {
    const unchanged = isToBeVerified(prior, planned) ? undefined : stateWithoutRequest(planned, prior);
    if (unchanged) return { value: unchanged, diagnostics: [] };
    const deadline = new Deadline(planned, 'update', context.signal);
    const undertaking = { ...explaining('update', planned, client), deadline };
    return attempt(undertaking, async () => {
      const id = textOf(prior.id) ?? '';
      const held = await client.serviceConnectors.get(id, { ...deadline.options(), secrets: true });
      if (held === null) return { diagnostics: [goneMeanwhile(id, planned)] };
      const changes = changesOf(prior, planned, held);
      if (isToBeVerified(prior, planned)) {
        const whole = { ...changes, type: held.type };
        const { error } = await verified(whole, { client, context, deadline });
        if (error !== null) return refusedBy(error, planned, client);
      }
      if (!differ(SERVER_SIDE, prior, planned)) return { value: withComputedOf(planned, held), diagnostics: [] };
      const change = () => client.serviceConnectors.update(id, changes, deadline.options());
      const { connector, error, left } = await updateInUseOrNot(id, client, change);
      const diagnostics = leftDetached(left, id);
      if (connector === undefined) {
        return { diagnostics: [...diagnostics, ...(error ? await failureOf(undertaking, error) : [])] };
      }
      return {
        value: withComputedOf(planned, connector),
        diagnostics: [...diagnostics, ...droppedKeys(planned, connector)],
      };
    });
  }

  async delete({ state, client, context }: ReadRequest<Model, ProviderClient>): Promise<readonly Diagnostic[]> {
    const id = textOf(state.id) ?? '';
    const deadline = new Deadline(state, 'delete', context.signal);
    const deletion: Undertaking = {
      ...undertaking('delete', state),
      deadline,
      explain: async ({ code }) => (code === 'forbidden' ? connectorInUse(id, nameOf(state), client) : undefined),
    };
    const { diagnostics } = await attempt(deletion, async () => {
      await client.serviceConnectors.delete(id, deadline.options());
      return { diagnostics: [] };
    });
    return diagnostics;
  }

  async importState(request: ImportRequest<ProviderClient>): Promise<Outcome<Model>> {
    const { client, context } = request;
    return importObject(request, {
      object: 'service connector',
      get: (id, options) => client.serviceConnectors.get(id, { ...options, secrets: true }),
      find: ({ name }, options) => client.serviceConnectors.findByName(name, {}, options),
      state: async (found) => importedConnector(found, await typeOf(found, client, { signal: context.signal })),
    });
  }
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
  { type }: ServiceConnector,
  client: ProviderClient,
  options: CallOptions,
): Promise<ServiceConnectorType | undefined> {
  return (await client.serviceConnectorTypes(options)).find((candidate) => candidate.type === type);
}

/**
 * All that an update can change. A server resets what a request leaves out, so what is not managed here is sent back as
 * it is.
 */
function changesOf(prior: Model, planned: Model, held: ServiceConnector) {
  const { name, authMethod, resourceTypes = [], resourceId = null, configuration, labels } = connectorSpec(planned);
  const unmanaged = textOf(prior.resource_type) === undefined && textOf(planned.resource_type) === undefined;
  return {
    name,
    authMethod,
    resourceTypes: unmanaged ? held.resourceTypes : resourceTypes,
    resourceId,
    configuration: configuration ?? {},
    labels: labels ?? {},
    expirationSeconds: held.expirationSeconds,
    expiresAt: held.expiresAt,
  } satisfies ServiceConnectorChanges;
}

/** Changes the connector, and where the server refuses that because components use it, with them detached. */
async function updateInUseOrNot(
  id: string,
  client: ProviderClient,
  change: () => Promise<ServiceConnector>,
): Promise<DetachedUpdate> {
  try {
    return { connector: await change(), left: [] };
  } catch (error) {
    if (isRefusedInUse(error)) return updateDetached(id, client, change);
    throw error;
  }
}

/** What the catalog of connector types knows of. */
const CATALOGUED = ['type', 'auth_method', 'resource_type'] as const;
/** What verification depends on. */
const VERIFIED = ['auth_method', 'configuration', 'resource_type', 'resource_id'] as const;
/** What the server holds; the rest says only how to bring it there. */
const SERVER_SIDE = ['name', 'type', 'labels', ...VERIFIED] as const;

function differ(names: readonly (keyof Model)[], prior: Model, planned: Model): boolean {
  return names.some((name) => !valuesEqual(planned[name], prior[name]));
}

/** True where what the server would verify changes, or verification is wanted from now on. */
function isToBeVerified(prior: Model, planned: Model): boolean {
  return planned.verify !== false && (prior.verify === false || differ(VERIFIED, prior, planned));
}

async function refusedBy(error: string, planned: Model, client: ProviderClient): Promise<Outcome<Model>> {
  return { diagnostics: await withoutConnectorSecrets(planned, client, [notVerified(error, nameOf(planned))]) };
}

function goneMeanwhile(id: string, planned: Model): Diagnostic {
  return errorDiagnostic(
    'Not Found on the ZenML Server',
    `The service connector "${nameOf(planned)}" (${id}) is gone: it was deleted since the plan was made. Plan again to create it anew.`,
    attributePath('id'),
  );
}

function undertaking(verb: Undertaking['verb'], model: Model): Undertaking {
  return { verb, object: `service connector "${nameOf(model)}"` };
}

/** Without the permission to see the catalog there is nothing to check against; the server has the last word anyway. */
function planning(planned: Model): Undertaking {
  return { ...undertaking('plan', planned), explain: async ({ code }) => (code === 'forbidden' ? [] : undefined) };
}

function explaining(verb: 'create' | 'update', planned: Model, client: ProviderClient): Undertaking {
  return { ...undertaking(verb, planned), explain: (error) => explain(error, verb, planned, client) };
}

async function explain(error: ZenmlError, verb: 'create' | 'update', planned: Model, client: ProviderClient) {
  const diagnostics = await explainConnectorRefusal(error, verb, planned, client);
  return diagnostics && withoutConnectorSecrets(planned, client, diagnostics);
}
