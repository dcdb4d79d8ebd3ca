import {
  attributePath,
  errorDiagnostic,
  type DataSource,
  type DataSourceRequest,
  type Diagnostic,
  type Outcome,
  type ValidateRequest,
} from '../../framework';
import type { ServiceConnectorResources } from '../../zenml';
import { textOf } from '../attributes/attribute-values';
import { attempt } from '../failures/attempt';
import { asSentence } from '../failures/describe-failure';
import { ENABLE_IMPLICIT, IMPLICIT_REFUSED } from '../failures/implicit-authentication';
import type { ProviderClient } from '../server/provider-client';
import {
  serviceConnectorResourcesSchema,
  type ServiceConnectorResourcesModel,
} from '../schemas/service-connector-lookup-schema';
import { needs } from '../schemas/validators';
import { findOne, needsIdOr } from './find-one';
import { given } from './list-items';

/** `data.zenml_service_connector_resources` */
export class ServiceConnectorResourcesDataSource implements DataSource<ServiceConnectorResourcesModel, ProviderClient> {
  readonly typeName = 'zenml_service_connector_resources';
  readonly schema = serviceConnectorResourcesSchema;

  validateConfig({ config }: ValidateRequest<ServiceConnectorResourcesModel>): readonly Diagnostic[] {
    return [
      ...needsIdOr('service connector', config.id, { name: config.name }),
      ...needs('resource_id', config.resource_id, 'resource_type', config.resource_type),
    ];
  }

  async read({
    config,
    client,
    context,
  }: DataSourceRequest<ServiceConnectorResourcesModel, ProviderClient>): Promise<
    Outcome<ServiceConnectorResourcesModel>
  > {
    return attempt({ verb: 'read', object: 'resources of the service connector' }, async () => {
      const options = { signal: context.signal };
      const { id, name } = config;
      const found = await findOne({
        kind: 'service connector',
        id,
        name,
        collection: client.serviceConnectors,
        options,
      });
      if (!('object' in found)) return { diagnostics: [found.diagnostic] };
      const connector = found.object;
      const scope = given({ resourceType: textOf(config.resource_type), resourceId: textOf(config.resource_id) });
      const reached = await client.serviceConnectors.resources(connector.id, scope, options);
      if (reached.error !== null) return { diagnostics: [notWorking(connector.name, reached.error)] };
      const value = { ...config, id: connector.id, name: connector.name, resources: itemsOf(reached) };
      return { value, diagnostics: [] };
    });
  }
}

function itemsOf({ resources }: ServiceConnectorResources) {
  return [...resources]
    .sort((a, b) => (a.resourceType < b.resourceType ? -1 : 1))
    .map(({ resourceType, resourceIds, error }) => ({
      resource_type: resourceType,
      resource_ids: [...resourceIds].sort(),
      error,
    }));
}

function notWorking(name: string, error: string): Diagnostic {
  const remedy = IMPLICIT_REFUSED.test(error)
    ? ENABLE_IMPLICIT
    : 'Correct its configuration, or the permissions behind it, and run the command again.';
  return errorDiagnostic(
    'Service Connector Not Working',
    `The server could reach nothing with the service connector "${name}": ${asSentence(error)} ${remedy}`,
    attributePath('name'),
  );
}
