import type { JsonObject } from '../json';
import type { JsonReader } from '../json-reader';
import { secretsIn } from '../redact';
import type { Kind } from '../rest-collection';
import { readLabels, readOwnedEntity, type OwnedEntity } from './entity';
import { isField, isOwner, nameContains, nameStartsWith, withLabels, type NameFilter } from './filters';

/** A service connector. */
export interface ServiceConnector extends OwnedEntity {
  readonly description: string;
  /** Connector type, such as `aws`. */
  readonly type: string;
  readonly authMethod: string;
  /** The resource types it gives access to; several for a multi-type connector. */
  readonly resourceTypes: readonly string[];
  /** Null where it reaches every resource of its types. */
  readonly resourceId: string | null;
  /**
   * Plain values, and with them the secret ones where they were asked for, or just written, and the caller may read
   * them.
   */
  readonly configuration: JsonObject;
  readonly labels: Readonly<Record<string, string>>;
  /** When its credentials expire: ISO 8601; null where they do not. */
  readonly expiresAt: string | null;
  /** Seconds that the credentials count as expired before `expiresAt`; null for none. */
  readonly expiresSkewTolerance: number | null;
  /** Life of the short-lived credentials it hands out, in seconds; null for the connector type's default. */
  readonly expirationSeconds: number | null;
  /** True where it can reach several resources of its type. Servers that know the connector type set it themselves. */
  readonly supportsInstances: boolean;
}

/** A connector's configuration, registered or not. */
export interface ServiceConnectorSpec {
  readonly name: string;
  readonly description?: string;
  readonly type: string;
  readonly authMethod: string;
  /** Default: every resource type of the connector type. */
  readonly resourceTypes?: readonly string[];
  readonly resourceId?: string | null;
  readonly configuration?: JsonObject;
  readonly labels?: Readonly<Record<string, string>>;
  readonly expiresAt?: string | null;
  readonly expiresSkewTolerance?: number | null;
  readonly expirationSeconds?: number | null;
  readonly supportsInstances?: boolean;
}

/**
 * A server resets `resourceId` and `expirationSeconds` when an update leaves them out, so they are required here; and
 * `resourceTypes` to all types where it knows the connector type. `configuration` and `labels` are replaced whole. `expiresAt`
 * and `expiresSkewTolerance` cannot be unset: a server takes their null for no change.
 */
export type ServiceConnectorChanges = Partial<Omit<ServiceConnectorSpec, 'type'>> &
  Required<Pick<ServiceConnectorSpec, 'resourceId' | 'expirationSeconds'>>;

/** `labels` are among those of the connector. */
export interface ServiceConnectorFilter
  extends NameFilter, Partial<Pick<ServiceConnector, 'name' | 'type' | 'authMethod' | 'userId' | 'labels'>> {
  /** A resource type that it gives access to. */
  readonly resourceType?: string;
}

/** What a connector can reach, by resource type. */
export interface ServiceConnectorResources {
  /** Why the connector does not work at all; null where it does. */
  readonly error: string | null;
  readonly resources: readonly ServiceConnectorResourceType[];
}

export interface ServiceConnectorResourceType {
  readonly resourceType: string;
  readonly resourceIds: readonly string[];
  /** Why resources of this type cannot be reached; null where they can. */
  readonly error: string | null;
}

export const SERVICE_CONNECTOR: Kind<ServiceConnector, Partial<ServiceConnectorSpec>, ServiceConnectorFilter> = {
  path: '/service_connectors',
  read: readServiceConnector,
  write: (fields) => ({
    name: fields.name,
    description: fields.description,
    connector_type: fields.type,
    auth_method: fields.authMethod,
    resource_types: fields.resourceTypes,
    resource_id: fields.resourceId,
    configuration: fields.configuration,
    labels: fields.labels,
    expires_at: fields.expiresAt,
    expires_skew_tolerance: fields.expiresSkewTolerance,
    expiration_seconds: fields.expirationSeconds,
    supports_instances: fields.supportsInstances,
  }),
  secrets: ({ configuration }) => secretsIn(configuration),
  filters: {
    namePrefix: nameStartsWith,
    nameContains,
    name: isField('name'),
    type: isField('type', 'connector_type'),
    authMethod: isField('authMethod', 'auth_method'),
    userId: isOwner,
    labels: withLabels,
    resourceType: {
      query: (type) => ({ resource_type: type }),
      matches: ({ resourceTypes }, wanted) => resourceTypes.includes(wanted),
    },
  },
  readQuery: { expand_secrets: 'false' },
};

function readServiceConnector(answer: JsonReader, sent?: Partial<ServiceConnectorSpec>): ServiceConnector {
  const body = answer.at('body');
  const metadata = answer.at('metadata');
  const type = body.at('connector_type');
  // Servers before 0.84.3 keep secrets apart, and answer a write without them.
  const withheld = metadata.at('secret_id').isAbsent ? undefined : sent?.configuration;
  return {
    ...readOwnedEntity(answer),
    description: body.at('description').optionalString() ?? '',
    type: type.isString ? type.string() : type.at('connector_type').string(),
    authMethod: body.at('auth_method').string(),
    resourceTypes: body.at('resource_types').strings(),
    resourceId: body.at('resource_id').optionalString(),
    configuration: {
      ...withheld,
      ...metadata.at('configuration').optionalObject(),
      ...metadata.at('secrets').optionalObject(),
    },
    labels: readLabels(answer),
    expiresAt: body.at('expires_at').optionalString(),
    expiresSkewTolerance: body.at('expires_skew_tolerance').optionalNumber(),
    expirationSeconds: metadata.at('expiration_seconds').optionalNumber(),
    supportsInstances: body.at('supports_instances').optionalBoolean() ?? false,
  };
}

export function readServiceConnectorResources(answer: JsonReader): ServiceConnectorResources {
  return {
    resources: answer
      .at('resources')
      .items()
      .map((item) => ({
        resourceType: item.at('resource_type').string(),
        resourceIds: item.at('resource_ids').strings(),
        error: item.at('error').optionalString(),
      })),
    error: answer.at('error').optionalString(),
  };
}
