import type { Command } from 'commander';
import { EXIT_CODES } from '../exit-codes';
import { synthesizeApp } from '../synthesized';
import { compareEnvironments } from './compare-environments';
import { differencesTable } from './differences-table';

interface PromoteFlags {
  readonly from: string;
  readonly to: string;
  readonly app?: string;
  readonly json?: boolean;
}

/** `cdktf-zenml promote`. */
export function addPromote(program: Command): void {
  program
    .command('promote')
    .description(
      'what would differ between two environments of your app; exits with 0 where nothing does, 2 where something does',
    )
    .requiredOption('--from <environment>', 'the environment that is promoted')
    .requiredOption('--to <environment>', 'the environment that it is promoted to')
    .option('--app <command>', 'command that runs your app (default: the one in cdktf.json)')
    .option('--json', 'print JSON, with all values whole')
    .action(async ({ from, to, app, json = false }: PromoteFlags) => {
      const differences = compareEnvironments(await synthesizeApp({ app }), from, to);
      console.log(
        json ? JSON.stringify({ from, to, differences }, undefined, 2) : differencesTable(differences, from, to),
      );
      process.exitCode = differences.length > 0 ? EXIT_CODES.different : EXIT_CODES.same;
    });
}
