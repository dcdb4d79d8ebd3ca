import { errorDiagnostic, hasError } from '../../framework';
import { toWireDiagnostics } from '../convert/diagnostics';
import { identityOf, idFromIdentity } from '../convert/identity';
import type { Rpc } from '../rpc';
import { encodeObject } from '../values/dynamic-value';
import { encodePrivateState } from '../values/private-state';
import { notConfigured } from './not-configured';
import { settleState } from './settle-state';

export const importResourceState: Rpc<'importResourceState'> = async (session, request) => {
  const { typeName } = request;
  const { client, context } = session;
  const resource = session.resource(typeName);
  const id = request.id === '' && request.identity ? idFromIdentity(resource, request.identity) : request.id;
  if (client === undefined) return { diagnostics: toWireDiagnostics([notConfigured(`import ${typeName}`)]) };
  const outcome = await resource.importState({ id, client, context });
  if (hasError(outcome.diagnostics)) return { diagnostics: toWireDiagnostics(outcome.diagnostics) };
  if (outcome.value === undefined) {
    const missing = errorDiagnostic('Nothing To Import', `There is no ${typeName} with the id ${JSON.stringify(id)}.`);
    return { diagnostics: toWireDiagnostics([...outcome.diagnostics, missing]) };
  }
  const { state, diagnostics } = settleState(resource, outcome.value);
  return {
    importedResources: [
      {
        typeName,
        state: encodeObject(state, resource.schema),
        identity: identityOf(resource, state),
        private: encodePrivateState(outcome.privateState, new Uint8Array()),
      },
    ],
    diagnostics: toWireDiagnostics([...outcome.diagnostics, ...diagnostics]),
  };
};
