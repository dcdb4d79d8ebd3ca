import { errorDiagnostic, type Schema } from '../../framework';
import { toWireDiagnostics } from '../convert/diagnostics';
import type { Rpc } from '../rpc';
import { decodeRawState, encodeObject } from '../values/dynamic-value';

/** Terraform calls this for every stored object, changed schema or not. Attributes that the schema does not have are dropped. */
export const upgradeResourceState: Rpc<'upgradeResourceState'> = (session, { typeName, version, rawState }) => {
  const { schema } = session.resource(typeName);
  if (version !== BigInt(schema.version)) {
    return { diagnostics: toWireDiagnostics([otherVersion(typeName, version, schema)]) };
  }
  return { upgradedState: encodeObject(decodeRawState(rawState, schema), schema) };
};

function otherVersion(typeName: string, version: bigint, schema: Schema) {
  return errorDiagnostic(
    'State of Another Schema Version',
    `The state of ${typeName} has schema version ${version}, and this provider reads version ${schema.version}. ` +
      'Use the provider version that wrote the state, or a newer one.',
  );
}
