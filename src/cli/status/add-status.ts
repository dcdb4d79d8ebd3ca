import type { Command } from 'commander';
import { appOptions, type AppFlags } from '../synthesized';

interface StatusFlags extends AppFlags {
  readonly server?: string;
  readonly json?: boolean;
}

/** Adds the command `status`. */
export function addStatus(program: Command): void {
  appOptions(program.command('status'))
    .description(
      'compare what is registered on the ZenML server with what the app registers: what is missing, drifted or extra; the exit code ' +
        'is 2 where anything is. Credentials are read from ZENML_API_KEY or ZENML_API_TOKEN',
    )
    .option('--server <url>', 'address of the ZenML server (default: ZENML_SERVER_URL)')
    .option('--json', 'print JSON')
    .action(async ({ json, ...flags }: StatusFlags) => {
      const { runStatus } = await import('./run-status.js');
      process.exitCode = await runStatus({ ...flags, json: json === true });
    });
}
