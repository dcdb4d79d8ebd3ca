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
import type { RestClient } from './rest-client';
import { RestCollection } from './rest-collection';

/** Service connectors, which can also be tried. */
export interface ServiceConnectorCollection extends Collection<
  ServiceConnector,
  ServiceConnectorSpec,
  ServiceConnectorChanges,
  ServiceConnectorFilter
> {
  /**
   * Tries a configuration that need not be registered. Where the cloud refuses it, the result says so in `error`; a
   * configuration that makes no sense to the server fails with `invalid`.
   */
  verifyConfiguration(spec: ServiceConnectorSpec, options?: CallOptions): Promise<ServiceConnectorResources>;
  /** Tries a registered connector; what the cloud refuses is in the result's `error`. */
  verify(id: string, options?: CallOptions): Promise<ServiceConnectorResources>;
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
  constructor(rest: RestClient) {
    super(rest, SERVICE_CONNECTOR);
  }

  async verifyConfiguration(spec: ServiceConnectorSpec, options?: CallOptions): Promise<ServiceConnectorResources> {
    const { path, write, secrets } = this.kind;
    const hidden = secrets(spec);
    const result = await this.rest.request(
      { ...options, method: 'POST', path: `${path}/verify`, body: write(spec), isRead: true, secrets: hidden },
      readServiceConnectorResources,
    );
    return withoutSecrets(result, hidden);
  }

  verify(id: string, options?: CallOptions): Promise<ServiceConnectorResources> {
    return this.rest.request(
      { ...options, method: 'PUT', path: `${this.pathOf(id)}/verify`, isRead: true },
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
