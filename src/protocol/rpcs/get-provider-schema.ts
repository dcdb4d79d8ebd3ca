import { toWireSchema } from '../convert/schema';
import type { Rpc } from '../rpc';
import { SERVER_CAPABILITIES } from './server-capabilities';

export const getProviderSchema: Rpc<'getProviderSchema'> = ({ provider }) => ({
  provider: toWireSchema(provider.schema),
  resourceSchemas: schemasByType(provider.resources),
  dataSourceSchemas: schemasByType(provider.dataSources),
  serverCapabilities: SERVER_CAPABILITIES,
});

function schemasByType(described: readonly { typeName: string; schema: Parameters<typeof toWireSchema>[0] }[]) {
  return Object.fromEntries(described.map(({ typeName, schema }) => [typeName, toWireSchema(schema)]));
}
