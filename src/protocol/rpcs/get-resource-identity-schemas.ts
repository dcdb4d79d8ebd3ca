import type { Rpc } from '../rpc';

/** Resources are identified by their id alone. */
export const getResourceIdentitySchemas: Rpc<'getResourceIdentitySchemas'> = () => ({ identitySchemas: {} });
