import type { Rpc } from '../rpc';
import { SERVER_CAPABILITIES } from './server-capabilities';

export const getMetadata: Rpc<'getMetadata'> = ({ provider }) => ({
  serverCapabilities: SERVER_CAPABILITIES,
  resources: provider.resources.map(({ typeName }) => ({ typeName })),
  dataSources: provider.dataSources.map(({ typeName }) => ({ typeName })),
});
