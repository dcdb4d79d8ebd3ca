import {
  attributePath,
  errorDiagnostic,
  isSet,
  type CreateRequest,
  type Diagnostic,
  type ImportRequest,
  type ModifyPlanRequest,
  type ModifyPlanResponse,
  type Outcome,
  type ReadRequest,
  type Resource,
  type UpdateRequest,
} from '../../framework';
import { isJsonObject, type CustomFlavor, type CustomFlavorSpec, type JsonObject } from '../../zenml';
import { nameOf, stateText, textOf } from '../attributes/attribute-values';
import { unknownComponentType } from '../checks/component-types';
import { Deadline } from '../life-cycle/deadline';
import { attempt, type Undertaking } from '../failures/attempt';
import { explainRefusedAttributes } from '../failures/explain-attributes';
import { flavorInUse } from '../failures/in-use';
import { nameTaken } from '../failures/name-taken';
import { importObject } from '../life-cycle/import-object';
import { createOrAdopt } from '../life-cycle/create-or-adopt';
import { isJsonTextOf, parseJsonText } from '../attributes/json-text';
import { stateWithoutRequest, withoutPhantomChange } from '../attributes/phantom-change';
import type { ProviderClient } from '../server/provider-client';
import { flavorSchema, type FlavorModel } from '../schemas/flavor-schema';

/** `zenml_flavor` */
export class FlavorResource implements Resource<FlavorModel, ProviderClient> {
  readonly typeName = 'zenml_flavor';
  readonly identity = ['id'];
  readonly schema = flavorSchema;

  async modifyPlan({
    config,
    prior,
    planned,
    client,
    context,
  }: ModifyPlanRequest<FlavorModel, ProviderClient>): Promise<ModifyPlanResponse<FlavorModel>> {
    if (planned === null) return { planned, diagnostics: [] };
    const settled = prior === null ? planned : withoutPhantomChange({ config, prior, planned });
    if (client === undefined || settled === prior) return { planned: settled, diagnostics: [] };
    const { diagnostics } = await attempt(undertaking('plan', planned), async () => ({
      diagnostics: prior === null ? await checkNew(planned, client, context.signal) : [],
    }));
    if (diagnostics.length === 0) announce(planned, client);
    return { planned: settled, diagnostics };
  }

  async create({
    planned,
    client,
    context,
  }: CreateRequest<FlavorModel, ProviderClient>): Promise<Outcome<FlavorModel>> {
    const deadline = new Deadline(planned, 'create', context.signal);
    return attempt({ ...explaining('create', planned, client), deadline }, async () => {
      const type = textOf(planned.type) ?? '';
      const { held, ...outcome } = await createOrAdopt({
        typeName: this.typeName,
        object: objectOf(planned),
        schema: flavorSchema,
        wanted: planned,
        adopts: client.settings.adoptExisting,
        create: (options) => client.customFlavors.create(specOf(planned), { ...deadline.options(), ...options }),
        holders: () => client.customFlavors.findByName(nameOf(planned), { type }, deadline.lookUp()),
        stateOf: (flavor) => fromServer(planned, flavor),
        otherwise: async (holders) => {
          const own = holders.find(({ isCustom }) => !isCustom);
          return own && { diagnostics: [builtIn(own)] };
        },
      });
      return { ...outcome, ...(held && { value: withComputed(planned, held) }) };
    });
  }

  async read({
    state,
    client,
    context,
  }: ReadRequest<FlavorModel, ProviderClient>): Promise<Outcome<FlavorModel | null>> {
    return attempt(undertaking('read', state), async () => {
      const flavor = await client.customFlavors.get(textOf(state.id) ?? '', { signal: context.signal });
      return { value: flavor && fromServer(state, flavor), diagnostics: [] };
    });
  }

  async update({
    config,
    prior,
    planned,
    client,
    context,
  }: UpdateRequest<FlavorModel, ProviderClient>): Promise<Outcome<FlavorModel>> {
    const unchanged = stateWithoutRequest({ config, planned, prior });
    if (unchanged) return { value: unchanged, diagnostics: [] };
    const deadline = new Deadline(planned, 'update', context.signal);
    return attempt({ ...explaining('update', planned, client), deadline }, async () => {
      const flavor = await client.customFlavors.update(textOf(prior.id) ?? '', specOf(planned), deadline.options());
      return { value: withComputed(planned, flavor), diagnostics: [] };
    });
  }

  async delete({ state, client, context }: ReadRequest<FlavorModel, ProviderClient>): Promise<readonly Diagnostic[]> {
    const deadline = new Deadline(state, 'delete', context.signal);
    const explain: Undertaking['explain'] = async (error, options) =>
      error.code === 'forbidden' ? flavorInUse(nameOf(state), textOf(state.type) ?? '', client, options) : undefined;
    const { diagnostics } = await attempt({ ...undertaking('delete', state), deadline, explain }, async () => {
      await client.customFlavors.delete(textOf(state.id) ?? '', deadline.options());
      return { diagnostics: [] };
    });
    return diagnostics;
  }

  async importState(request: ImportRequest<ProviderClient>): Promise<Outcome<FlavorModel>> {
    const { customFlavors } = request.client;
    return importObject(request, {
      object: 'flavor',
      get: (id, options) => customFlavors.get(id, options),
      isNamedByType: true,
      find: ({ type, name }, options) => customFlavors.findByName(name, { type }, options),
      refuse: (flavor) => (flavor.isCustom ? undefined : notCustom(flavor)),
      state: (flavor) => fromServer(NOTHING, flavor),
    });
  }
}

