import { planResourceChange as plan } from '../../framework';
import { toWireDiagnostics, toWirePath } from '../convert/diagnostics';
import { identityOf } from '../convert/identity';
import type { Rpc } from '../rpc';
import { decodeObject, decodeObjectOrNulls, encodeObject } from '../values/dynamic-value';
import { decodePrivateState, encodePrivateState } from '../values/private-state';

export const planResourceChange: Rpc<'planResourceChange'> = async (session, request) => {
  const resource = session.resource(request.typeName);
  const { schema } = resource;
  const prior = decodeObject(request.priorState, schema);
  const { planned, requiresReplace, privateState, diagnostics } = await plan({
    resource,
    config: decodeObjectOrNulls(request.config, schema),
    prior,
    proposed: decodeObject(request.proposedNewState, schema),
    privateState: decodePrivateState(request.priorPrivate),
    client: session.client,
    context: session.context,
  });
  return {
    plannedState: encodeObject(planned, schema),
    plannedPrivate: encodePrivateState(privateState, request.priorPrivate),
    // A new object, also one that replaces another, has the identity that its create will give it.
    plannedIdentity: identityOf(resource, planned) ?? (prior === null ? undefined : request.priorIdentity),
    requiresReplace: requiresReplace.map(toWirePath),
    diagnostics: toWireDiagnostics(diagnostics),
  };
};
