import {
  errorDiagnostic,
  hasError,
  type CallContext,
  type Diagnostic,
  type Outcome,
  type PrivateState,
  type Resource,
  type ValueRecord,
} from '../../framework';
import { toWireDiagnostics } from '../convert/diagnostics';
import { identityOf } from '../convert/identity';
import { describeFailure } from '../describe-failure';
import type { Rpc } from '../rpc';
import { decodeObject, decodeObjectOrNulls, encodeObject } from '../values/dynamic-value';
import { decodePrivateState, encodePrivateState } from '../values/private-state';
import { notConfigured } from './not-configured';
import { settleState } from './settle-state';

interface Change<C> {
  readonly resource: Resource<ValueRecord, C>;
  readonly config: ValueRecord;
  readonly prior: ValueRecord | null;
  readonly planned: ValueRecord | null;
  readonly privateState: PrivateState;
  readonly client: C;
  readonly context: CallContext;
}

/**
 * Creates, updates or deletes. What exists afterwards is returned beside errors too: Terraform then marks a half-made
 * object as tainted instead of losing it, and a failed update or delete, an exception too, keeps the state it had. An
 * answer without a state would be one that says that the object is gone.
 */
export const applyResourceChange: Rpc<'applyResourceChange'> = async (session, request) => {
  try {
    return await change(session, request);
  } catch (error) {
    return {
      newState: request.priorState,
      private: request.plannedPrivate,
      newIdentity: request.plannedIdentity,
      diagnostics: toWireDiagnostics([describeFailure(session.context, 'applyResourceChange', error)]),
    };
  }
};

const change: Rpc<'applyResourceChange'> = async (session, request) => {
  const { client, context } = session;
  const resource = session.resource(request.typeName);
  const prior = decodeObject(request.priorState, resource.schema);
  const planned = decodeObject(request.plannedState, resource.schema);
  const config = decodeObjectOrNulls(request.config, resource.schema);
  const privateState = decodePrivateState(request.plannedPrivate);
  const outcome: Outcome<ValueRecord | null> =
    client === undefined
      ? { diagnostics: [notConfigured(`change ${resource.typeName}`)] }
      : await apply({ resource, config, prior, planned, privateState, client, context }).catch((error: unknown) => ({
          diagnostics: [describeFailure(context, 'applyResourceChange', error)],
        }));
  const settled = settleState(resource, outcome.value === undefined ? prior : outcome.value);
  return {
    newState: encodeObject(settled.state, resource.schema),
    private: encodePrivateState(outcome.privateState, request.plannedPrivate),
    newIdentity: identityOf(resource, settled.state),
    diagnostics: toWireDiagnostics([...outcome.diagnostics, ...settled.diagnostics]),
  };
};

async function apply<C>({ resource, prior, planned, ...call }: Change<C>): Promise<Outcome<ValueRecord | null>> {
  if (planned === null) {
    if (prior === null) return { value: null, diagnostics: [] };
    const diagnostics = await resource.delete({ state: prior, ...call });
    return hasError(diagnostics) ? { diagnostics } : { value: null, diagnostics };
  }
  const outcome =
    prior === null ? await resource.create({ planned, ...call }) : await resource.update({ planned, prior, ...call });
  if (outcome.value !== undefined || hasError(outcome.diagnostics)) return outcome;
  return { diagnostics: [...outcome.diagnostics, nothingReturned(resource.typeName)] };
}

function nothingReturned(typeName: string): Diagnostic {
  return errorDiagnostic(
    'No Result After Apply',
    `The provider changed ${typeName} and returned neither its new state nor an error. This is an error of the provider; please report it.`,
  );
}
