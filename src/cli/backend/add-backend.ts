import type { Command } from 'commander';
import { confirmOnTerminal } from '../confirm';
import { appOptions, synthesizeApp, type AppFlags } from '../synthesized';
import { createBackend } from './create-backend';

interface BackendFlags extends AppFlags {
  readonly yes?: boolean;
  readonly project?: string;
  readonly location?: string;
}

/** `cdktf-zenml backend create`. */
export function addBackend(program: Command): void {
  const create = program
    .command('backend')
    .description('where the states of your app lie')
    .command('create')
    .description(
      'make the bucket that the backends of your app name: versioned, encrypted, private; what is there is left',
    );
  appOptions(create)
    .option('--yes', 'do not ask')
    .option('--project <id>', 'Google project of a new bucket (default: that of the provider in your app)')
    .option('--location <location>', 'location of a new bucket in Google Cloud (default: the region of the provider)')
    .action(async ({ app, environment, yes = false, project, location }: BackendFlags) => {
      await createBackend({
        stacks: await synthesizeApp({ app }),
        environment,
        yes,
        confirm: confirmOnTerminal(),
        project,
        location,
        print: (line) => {
          console.log(line);
        },
      });
    });
}
