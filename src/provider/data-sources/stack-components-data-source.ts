import { record, type DataSource, type DataSourceRequest, type Outcome } from '../../framework';
import type { Component } from '../../zenml';
import { textOf } from '../attributes/attribute-values';
import { attempt } from '../failures/attempt';
import type { ProviderClient } from '../server/provider-client';
import { stackComponentsSchema, type StackComponentsModel } from '../schemas/stack-component-lookup-schema';
import { filterOf, given, inOrder } from './list-items';

/** `data.zenml_stack_components` */
export class StackComponentsDataSource implements DataSource<StackComponentsModel, ProviderClient> {
  readonly typeName = 'zenml_stack_components';
  readonly schema = stackComponentsSchema;

  async read({
    config,
    client,
    context,
  }: DataSourceRequest<StackComponentsModel, ProviderClient>): Promise<Outcome<StackComponentsModel>> {
    return attempt({ verb: 'read', object: 'stack components' }, async () => {
      const { type, flavor, connector_id } = config;
      const own = given({ type: textOf(type), flavor: textOf(flavor), connectorId: textOf(connector_id) });
      const components = inOrder(
        await client.components.list({ ...filterOf(config), ...own }, { signal: context.signal }),
      );
      return {
        value: {
          ...config,
          ids: components.map(({ id }) => id),
          names: components.map(({ name }) => name),
          components: components.map(itemOf),
        },
        diagnostics: [],
      };
    });
  }
}

function itemOf(component: Component) {
  return {
    id: component.id,
    name: component.name,
    type: component.type,
    flavor: component.flavor,
    connector_id: component.connectorId,
    connector_resource_id: component.connectorResourceId,
    labels: record(Object.entries(component.labels)),
    user_id: component.userId,
    created: component.created,
    updated: component.updated,
  };
}
