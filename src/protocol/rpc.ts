import type { DeepPartial, ProviderDefinition } from './gen/tfplugin6';
import type { Session } from './session';

type Methods = ProviderDefinition['methods'];

/** An RPC of the protocol, in the spelling of TypeScript: `getProviderSchema`. */
export type RpcName = keyof Methods;

export type RpcRequest<N extends RpcName> = ReturnType<Methods[N]['requestType']['decode']>;
/** What was left out has the default value of its field. */
export type RpcResponse<N extends RpcName> = DeepPartial<ReturnType<Methods[N]['responseType']['decode']>>;

/** How a session answers one RPC. */
export type Rpc<N extends RpcName> = <C>(
  session: Session<C>,
  request: RpcRequest<N>,
) => RpcResponse<N> | Promise<RpcResponse<N>>;

/** Where gRPC finds an RPC: `/tfplugin6.Provider/GetProviderSchema`. */
export function rpcPath(name: RpcName): string {
  return `/tfplugin6.Provider/${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
