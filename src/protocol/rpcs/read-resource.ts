import { hasError, withoutWriteOnly } from '../../framework';
import { toWireDiagnostics } from '../convert/diagnostics';
import { identityOf } from '../convert/identity';
import type { Rpc } from '../rpc';
import { decodeObject, encodeObject } from '../values/dynamic-value';
import { decodePrivateState, encodePrivateState } from '../values/private-state';
import { settleState } from './settle-state';

/** Without a client the stored state is the best that is known. An error, too, leaves the state as it was. */
export const readResource: Rpc<'readResource'> = async (session, request) => {
  const { client, context } = session;
  const resource = session.resource(request.typeName);
  const stored = decodeObject(request.currentState, resource.schema);
  const state = stored && withoutWriteOnly(resource.schema, stored);
  const kept = {
    newState: encodeObject(state, resource.schema),
    private: request.private,
    newIdentity: identityOf(resource, state) ?? request.currentIdentity,
  };
  if (state === null || client === undefined) return kept;
  const outcome = await resource.read({
    state,
    privateState: decodePrivateState(request.private),
    client,
    context,
  });
  if (hasError(outcome.diagnostics)) return { ...kept, diagnostics: toWireDiagnostics(outcome.diagnostics) };
  const settled = settleState(resource, outcome.value ?? null);
  return {
    newState: encodeObject(settled.state, resource.schema),
    private: encodePrivateState(outcome.privateState, request.private),
    newIdentity: identityOf(resource, settled.state),
    diagnostics: toWireDiagnostics([...outcome.diagnostics, ...settled.diagnostics]),
  };
};
