import { ProviderDefinition } from '../../src/protocol/gen/tfplugin6';
import { servedRpcs, type Session } from '../../src/protocol';
import { providerClient, type ProviderClient } from '../../scripts/support/provider-client';

/** Calls a session without a socket, through the same bytes. */
export function sessionClient<C>(session: Session<C>): ProviderClient {
  const rpcs = servedRpcs(session);
  return providerClient(async (path, request) => {
    const answer = rpcs.get(path);
    if (!answer) throw new Error(`${path} is not served`);
    return answer(request);
  });
}

export const RPC_PATHS = Object.values(ProviderDefinition.methods).map(({ name }) => `/tfplugin6.Provider/${name}`);
