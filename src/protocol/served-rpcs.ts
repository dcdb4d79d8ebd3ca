import type { Answer } from './answering';
import { answeredRpcs, type AnsweredRpc } from './answered-rpcs';
import { DECLINED_RPCS } from './declined-rpcs';
import { rpcPath, type RpcName } from './rpc';
import type { Session } from './session';

/** Every RPC that the session answers, by its path. */
export function servedRpcs<C>(session: Session<C>): ReadonlyMap<string, Answer> {
  return byPath<AnsweredRpc, Answer>(answeredRpcs(session));
}

/** Why an RPC is refused, by its path. */
export function declinedRpcs(): ReadonlyMap<string, string> {
  return byPath<Exclude<RpcName, AnsweredRpc>, string>(DECLINED_RPCS);
}

function byPath<N extends RpcName, T>(rpcs: Readonly<Record<N, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries<T>(rpcs).map(([name, value]) => [rpcPath(name as N), value]));
}
