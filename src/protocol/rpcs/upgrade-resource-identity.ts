import { errorDiagnostic } from '../../framework';
import { toWireDiagnostics } from '../convert/diagnostics';
import { decodeRawIdentity, IDENTITY_VERSION, toWireIdentity } from '../convert/identity';
import type { Rpc } from '../rpc';

/** Terraform calls this for every stored identity. There has been one version of them. */
export const upgradeResourceIdentity: Rpc<'upgradeResourceIdentity'> = (
  session,
  { typeName, version, rawIdentity },
) => {
  const resource = session.resource(typeName);
  if (version !== BigInt(IDENTITY_VERSION)) {
    const otherVersion = errorDiagnostic(
      'Identity of Another Schema Version',
      `The stored identity of ${typeName} has schema version ${version}, and this provider reads version ${IDENTITY_VERSION}. ` +
        'Use the provider version that wrote the state, or a newer one.',
    );
    return { diagnostics: toWireDiagnostics([otherVersion]) };
  }
  return { upgradedIdentity: toWireIdentity(resource, decodeRawIdentity(resource, rawIdentity)) };
};
