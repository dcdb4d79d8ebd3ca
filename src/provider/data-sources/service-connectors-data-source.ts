import { record, type DataSource, type DataSourceRequest, type Outcome } from '../../framework';
import type { ServiceConnector } from '../../zenml';
import { textOf } from '../attributes/attribute-values';
import { attempt } from '../failures/attempt';
import type { ProviderClient } from '../server/provider-client';
import { serviceConnectorsSchema, type ServiceConnectorsModel } from '../schemas/service-connector-lookup-schema';
import { filterOf, given, inOrder } from './list-items';

/** `data.zenml_service_connectors` */
export class ServiceConnectorsDataSource implements DataSource<ServiceConnectorsModel, ProviderClient> {
  readonly typeName = 'zenml_service_connectors';
  readonly schema = serviceConnectorsSchema;

  async read({
    config,
    client,
    context,
  }: DataSourceRequest<ServiceConnectorsModel, ProviderClient>): Promise<Outcome<ServiceConnectorsModel>> {
    return attempt({ verb: 'read', object: 'service connectors' }, async () => {
      const own = given({
        type: textOf(config.type),
        authMethod: textOf(config.auth_method),
        resourceType: textOf(config.resource_type),
      });
      const connectors = inOrder(
        await client.serviceConnectors.list({ ...filterOf(config), ...own }, { signal: context.signal }),
      );
      return {
        value: {
          ...config,
          ids: connectors.map(({ id }) => id),
          names: connectors.map(({ name }) => name),
          connectors: connectors.map(itemOf),
        },
        diagnostics: [],
      };
    });
  }
}

function itemOf(connector: ServiceConnector) {
  return {
    id: connector.id,
    name: connector.name,
    type: connector.type,
    auth_method: connector.authMethod,
    resource_types: connector.resourceTypes,
    resource_id: connector.resourceId,
    labels: record(Object.entries(connector.labels)),
    user_id: connector.userId,
    created: connector.created,
    updated: connector.updated,
  };
}
