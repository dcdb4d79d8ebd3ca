import { errorDiagnostic, hasError } from '../../framework';
import { toWireDiagnostics } from '../convert/diagnostics';
import type { Rpc } from '../rpc';
import { decodeObjectOrNulls, encodeObject } from '../values/dynamic-value';
import { notConfigured } from './not-configured';
import { settleState } from './settle-state';

export const readDataSource: Rpc<'readDataSource'> = async (session, { typeName, config }) => {
  const { client, context } = session;
  const dataSource = session.dataSource(typeName);
  if (client === undefined) return { diagnostics: toWireDiagnostics([notConfigured(`read ${typeName}`)]) };
  const outcome = await dataSource.read({ config: decodeObjectOrNulls(config, dataSource.schema), client, context });
  if (hasError(outcome.diagnostics)) return { diagnostics: toWireDiagnostics(outcome.diagnostics) };
  if (outcome.value === undefined) {
    const missing = errorDiagnostic(
      'Nothing Found',
      `${typeName} returned neither a result nor an error. This is an error of the provider; please report it.`,
    );
    return { diagnostics: toWireDiagnostics([...outcome.diagnostics, missing]) };
  }
  const { state, diagnostics } = settleState(dataSource, outcome.value);
  return {
    state: encodeObject(state, dataSource.schema),
    diagnostics: toWireDiagnostics([...outcome.diagnostics, ...diagnostics]),
  };
};
