import { Argument, Command, Option } from 'commander';
import { addBackend } from './backend/add-backend';
import { addDiagram } from './diagram/add-diagram';
import { generateFlavors } from './flavors/generate-flavors';
import { addLeftovers } from './leftovers/add-leftovers';
import { findPackage } from './package-root';
import { addPromote } from './promote/add-promote';
import { installProvider } from './provider-install/install-provider';
import { usageText } from './provider-install/usage-text';
import { runQuickstart } from './quickstart/run-quickstart';
import { addStatus } from './status/add-status';
import { findTerraform } from './terraform/terraform-binary';

/** The `cdktf-zenml` command. */
export function createProgram(): Command {
  const program = new Command('cdktf-zenml')
    .description('ML infrastructure for ZenML as TypeScript')
    .version(findPackage().version)
    .showHelpAfterError('(add --help for the commands and their options)');
  addProvider(program);
  addFlavors(program);
  addDiagram(program);
  addQuickstart(program);
  addStatus(program);
  addLeftovers(program);
  addBackend(program);
  addPromote(program);
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

function addFlavors(program: Command): void {
  program
    .command('flavors')
    .description('the types of component configurations')
    .command('generate')
    .description(
      'write the types of the flavors that your server has beyond those that the constructs know: custom ones, and those of ' +
        'another version; credentials are read from ZENML_API_KEY or ZENML_API_TOKEN',
    )
    .option('--server <url>', 'address of the ZenML server (default: ZENML_SERVER_URL)')
    .option('--output <directory>', 'folder of the module that is written', 'zenml-flavors')
    .option('--only-custom', 'leave out what a server of another version has of its own')
    .action(async (flags: { server?: string; output: string; onlyCustom?: boolean }) => {
      const { server, output, onlyCustom = false } = flags;
      console.log(await generateFlavors({ server, output, onlyCustom, environment: process.env }));
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
      'in a clone of the repository: deploy a development ML stack and prove it, on this machine, or on your server when ' +
        'ZENML_SERVER_URL and ZENML_API_KEY are set',
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
