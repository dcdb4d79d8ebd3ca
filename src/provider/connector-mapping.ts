import { isSet, type Diagnostic, warningDiagnostic, attributePath } from '../framework';
import type { ServiceConnector, ServiceConnectorSpec, ServiceConnectorType } from '../zenml';
import { stateLabels, stateText, textOf, writtenMap } from './attribute-values';
import { ConfigSchema } from './configuration/config-schema';
import { importedConfiguration, stateConfiguration } from './configuration/state-configuration';
import { listed } from './failures/nearest';
import type { ServiceConnectorModel } from './schemas/service-connector-schema';

/** A planned connector as a request. */
export function connectorSpec(planned: ServiceConnectorModel): ServiceConnectorSpec {
  const resourceType = textOf(planned.resource_type);
  return {
    name: textOf(planned.name) ?? '',
    type: textOf(planned.type) ?? '',
    authMethod: textOf(planned.auth_method) ?? '',
    resourceTypes: resourceType === undefined ? [] : [resourceType],
    resourceId: textOf(planned.resource_id) ?? null,
    configuration: writtenMap(planned.configuration),
    labels: writtenMap(planned.labels),
  };
}

/** The plan with what the server computed. */
export function withComputedOf(planned: ServiceConnectorModel, connector: ServiceConnector): ServiceConnectorModel {
  return {
    ...planned,
    id: connector.id,
    user: connector.userId,
    expires_at: connector.expiresAt,
    created: connector.created,
    updated: connector.updated,
  };
}

/**
 * State after a read. The catalog, undefined where nothing has to be told from it, says which configuration keys are only
 * hidden, and whether one resource type is all that the connector type has.
 */
export function connectorState(
  prior: ServiceConnectorModel,
  connector: ServiceConnector,
  type: ServiceConnectorType | undefined,
): ServiceConnectorModel {
  const schema = authMethodSchema(type, connector.authMethod);
  return {
    ...prior,
    id: connector.id,
    name: connector.name,
    type: connector.type,
    auth_method: connector.authMethod,
    resource_type: stateResourceType(prior, connector, type),
    resource_id: stateText(prior.resource_id, connector.resourceId),
    configuration: stateConfiguration(
      prior.configuration,
      connector.configuration,
      (key) => !schema?.has(key) || schema.isSecret(key),
    ),
    labels: stateLabels(prior.labels, connector.labels),
    user: connector.userId,
    expires_at: connector.expiresAt,
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
    configuration: importedConfiguration(connector.configuration),
  };
}

/** True where the catalog is needed to tell drift from what the server filled in or hides. */
export function needsCatalog(prior: ServiceConnectorModel, connector: ServiceConnector): boolean {
  if (prior.updated === connector.updated) return false;
  const written = Object.keys(writtenMap(prior.configuration));
  return (
    written.some((key) => !Object.hasOwn(connector.configuration, key)) ||
    (textOf(prior.resource_type) === undefined && connector.resourceTypes.length === 1)
  );
}

/** Warns of configuration keys that the server did not keep: it drops, without a word, those that it does not know. */
export function droppedKeys(planned: ServiceConnectorModel, connector: ServiceConnector): readonly Diagnostic[] {
  const kept = connector.configuration;
  const dropped = Object.keys(writtenMap(planned.configuration)).filter((key) => !Object.hasOwn(kept, key));
  if (dropped.length === 0 || Object.keys(kept).length === 0) return [];
  return [
    warningDiagnostic(
      'Configuration Ignored by the Server',
      `The service connector "${connector.name}" of the type ${connector.type} and the authentication method ${connector.authMethod} ` +
        `has no ${listed(dropped)}: the server ignored what was written. Remove it from \`configuration\` or correct the key.`,
      attributePath('configuration'),
    ),
  ];
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
  const wasSet = isSet(prior.resource_type) && prior.resource_type !== '';
  const one = second === undefined ? (first ?? null) : null;
  if (wasSet || (type !== undefined && type.resourceTypes.length > 1)) return stateText(prior.resource_type, one);
  return stateText(prior.resource_type, null);
}

const NOTHING: ServiceConnectorModel = {
  id: null,
  name: null,
  type: null,
  auth_method: null,
  resource_type: null,
  resource_id: null,
  configuration: null,
  verify: null,
  labels: null,
  timeouts: null,
  user: null,
  expires_at: null,
  created: null,
  updated: null,
};