const NOTHING: FlavorModel = {
  id: null,
  name: null,
  type: null,
  source: null,
  config_schema: null,
  integration: null,
  connector_type: null,
  connector_resource_type: null,
  connector_resource_id_attr: null,
  logo_url: null,
  docs_url: null,
  sdk_docs_url: null,
  timeouts: null,
  is_custom: null,
  user_id: null,
  created: null,
  updated: null,
};

/** What the server's catalog says against a new flavor. */
async function checkNew(planned: FlavorModel, client: ProviderClient, signal: AbortSignal) {
  const { type } = planned;
  if (!isSet(type) || client.settings.skipValidation) return [];
  const flavors = await client.flavors({ signal });
  if (flavors.length === 0 || flavors.some((known) => known.type === type)) return [];
  return [unknownComponentType(type, flavors, attributePath('type'))];
}

/** Components of this run may have the flavor before the server does. */
function announce({ name, type, ...planned }: FlavorModel, client: ProviderClient): void {
  if (!isSet(name) || !isSet(type)) return;
  client.expectFlavor({
    name,
    type,
    isCustom: true,
    configSchema: isSet(planned.config_schema) ? schemaOf(planned.config_schema) : { additionalProperties: true },
    connectorType: textOf(planned.connector_type) ?? null,
    connectorResourceType: textOf(planned.connector_resource_type) ?? null,
    connectorResourceIdAttribute: textOf(planned.connector_resource_id_attr) ?? null,
  });
}

function specOf(planned: FlavorModel): CustomFlavorSpec {
  return {
    name: textOf(planned.name) ?? '',
    type: textOf(planned.type) ?? '',
    source: textOf(planned.source) ?? '',
    configSchema: schemaOf(textOf(planned.config_schema) ?? ''),
    integration: textOf(planned.integration) ?? null,
    connectorType: textOf(planned.connector_type) ?? null,
    connectorResourceType: textOf(planned.connector_resource_type) ?? null,
    connectorResourceIdAttribute: textOf(planned.connector_resource_id_attr) ?? null,
    logoUrl: textOf(planned.logo_url) ?? null,
    docsUrl: textOf(planned.docs_url) ?? null,
    sdkDocsUrl: textOf(planned.sdk_docs_url) ?? null,
  };
}

function schemaOf(text: string): JsonObject {
  const schema = parseJsonText(text);
  return isJsonObject(schema) ? schema : {};
}

function withComputed(planned: FlavorModel, flavor: CustomFlavor): FlavorModel {
  const { id, isCustom, userId, created, updated } = flavor;
  return { ...planned, id, is_custom: isCustom, user_id: userId, created, updated };
}

function fromServer(prior: FlavorModel, flavor: CustomFlavor): FlavorModel {
  const written = isSet(prior.config_schema) ? prior.config_schema : '';
  const isSame = isJsonTextOf(written, flavor.configSchema);
  return {
    id: flavor.id,
    name: flavor.name,
    type: flavor.type,
    source: flavor.source,
    config_schema: isSame ? written : JSON.stringify(flavor.configSchema),
    integration: stateText(prior.integration, flavor.integration),
    connector_type: stateText(prior.connector_type, flavor.connectorType),
    connector_resource_type: stateText(prior.connector_resource_type, flavor.connectorResourceType),
    connector_resource_id_attr: stateText(prior.connector_resource_id_attr, flavor.connectorResourceIdAttribute),
    logo_url: stateText(prior.logo_url, flavor.logoUrl),
    docs_url: stateText(prior.docs_url, flavor.docsUrl),
    sdk_docs_url: stateText(prior.sdk_docs_url, flavor.sdkDocsUrl),
    timeouts: prior.timeouts,
    is_custom: flavor.isCustom,
    user_id: flavor.userId,
    created: flavor.created,
    updated: flavor.updated,
  };
}

function undertaking(verb: Undertaking['verb'], model: FlavorModel): Undertaking {
  return { verb, object: objectOf(model) };
}

function objectOf({ name, type }: FlavorModel): string {
  return `flavor "${nameOf({ name })}"${isSet(type) ? ` of the type ${type}` : ''}`;
}

function explaining(verb: 'create' | 'update', planned: FlavorModel, client: ProviderClient): Undertaking {
  return {
    ...undertaking(verb, planned),
    explain: async (error, options) => {
      if (error.code !== 'conflict') return explainRefusedAttributes(error, flavorSchema);
      const type = textOf(planned.type) ?? '';
      const holders = await client.customFlavors.findByName(nameOf(planned), { type }, options);
      const own = holders.find(({ isCustom }) => !isCustom);
      if (own) return [builtIn(own)];
      return [nameTaken({ verb, typeName: 'zenml_flavor', object: objectOf(planned), holders })];
    },
  };
}

function builtIn({ name, type }: CustomFlavor): Diagnostic {
  return errorDiagnostic(
    'Name Already Taken',
    `The server has a flavor "${name}" of the type ${type} of its own. Nothing was changed. Choose another name.`,
    attributePath('name'),
  );
}

function notCustom({ name, type }: CustomFlavor): Diagnostic {
  return errorDiagnostic(
    'Not a Custom Flavor',
    `The flavor "${name}" of the type ${type} is the server's own, which it writes anew when it is upgraded, so it cannot be managed. ` +
      'Read it with the data source `zenml_flavor`.',
  );
}
