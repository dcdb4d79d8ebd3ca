import { errorDiagnostic } from '../../framework';
import { toWireDiagnostics } from '../convert/diagnostics';
import { identityOf } from '../convert/identity';
import type { Rpc } from '../rpc';
import { decodeRawState, encodeObject } from '../values/dynamic-value';

/**
 * Takes over a state of the same type from a provider that the framework's provider names; the host in its address does not
 * matter. What that provider remembered privately stays behind.
 */
export const moveResourceState: Rpc<'moveResourceState'> = (session, request) => {
  const resource = session.resource(request.targetTypeName);
  const { schema } = resource;
  const refusal = reasonToRefuse(request, session.provider.movableFrom, schema.version);
  if (refusal !== undefined) {
    return { diagnostics: toWireDiagnostics([errorDiagnostic('Resource Cannot Be Moved', refusal)]) };
  }
  const state = decodeRawState(request.sourceState, schema);
  return { targetState: encodeObject(state, schema), targetIdentity: identityOf(resource, state) };
};

function reasonToRefuse(
  {
    sourceProviderAddress,
    sourceTypeName,
    sourceSchemaVersion,
    targetTypeName,
  }: Parameters<Rpc<'moveResourceState'>>[1],
  movableFrom: readonly string[],
  version: number,
): string | undefined {
  const source = sourceProviderAddress.split('/').slice(-2).join('/');
  if (!movableFrom.includes(source)) {
    return `${targetTypeName} can be moved from ${movableFrom.join(' or ') || 'no other provider'}, not from ${source}. Import the object instead.`;
  }
  if (sourceTypeName !== targetTypeName) {
    return `${sourceTypeName} cannot become ${targetTypeName}: move it to a ${sourceTypeName}, or import the object instead.`;
  }
  if (sourceSchemaVersion !== BigInt(version)) {
    return `The state of ${sourceTypeName} from ${source} has schema version ${sourceSchemaVersion}; version ${version} can be moved. Import the object instead.`;
  }
  return undefined;
}
