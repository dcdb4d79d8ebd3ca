import {
  isSet,
  isUnknown,
  record,
  valuesEqual,
  type AttributeValue,
  type NumberValue,
  type Unknown,
} from '../../framework';
import type {
  JsonObject,
  ServiceConnector,
  ServiceConnectorChanges,
  ServiceConnectorSpec,
  ServiceConnectorType,
} from '../../zenml';
import { numberOf, stateLabels, stateText, textOf, writtenMap } from './attribute-values';
import { ConfigSchema } from '../configuration/config-schema';
import { publicConfiguration } from '../configuration/state-configuration';
import { isSent, type SplitMap } from '../configuration/write-only';
import { sameInstant, serverTime } from './instant';
import { emptyModel } from './empty-model';
import { serviceConnectorSchema, type ServiceConnectorModel } from '../schemas/service-connector-schema';

/** A planned connector as a request, with its configuration as it is sent. */
export function connectorSpec(planned: ServiceConnectorModel, configuration: JsonObject): ServiceConnectorSpec {
  return {
    ...detailsOf(planned),
    type: textOf(planned.type) ?? '',
    resourceTypes: resourceTypesOf(planned),
    configuration,
  };
}

/**
 * All that an update can change. A server resets the resource types, resource id and expiration that a request leaves out. Of
 * several resource types it makes all that the connector type has, so unchanged ones are left out: it compares them in its own
 * order.
 */
export function connectorChanges(
  prior: ServiceConnectorModel,
  planned: ServiceConnectorModel,
  configuration: JsonObject | undefined,
): ServiceConnectorChanges {
  const resourceTypes = resourceTypesOf(planned);
  const unchanged = resourceTypes.length > 1 && sameItems(resourceTypes, resourceTypesOf(prior));
  return {
    ...detailsOf(planned),
    ...(!unchanged && { resourceTypes }),
    ...(configuration && { configuration }),
  };
}

function detailsOf(planned: ServiceConnectorModel) {
  return {
    name: textOf(planned.name) ?? '',
    authMethod: textOf(planned.auth_method) ?? '',
    resourceId: textOf(planned.resource_id) ?? null,
    labels: writtenMap(planned.labels),
    expirationSeconds: positiveOrNull(numberOf(planned.expiration_seconds)),
    ...(isSet(planned.description) && { description: planned.description }),
    ...(isSet(planned.expires_at) && { expiresAt: serverTime(planned.expires_at) }),
    ...(isSet(planned.expires_skew_tolerance) && { expiresSkewTolerance: numberOf(planned.expires_skew_tolerance) }),
  };
}

/** The configuration in its two parts. */
export function configurationOf(planned: ServiceConnectorModel, config: ServiceConnectorModel): SplitMap {
  return {
    name: 'configuration',
    plain: planned.configuration,
    writeOnly: config.configuration_wo,
    version: planned.configuration_wo_version,
  };
}

/** Whether an update sends the configuration: what is verified is also what is stored. */
export function isConfigurationSent(
  prior: ServiceConnectorModel,
  planned: ServiceConnectorModel,
  config: ServiceConnectorModel,
): boolean {
  const before = { plain: prior.configuration, version: prior.configuration_wo_version };
  return isVerifiedOtherwise(prior, planned) || isSent(configurationOf(planned, config), before);
}

/** True where something changes that verification depends on. */
export function isVerifiedOtherwise(prior: ServiceConnectorModel, planned: ServiceConnectorModel): boolean {
  return (
    VERIFIED.some((name) => !valuesEqual(planned[name], prior[name])) ||
    !sameItems(resourceTypesOf(prior), resourceTypesOf(planned))
  );
}

const VERIFIED = ['auth_method', 'configuration', 'configuration_wo_version', 'resource_id'] as const;

/** The resource types that a plan or state asks for; none stands for all. */
export function resourceTypesOf({ resource_type, resource_types }: ServiceConnectorModel): readonly string[] {
  const one = textOf(resource_type);
  if (one !== undefined) return [one];
  return isSet(resource_types) ? resource_types.filter((type) => isSet(type)) : [];
}

/** The plan with what the server computed. */
export function withComputedOf(planned: ServiceConnectorModel, connector: ServiceConnector): ServiceConnectorModel {
  const known = <T>(value: T | Unknown, held: T): T => (isUnknown(value) ? held : value);
  return {
    ...planned,
    id: connector.id,
    description: known(planned.description, connector.description),
    resource_types: known(planned.resource_types, connector.resourceTypes),
    expiration_seconds: known(planned.expiration_seconds, connector.expirationSeconds),
    expires_at: known(planned.expires_at, connector.expiresAt),
    expires_skew_tolerance: known(planned.expires_skew_tolerance, connector.expiresSkewTolerance),
    supports_instances: connector.supportsInstances,
    user: connector.userId,
    created: connector.created,
    updated: connector.updated,
  };
}

