import { record, type DataSource, type DataSourceRequest, type Outcome } from '../../framework';
import type { Stack } from '../../zenml';
import { textOf } from '../attributes/attribute-values';
import { attempt } from '../failures/attempt';
import type { ProviderClient } from '../server/provider-client';
import { stacksSchema, type StacksModel } from '../schemas/stack-lookup-schema';
import { filterOf, given, inOrder } from './list-items';

/** `data.zenml_stacks` */
export class StacksDataSource implements DataSource<StacksModel, ProviderClient> {
  readonly typeName = 'zenml_stacks';
  readonly schema = stacksSchema;

  async read({
    config,
    client,
    context,
  }: DataSourceRequest<StacksModel, ProviderClient>): Promise<Outcome<StacksModel>> {
    return attempt({ verb: 'read', object: 'stacks' }, async () => {
      const filter = { ...filterOf(config), ...given({ componentId: textOf(config.component_id) }) };
      const stacks = inOrder(await client.stacks.list(filter, { signal: context.signal }));
      return {
        value: {
          ...config,
          ids: stacks.map(({ id }) => id),
          names: stacks.map(({ name }) => name),
          stacks: stacks.map(itemOf),
        },
        diagnostics: [],
      };
    });
  }
}

function itemOf(stack: Stack) {
  return {
    id: stack.id,
    name: stack.name,
    description: textOf(stack.description) ?? null,
    components: record(Object.entries(stack.components).map(([type, ofType]) => [type, ofType.map(({ id }) => id)])),
    labels: record(Object.entries(stack.labels)),
    user_id: stack.userId,
    created: stack.created,
    updated: stack.updated,
  };
}
