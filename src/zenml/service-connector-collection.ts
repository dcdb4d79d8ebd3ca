import type { CallOptions, Collection } from './collection';
import {
  readServiceConnectorResources,
  SERVICE_CONNECTOR,
  type ServiceConnector,
  type ServiceConnectorChanges,
  type ServiceConnectorFilter,
  type ServiceConnectorResources,
  type ServiceConnectorSpec,
} from './models/service-connector';
import { redact } from './redact';
import { RestCollection, type RestApi } from './rest-collection';

export interface ServiceConnectorReadOptions extends CallOptions {
  /** With the secret values in the configuration, where the caller may read them. Default: false. */
  readonly secrets?: boolean;
}

/** What of a connector's resources is asked for. */
export interface ServiceConnectorScope {
  /** Default: all of the connector's. */
  readonly resourceType?: string;
  readonly resourceId?: string;
}

/** Service connectors, which can also be tried. Lists and what is found by name hold no secrets. */
export interface ServiceConnectorCollection extends Collection<
  ServiceConnector,
  ServiceConnectorSpec,
  ServiceConnectorChanges,
  ServiceConnectorFilter
> {
  /** Without its secrets, unless they are asked for. */
  get(id: string, options?: ServiceConnectorReadOptions): Promise<ServiceConnector | null>;
  /**
   * Tries a configuration that need not be registered. Where the cloud refuses it, the result says so in `error`; a
   * configuration that makes no sense to the server fails with `invalid`.
   */
  verifyConfiguration(spec: ServiceConnectorSpec, options?: CallOptions): Promise<ServiceConnectorResources>;
  /** Tries a registered connector; what the cloud refuses is in the result's `error`. */
  verify(id: string, options?: CallOptions): Promise<ServiceConnectorResources>;
  /** What a registered connector can reach, as the cloud tells at this moment. */
  resources(id: string, scope?: ServiceConnectorScope, options?: CallOptions): Promise<ServiceConnectorResources>;
}

export class RestServiceConnectorCollection
  extends RestCollection<
    ServiceConnector,
    ServiceConnectorSpec,
    ServiceConnectorChanges,
    ServiceConnectorFilter,
    Partial<ServiceConnectorSpec>
  >
  implements ServiceConnectorCollection
{
  constructor(api: RestApi) {
    super(api, SERVICE_CONNECTOR);
  }

  async verifyConfiguration(spec: ServiceConnectorSpec, options?: CallOptions): Promise<ServiceConnectorResources> {
    const { path, write, secrets } = this.kind;
    const hidden = secrets(spec);
    const result = await this.rest.request(
      { ...options, method: 'POST', path: `${path}/verify`, body: write(spec, true), isRead: true, secrets: hidden },
      readServiceConnectorResources,
    );
    return withoutSecrets(result, hidden);
  }

  override get(id: string, options: ServiceConnectorReadOptions = {}): Promise<ServiceConnector | null> {
    const { secrets = false, ...call } = options;
    return secrets ? this.getAlone(id, {}, call) : super.get(id, call);
  }

  verify(id: string, options?: CallOptions): Promise<ServiceConnectorResources> {
    return this.resources(id, {}, options);
  }

  resources(
    id: string,
    { resourceType, resourceId }: ServiceConnectorScope = {},
    options?: CallOptions,
  ): Promise<ServiceConnectorResources> {
    const query = {
      ...(resourceType !== undefined && { resource_type: resourceType }),
      ...(resourceId !== undefined && { resource_id: resourceId }),
    };
    return this.rest.request(
      { ...options, method: 'PUT', path: `${this.pathOf(id)}/verify`, query, isRead: true },
      readServiceConnectorResources,
    );
  }
}

function withoutSecrets(result: ServiceConnectorResources, secrets: readonly string[]): ServiceConnectorResources {
  const clean = (text: string | null): string | null => (text === null ? null : redact(text, secrets));
  return {
    error: clean(result.error),
    resources: result.resources.map((resource) => ({ ...resource, error: clean(resource.error) })),
  };
}