/**
 * State after a read, with the configuration as it was. The type, undefined where nothing has to be told from it, says whether one
 * resource type is all that it has.
 */
export function connectorState(
  prior: ServiceConnectorModel,
  connector: ServiceConnector,
  type: ServiceConnectorType | undefined,
): ServiceConnectorModel {
  return {
    ...prior,
    id: connector.id,
    name: connector.name,
    type: connector.type,
    auth_method: connector.authMethod,
    description:
      prior.description === null ? connector.description : stateText(prior.description, connector.description),
    resource_type: stateResourceType(prior, connector, type),
    resource_types: stateResourceTypes(prior, connector),
    resource_id: stateText(prior.resource_id, connector.resourceId),
    labels: stateLabels(prior.labels, connector.labels),
    expiration_seconds: stateNumber(prior.expiration_seconds, connector.expirationSeconds),
    expires_at: stateTime(prior.expires_at, connector.expiresAt),
    expires_skew_tolerance: stateNumber(prior.expires_skew_tolerance, connector.expiresSkewTolerance),
    supports_instances: connector.supportsInstances,
    user: connector.userId,
    created: connector.created,
    updated: connector.updated,
  };
}

/** State of a connector that is imported. */
export function importedConnector(
  connector: ServiceConnector,
  type: ServiceConnectorType | undefined,
): ServiceConnectorModel {
  return {
    ...connectorState(NOTHING, connector, type),
    labels: record(Object.entries(connector.labels)),
    configuration: publicConfiguration(connector.configuration, authMethodSchema(type, connector.authMethod)),
  };
}

/** True where the connector's type is needed to tell drift of the resource type from what the server filled in. */
export function needsType(prior: ServiceConnectorModel, connector: ServiceConnector): boolean {
  return (
    prior.updated !== connector.updated &&
    textOf(prior.resource_type) === undefined &&
    connector.resourceTypes.length === 1 &&
    !sameItems(resourceTypesOf(prior), connector.resourceTypes)
  );
}

/** The schema of the configuration that an authentication method takes. */
export function authMethodSchema(type: ServiceConnectorType | undefined, authMethod: string): ConfigSchema | undefined {
  const method = type?.authMethods.find((candidate) => candidate.authMethod === authMethod);
  return method && new ConfigSchema(method.configSchema);
}

/** One resource type stands in state unless it is merely all that the connector type has. Several have no place there. */
function stateResourceType(
  prior: ServiceConnectorModel,
  { resourceTypes }: ServiceConnector,
  type: ServiceConnectorType | undefined,
): string | null {
  const [first, second] = resourceTypes;
  const unset = textOf(prior.resource_type) === undefined;
  if (unset && sameItems(resourceTypesOf(prior), resourceTypes)) return stateText(prior.resource_type, null);
  const wasSet = isSet(prior.resource_type) && prior.resource_type !== '';
  const one = second === undefined ? (first ?? null) : null;
  if (wasSet || (type !== undefined && type.resourceTypes.length > 1)) return stateText(prior.resource_type, one);
  return stateText(prior.resource_type, null);
}

/** The user's order stays: the server has its own. */
function stateResourceTypes({ resource_types }: ServiceConnectorModel, { resourceTypes }: ServiceConnector) {
  const written = isSet(resource_types) ? resource_types : [];
  return sameItems(written, resourceTypes) ? written : resourceTypes;
}

/** Nothing on the server leaves a zero a zero, which means the same. */
function stateNumber(prior: AttributeValue<NumberValue>, held: number | null): NumberValue | null {
  if (isUnknown(prior)) return held;
  return (numberOf(prior) ?? 0) === (held ?? 0) ? prior : held;
}

/** No credentials live for zero seconds: it stands for the default. */
function positiveOrNull(seconds: number | undefined): number | null {
  return seconds === undefined || seconds === 0 ? null : seconds;
}

function stateTime(prior: AttributeValue<string>, held: string | null): string | null {
  return isSet(prior) && held !== null && sameInstant(prior, held) ? prior : held;
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item) => b.includes(item));
}

const NOTHING = emptyModel(serviceConnectorSchema) as ServiceConnectorModel;
