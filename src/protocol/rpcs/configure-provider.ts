import { toWireDiagnostics } from '../convert/diagnostics';
import type { Rpc } from '../rpc';
import { decodeObjectOrNulls } from '../values/dynamic-value';

export const configureProvider: Rpc<'configureProvider'> = async (session, { config, terraformVersion }) => {
  session.begin();
  const { provider, context } = session;
  const outcome = await provider.configure({
    config: decodeObjectOrNulls(config, provider.schema),
    terraformVersion,
    context,
  });
  session.client = outcome.value;
  return { diagnostics: toWireDiagnostics(outcome.diagnostics) };
};
