import { Argument, Command, Option } from 'commander';
import { findPackage } from './package-root';
import { installProvider } from './provider-install/install-provider';
import { usageText } from './provider-install/usage-text';
import { runQuickstart } from './quickstart/run-quickstart';
import { findTerraform } from './terraform/terraform-binary';

/** The `cdktf-zenml` command. */
export function createProgram(): Command {
  const program = new Command('cdktf-zenml')
    .description('ML infrastructure for ZenML as TypeScript')
    .version(findPackage().version)
    .showHelpAfterError('(add --help for the commands and their options)');
  addProvider(program);
  addQuickstart(program);
  return program;
}

function addProvider(program: Command): void {
  program
    .command('provider')
    .description('the Terraform provider of this package')
    .command('install')
    .description('install the provider so that terraform finds it')
    .option('--dir <directory>', "root of a filesystem mirror (default: the user's Terraform plugin directory)")
    .action(async (options: { dir?: string }) => {
      const installed = await installProvider({
        terraform: await findTerraform(),
        packageInfo: findPackage(),
        directory: options.dir,
      });
      console.log(usageText(installed));
    });
}

interface QuickstartFlags {
  readonly local?: boolean;
  readonly force?: boolean;
  readonly directory?: string;
  readonly venv?: string;
}

function addQuickstart(program: Command): void {
  program
    .command('quickstart')
    .description(
      'deploy a development ML stack and prove it: on this machine, or on your server when ZENML_SERVER_URL and ZENML_API_KEY are set',
    )
    .addArgument(new Argument('[action]', 'bring it up or take it down').choices(['up', 'down']).default('up'))
    .option('--local', 'a stack that needs no cloud: local artifact store and orchestrator')
    .option('--force', 'with down: do not look for leftovers before the servers are stopped')
    .addOption(new Option('--directory <directory>', 'folder of everything that is made').hideHelp())
    .addOption(new Option('--venv <directory>', 'virtual environment to share').hideHelp())
    .action((action: 'up' | 'down', flags: QuickstartFlags) =>
      runQuickstart({
        action,
        local: flags.local === true,
        force: flags.force === true,
        directory: flags.directory,
        venv: flags.venv,
      }),
    );
}
