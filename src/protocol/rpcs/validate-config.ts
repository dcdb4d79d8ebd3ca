import {
  validateAttributes,
  type Diagnostic,
  type Schema,
  type ValidateRequest,
  type ValueRecord,
} from '../../framework';
import { toWireDiagnostics } from '../convert/diagnostics';
import type { DynamicValue } from '../gen/tfplugin6';
import type { Rpc } from '../rpc';
import { decodeObjectOrNulls } from '../values/dynamic-value';

interface Validated {
  readonly schema: Schema;
  validateConfig?(request: ValidateRequest<ValueRecord>): readonly Diagnostic[];
}

export const validateProviderConfig: Rpc<'validateProviderConfig'> = ({ provider }, { config }) =>
  validate(provider, config);

export const validateResourceConfig: Rpc<'validateResourceConfig'> = (session, { typeName, config }) =>
  validate(session.resource(typeName), config);

export const validateDataResourceConfig: Rpc<'validateDataResourceConfig'> = (session, { typeName, config }) =>
  validate(session.dataSource(typeName), config);

function validate(validated: Validated, dynamicConfig: DynamicValue | undefined) {
  const config = decodeObjectOrNulls(dynamicConfig, validated.schema);
  return {
    diagnostics: toWireDiagnostics([
      ...validateAttributes(validated.schema, config),
      ...(validated.validateConfig?.({ config }) ?? []),
    ]),
  };
}
