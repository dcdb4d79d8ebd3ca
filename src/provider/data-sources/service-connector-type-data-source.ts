import { attributePath, errorDiagnostic, type DataSource, type DataSourceRequest, type Outcome } from '../../framework';
import type { ServiceConnectorType } from '../../zenml';
import { textOf } from '../attributes/attribute-values';
import { attempt } from '../failures/attempt';
import { didYouMean, listed } from '../failures/nearest';
import type { ProviderClient } from '../server/provider-client';
import { serviceConnectorTypeSchema, type ServiceConnectorTypeModel } from '../schemas/service-connector-lookup-schema';

/** `data.zenml_service_connector_type` */
export class ServiceConnectorTypeDataSource implements DataSource<ServiceConnectorTypeModel, ProviderClient> {
  readonly typeName = 'zenml_service_connector_type';
  readonly schema = serviceConnectorTypeSchema;

  async read({
    config,
    client,
    context,
  }: DataSourceRequest<ServiceConnectorTypeModel, ProviderClient>): Promise<Outcome<ServiceConnectorTypeModel>> {
    return attempt({ verb: 'read', object: 'service connector type' }, async () => {
      const types = await client.serviceConnectorTypes({ signal: context.signal });
      const wanted = textOf(config.type) ?? '';
      const found = types.find(({ type }) => type === wanted);
      return found ? { value: modelOf(found), diagnostics: [] } : { diagnostics: [unknown(wanted, types)] };
    });
  }
}

function modelOf({ type, name, authMethods, resourceTypes }: ServiceConnectorType): ServiceConnectorTypeModel {
  return {
    type,
    name,
    auth_methods: [...authMethods]
      .sort((a, b) => (a.authMethod < b.authMethod ? -1 : 1))
      .map((method) => ({
        auth_method: method.authMethod,
        name: method.name,
        config_schema: JSON.stringify(method.configSchema),
      })),
    resource_types: [...resourceTypes]
      .sort((a, b) => (a.resourceType < b.resourceType ? -1 : 1))
      .map((resource) => ({
        resource_type: resource.resourceType,
        name: resource.name,
        auth_methods: resource.authMethods,
        supports_instances: resource.supportsInstances,
      })),
  };
}

function unknown(wanted: string, types: readonly ServiceConnectorType[]) {
  const names = types.map(({ type }) => type);
  return errorDiagnostic(
    'Unknown Service Connector Type',
    `\`type\` is "${wanted}", and the server has no such type of service connector.${didYouMean(wanted, names)} It has ${listed(names)}; ` +
      'further ones need their libraries installed with the server.',
    attributePath('type'),
  );
}
