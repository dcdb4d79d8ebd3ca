import type { DataSource, DataSourceRequest, Diagnostic, Outcome, ValidateRequest } from '../../framework';
import type { CustomFlavor } from '../../zenml';
import { textOf } from '../attributes/attribute-values';
import { attempt } from '../failures/attempt';
import type { ProviderClient } from '../server/provider-client';
import { flavorLookupSchema, type FlavorLookupModel } from '../schemas/flavor-lookup-schema';
import { findOne, needsIdOr } from './find-one';

/** `data.zenml_flavor` */
export class FlavorDataSource implements DataSource<FlavorLookupModel, ProviderClient> {
  readonly typeName = 'zenml_flavor';
  readonly schema = flavorLookupSchema;

  validateConfig({ config: { id, type, name } }: ValidateRequest<FlavorLookupModel>): readonly Diagnostic[] {
    return needsIdOr('flavor', id, { type, name });
  }

  async read({
    config: { id, name, type },
    client,
    context,
  }: DataSourceRequest<FlavorLookupModel, ProviderClient>): Promise<Outcome<FlavorLookupModel>> {
    return attempt({ verb: 'read', object: 'flavor' }, async () => {
      const ofType = textOf(type);
      const found = await findOne({
        kind: ofType === undefined ? 'flavor' : `flavor of the type ${ofType}`,
        id,
        name,
        collection: client.customFlavors,
        options: { signal: context.signal },
        ...(ofType !== undefined && { filter: { type: ofType } }),
      });
      return 'object' in found
        ? { value: modelOf(found.object), diagnostics: [] }
        : { diagnostics: [found.diagnostic] };
    });
  }
}

function modelOf(flavor: CustomFlavor): FlavorLookupModel {
  return {
    id: flavor.id,
    name: flavor.name,
    type: flavor.type,
    integration: textOf(flavor.integration) ?? null,
    is_custom: flavor.isCustom,
    source: flavor.source,
    connector_type: flavor.connectorType,
    connector_resource_type: flavor.connectorResourceType,
    connector_resource_id_attr: flavor.connectorResourceIdAttribute,
    config_schema: JSON.stringify(flavor.configSchema),
    logo_url: flavor.logoUrl,
    docs_url: flavor.docsUrl,
    sdk_docs_url: flavor.sdkDocsUrl,
    user_id: flavor.userId,
    created: flavor.created,
    updated: flavor.updated,
  };
}
