import { isZenmlError, type CallOptions, type Flavor, type ServiceConnectorType } from '../../zenml';
import type { ProviderClient } from './provider-client';

/**
 * The server's flavors. None where the credentials may not see them: then there is nothing to check against, and the server has the
 * last word anyway.
 */
export function visibleFlavors(client: ProviderClient, options: CallOptions): Promise<readonly Flavor[]> {
  return noneWhereForbidden(client.flavors(options));
}

/** The connector types that the server has the libraries for; none where the credentials may not see them. */
export function visibleConnectorTypes(
  client: ProviderClient,
  options: CallOptions,
): Promise<readonly ServiceConnectorType[]> {
  return noneWhereForbidden(client.serviceConnectorTypes(options));
}

async function noneWhereForbidden<T>(catalog: Promise<readonly T[]>): Promise<readonly T[]> {
  try {
    return await catalog;
  } catch (error) {
    if (isZenmlError(error, 'forbidden')) return [];
    throw error;
  }
}
