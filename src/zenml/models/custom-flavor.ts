import type { JsonObject } from '../json';
import type { JsonReader } from '../json-reader';
import type { Kind } from '../rest-collection';
import { readFlavor, type Flavor } from './catalog';
import { readOwnedEntity, type OwnedEntity } from './entity';
import { isField, isOwner } from './filters';

/** A flavor as an object that can be made and changed; the server's own are among them, with `isCustom` false. */
export interface CustomFlavor extends OwnedEntity, Flavor {
  /** Python path of the flavor's class, such as `my_package.flavors.MyFlavor`. */
  readonly source: string;
  /** Null for one of no integration. */
  readonly integration: string | null;
  readonly isCustom: boolean;
  readonly logoUrl: string | null;
  readonly docsUrl: string | null;
  readonly sdkDocsUrl: string | null;
}

export interface CustomFlavorSpec {
  readonly name: string;
  /** Component type, such as `artifact_store`. */
  readonly type: string;
  readonly source: string;
  /** JSON Schema of the configuration. The server keeps at most 65,535 characters of it. */
  readonly configSchema: JsonObject;
  readonly integration?: string | null;
  readonly connectorType?: string | null;
  readonly connectorResourceType?: string | null;
  readonly connectorResourceIdAttribute?: string | null;
  readonly logoUrl?: string | null;
  readonly docsUrl?: string | null;
  readonly sdkDocsUrl?: string | null;
}

/** `configSchema` is replaced whole; null unsets a field. */
export type CustomFlavorChanges = Partial<CustomFlavorSpec>;

export type CustomFlavorFilter = Partial<Pick<CustomFlavor, 'name' | 'type' | 'integration' | 'isCustom' | 'userId'>>;

export const CUSTOM_FLAVOR: Kind<CustomFlavor, CustomFlavorChanges, CustomFlavorFilter> = {
  path: '/flavors',
  read: readCustomFlavor,
  write: (fields, isNew) => ({
    name: fields.name,
    type: fields.type,
    source: fields.source,
    config_schema: fields.configSchema,
    // A server refuses a new flavor that does not say whether it belongs to an integration.
    integration: isNew ? (fields.integration ?? null) : fields.integration,
    connector_type: fields.connectorType,
    connector_resource_type: fields.connectorResourceType,
    connector_resource_id_attr: fields.connectorResourceIdAttribute,
    logo_url: fields.logoUrl,
    docs_url: fields.docsUrl,
    sdk_docs_url: fields.sdkDocsUrl,
  }),
  secrets: () => [],
  filters: {
    name: isField('name'),
    type: isField('type'),
    integration: isField('integration'),
    isCustom: { matches: ({ isCustom }, wanted) => isCustom === wanted },
    userId: isOwner,
  },
};

function readCustomFlavor(answer: JsonReader): CustomFlavor {
  const body = answer.at('body');
  const metadata = answer.at('metadata');
  return {
    ...readOwnedEntity(answer),
    ...readFlavor(answer),
    source: body.at('source').string(),
    integration: body.at('integration').optionalString(),
    isCustom: body.at('is_custom').optionalBoolean() ?? true,
    logoUrl: body.at('logo_url').optionalString(),
    docsUrl: metadata.at('docs_url').optionalString(),
    sdkDocsUrl: metadata.at('sdk_docs_url').optionalString(),
  };
}
