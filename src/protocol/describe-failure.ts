import { errorDiagnostic, type CallContext, type Diagnostic } from '../framework';
import { ProtocolError } from './protocol-error';

/**
 * What the user is told of an exception; the log gets its stack. The message of an error that is not ours may quote
 * anything, a secret too: neither of them gets it.
 */
export function describeFailure({ log }: CallContext, rpc: string, error: unknown): Diagnostic {
  const name = error instanceof Error ? error.name : typeof error;
  log('error', 'an RPC failed', { rpc, error: name, stack: error instanceof Error ? frames(error) : '' });
  if (error instanceof ProtocolError) return errorDiagnostic('Protocol Error', `${rpc}: ${error.message}.`);
  return errorDiagnostic(
    'Unexpected Provider Error',
    `${rpc} failed with ${name}. This is an error of the provider; please report it together with the provider's log, ` +
      'which TF_LOG_PROVIDER=debug shows.',
  );
}

function frames(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
