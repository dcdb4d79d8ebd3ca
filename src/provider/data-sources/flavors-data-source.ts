import { isSet, type DataSource, type DataSourceRequest, type Outcome } from '../../framework';
import { textOf } from '../attributes/attribute-values';
import { attempt } from '../failures/attempt';
import type { ProviderClient } from '../server/provider-client';
import { flavorsSchema, type FlavorsModel } from '../schemas/flavor-lookup-schema';
import { given, inOrder } from './list-items';

/** `data.zenml_flavors` */
export class FlavorsDataSource implements DataSource<FlavorsModel, ProviderClient> {
  readonly typeName = 'zenml_flavors';
  readonly schema = flavorsSchema;

  async read({
    config,
    client,
    context,
  }: DataSourceRequest<FlavorsModel, ProviderClient>): Promise<Outcome<FlavorsModel>> {
    return attempt({ verb: 'read', object: 'flavors' }, async () => {
      const filter = given({
        type: textOf(config.type),
        integration: textOf(config.integration),
        isCustom: isSet(config.is_custom) ? config.is_custom : undefined,
      });
      const flavors = inOrder(await client.customFlavors.list(filter, { signal: context.signal }));
      return {
        value: {
          ...config,
          ids: flavors.map(({ id }) => id),
          names: flavors.map(({ name }) => name),
          flavors: flavors.map((flavor) => ({
            id: flavor.id,
            name: flavor.name,
            type: flavor.type,
            integration: textOf(flavor.integration) ?? null,
            is_custom: flavor.isCustom,
            source: flavor.source,
            connector_type: flavor.connectorType,
            connector_resource_type: flavor.connectorResourceType,
          })),
        },
        diagnostics: [],
      };
    });
  }
}
