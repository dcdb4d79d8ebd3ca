import type { CallContext } from '../framework';

/**
 * Signals and failures that no RPC sees. Ctrl-C in a terminal reaches this process too, while Terraform still needs it
 * to finish: it is left to Terraform. An exception outside of any RPC ends the process, with its stack but not its
 * message in the log, since a message may quote a secret.
 */
export function guardProcess(log: CallContext['log'], { interruptible }: { readonly interruptible: boolean }): void {
  process.on('SIGINT', () => {
    if (interruptible) process.exit();
  });
  process.on('SIGTERM', () => process.exit());
  process.on('uncaughtException', (error) => {
    log('error', 'the provider failed outside of any RPC', { error: error.name, stack: frames(error) });
    process.exit(1);
  });
}

function frames(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
