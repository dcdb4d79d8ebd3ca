import {
  record,
  type DataSource,
  type DataSourceRequest,
  type Diagnostic,
  type Outcome,
  type ValidateRequest,
} from '../../framework';
import type { ServiceConnector, ServiceConnectorType } from '../../zenml';
import { textOf } from '../attributes/attribute-values';
import { publicConfiguration } from '../configuration/state-configuration';
import { authMethodSchema } from '../attributes/connector-mapping';
import { attempt } from '../failures/attempt';
import type { ProviderClient } from '../server/provider-client';
import {
  serviceConnectorLookupSchema,
  type ServiceConnectorLookupModel,
} from '../schemas/service-connector-lookup-schema';
import { visibleConnectorTypes } from '../server/visible-catalog';
import { findOne, needsIdOr } from './find-one';

/** `data.zenml_service_connector` */
export class ServiceConnectorDataSource implements DataSource<ServiceConnectorLookupModel, ProviderClient> {
  readonly typeName = 'zenml_service_connector';
  readonly schema = serviceConnectorLookupSchema;

  validateConfig({ config: { id, name } }: ValidateRequest<ServiceConnectorLookupModel>): readonly Diagnostic[] {
    return needsIdOr('service connector', id, { name });
  }

  async read({
    config: { id, name },
    client,
    context,
  }: DataSourceRequest<ServiceConnectorLookupModel, ProviderClient>): Promise<Outcome<ServiceConnectorLookupModel>> {
    return attempt({ verb: 'read', object: 'service connector' }, async () => {
      const options = { signal: context.signal };
      const found = await findOne({
        kind: 'service connector',
        id,
        name,
        collection: client.serviceConnectors,
        options,
      });
      if (!('object' in found)) return { diagnostics: [found.diagnostic] };
      return { value: modelOf(found.object, await visibleConnectorTypes(client, options)), diagnostics: [] };
    });
  }
}

function modelOf(connector: ServiceConnector, types: readonly ServiceConnectorType[]): ServiceConnectorLookupModel {
  const [first, second] = connector.resourceTypes;
  const type = types.find((candidate) => candidate.type === connector.type);
  const schema = authMethodSchema(type, connector.authMethod);
  return {
    id: connector.id,
    name: connector.name,
    type: connector.type,
    auth_method: connector.authMethod,
    resource_type: second === undefined ? (first ?? null) : null,
    resource_types: connector.resourceTypes,
    resource_id: connector.resourceId,
    configuration: publicConfiguration(connector.configuration, schema),
    labels: record(Object.entries(connector.labels)),
    description: textOf(connector.description) ?? null,
    expires_at: connector.expiresAt,
    expires_skew_tolerance: connector.expiresSkewTolerance,
    expiration_seconds: connector.expirationSeconds,
    supports_instances: connector.supportsInstances,
    user_id: connector.userId,
    created: connector.created,
    updated: connector.updated,
  };
}
