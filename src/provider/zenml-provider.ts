import type { Provider } from '../framework';
import { configure, type ConfigureEnvironment } from './server/configure';
import { FlavorDataSource } from './data-sources/flavor-data-source';
import { FlavorsDataSource } from './data-sources/flavors-data-source';
import { ProjectDataSource } from './data-sources/project-data-source';
import { SecretDataSource } from './data-sources/secret-data-source';
import { ServerDataSource } from './data-sources/server-data-source';
import { ServiceConnectorDataSource } from './data-sources/service-connector-data-source';
import { ServiceConnectorResourcesDataSource } from './data-sources/service-connector-resources-data-source';
import { ServiceConnectorTypeDataSource } from './data-sources/service-connector-type-data-source';
import { ServiceConnectorsDataSource } from './data-sources/service-connectors-data-source';
import { StackComponentDataSource } from './data-sources/stack-component-data-source';
import { StackComponentsDataSource } from './data-sources/stack-components-data-source';
import { StackDataSource } from './data-sources/stack-data-source';
import { StacksDataSource } from './data-sources/stacks-data-source';
import type { ProviderClient } from './server/provider-client';
import { FlavorResource } from './resources/flavor-resource';
import { ProjectResource } from './resources/project-resource';
import { SecretResource } from './resources/secret-resource';
import { ServiceConnectorResource } from './resources/service-connector-resource';
import { StackComponentResource } from './resources/stack-component-resource';
import { StackResource } from './resources/stack-resource';
import { providerSchema, type ProviderModel } from './schemas/provider-schema';

/** The provider `cdktf-zenml/zenml`. It takes over the states of `zenml-io/zenml`. */
export function createZenmlProvider(environment: ConfigureEnvironment = {}): Provider<ProviderModel, ProviderClient> {
  let client: ProviderClient | undefined;
  return {
    schema: providerSchema,
    movableFrom: ['zenml-io/zenml'],
    resources: [
      new FlavorResource(),
      new ProjectResource(),
      new SecretResource(),
      new ServiceConnectorResource(),
      new StackResource(),
      new StackComponentResource(),
    ],
    dataSources: [
      new FlavorDataSource(),
      new FlavorsDataSource(),
      new ProjectDataSource(),
      new SecretDataSource(),
      new ServerDataSource(),
      new ServiceConnectorDataSource(),
      new ServiceConnectorResourcesDataSource(),
      new ServiceConnectorTypeDataSource(),
      new ServiceConnectorsDataSource(),
      new StackComponentDataSource(),
      new StackComponentsDataSource(),
      new StackDataSource(),
      new StacksDataSource(),
    ],
    async configure(request) {
      const outcome = await configure(request, environment);
      client = outcome.value;
      return outcome;
    },
    async close() {
      await client?.close();
    },
  };
}
