import { toWireIdentitySchema } from '../convert/identity';
import type { Rpc } from '../rpc';

export const getResourceIdentitySchemas: Rpc<'getResourceIdentitySchemas'> = ({ provider }) => ({
  identitySchemas: Object.fromEntries(
    provider.resources
      .filter(({ identity = [] }) => identity.length > 0)
      .map((resource) => [resource.typeName, toWireIdentitySchema(resource)]),
  ),
});
