import type { Command } from 'commander';

/** Options of every command that reads the user's app. */
export interface AppFlags {
  readonly app?: string;
  readonly environment?: string;
}

/** Gives a command the options that say which app it reads, and what of it. */
export function appOptions(command: Command): Command {
  return command
    .option('--environment <name>', 'only the stacks whose objects have this label "environment" (default: all)')
    .option('--app <command>', 'command that runs your app (default: the one in cdktf.json)');
}
