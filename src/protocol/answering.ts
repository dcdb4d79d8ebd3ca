import { toWireDiagnostic, type WireDiagnostic } from './convert/diagnostics';
import { describeFailure } from './describe-failure';
import { ProtocolError } from './protocol-error';
import type { Session } from './session';

/** Answers one RPC from bytes to bytes. It never fails: whatever goes wrong becomes a diagnostic in the answer. */
export type Answer = (request: Uint8Array) => Promise<Uint8Array>;

interface RequestMessage<Q> {
  decode(bytes: Uint8Array): Q;
}

interface ResponseMessage<P, M> {
  fromPartial(partial: P): M;
  encode(message: M): { finish(): Uint8Array };
}

/** What carries an RPC's diagnostics: a list of them, or in the one RPC that has none, a text. */
export type Failed<P> = (diagnostic: WireDiagnostic) => P;

/** The answer to an RPC whose response has diagnostics. */
export function answering<C, Q, P extends { readonly diagnostics?: readonly WireDiagnostic[] }, M>(
  session: Session<C>,
  rpc: (session: Session<C>, request: Q) => P | Promise<P>,
  request: RequestMessage<Q>,
  response: ResponseMessage<P | { readonly diagnostics: readonly WireDiagnostic[] }, M>,
): Answer {
  return answeringWith(session, rpc, request, response, (diagnostic) => ({ diagnostics: [diagnostic] }));
}

/** The answer to any RPC; `failed` says how its response carries a failure. */
export function answeringWith<C, Q, P, M>(
  session: Session<C>,
  rpc: (session: Session<C>, request: Q) => P | Promise<P>,
  request: RequestMessage<Q>,
  response: ResponseMessage<P, M>,
  failed: Failed<P>,
): Answer {
  const encode = (partial: P) => response.encode(response.fromPartial(partial)).finish();
  return async (bytes) => {
    try {
      return encode(await rpc(session, decode(request, bytes)));
    } catch (error) {
      return encode(failed(toWireDiagnostic(describeFailure(session.context, rpc.name, error))));
    }
  };
}

function decode<Q>(request: RequestMessage<Q>, bytes: Uint8Array): Q {
  try {
    return request.decode(bytes);
  } catch (cause) {
    throw new ProtocolError('the request is not a well-formed message', { cause });
  }
}
