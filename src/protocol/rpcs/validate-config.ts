import {
  refuseWriteOnly,
  validateAttributes,
  type Diagnostic,
  type Schema,
  type ValidateRequest,
  type ValueRecord,
} from '../../framework';
import { toWireDiagnostics } from '../convert/diagnostics';
import type { ClientCapabilities, DynamicValue } from '../gen/tfplugin6';
import type { Rpc } from '../rpc';
import { decodeObjectOrNulls } from '../values/dynamic-value';

interface Validated {
  readonly schema: Schema;
  validateConfig?(request: ValidateRequest<ValueRecord>): readonly Diagnostic[];
}

export const validateProviderConfig: Rpc<'validateProviderConfig'> = ({ provider }, { config }) =>
  validate(provider, config);

export const validateResourceConfig: Rpc<'validateResourceConfig'> = (
  session,
  { typeName, config, clientCapabilities },
) => validate(session.resource(typeName), config, clientCapabilities);

export const validateDataResourceConfig: Rpc<'validateDataResourceConfig'> = (session, { typeName, config }) =>
  validate(session.dataSource(typeName), config);

/** Only of resources does Terraform say what it can handle: only they may have write-only attributes. */
function validate(validated: Validated, dynamicConfig: DynamicValue | undefined, capabilities?: ClientCapabilities) {
  const config = decodeObjectOrNulls(dynamicConfig, validated.schema);
  return {
    diagnostics: toWireDiagnostics([
      ...(capabilities?.writeOnlyAttributesAllowed === true ? [] : refuseWriteOnly(validated.schema, config)),
      ...validateAttributes(validated.schema, config),
      ...(validated.validateConfig?.({ config }) ?? []),
    ]),
  };
}
