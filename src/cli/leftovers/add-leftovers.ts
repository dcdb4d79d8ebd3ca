import { InvalidArgumentError, Option, type Command } from 'commander';

interface LeftoversFlags {
  readonly environment: string;
  readonly app?: string | false;
  readonly region: readonly string[];
  readonly cluster: readonly string[];
  readonly tag: Readonly<Record<string, string>>;
  readonly server?: string;
  readonly delete?: boolean;
  readonly whileDeployed?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** Adds the command `leftovers`. */
export function addLeftovers(program: Command): void {
  program
    .command('leftovers')
    .description(
      'after "cdktf destroy": list what still carries the tags or labels of an environment, in AWS and on the ZenML server, with the ' +
        'command that removes each; the exit code is 2 where something is left',
    )
    .requiredOption('--environment <name>', 'the environment')
    .option('--app <command>', 'command that runs your app (default: the one in cdktf.json)')
    .option('--no-app', 'for an environment that the app no longer has; needs --region')
    .addOption(repeatable('--region <region>', 'look in this AWS region, too', addText, []))
    .addOption(repeatable('--cluster <name>', 'look for what Kubernetes made for this EKS cluster, too', addText, []))
    .addOption(repeatable('--tag <key=value>', 'only what carries this tag or label, too', addTag, {}))
    .option('--server <url>', 'address of the ZenML server (default: ZENML_SERVER_URL, or what the app says)')
    .option('--delete', 'delete what is listed, after asking')
    .option('--while-deployed', 'with --delete: although states of the environment hold something, which is kept')
    .option('--yes', 'with --delete: do not ask')
    .option('--json', 'print JSON')
    .action(async (flags: LeftoversFlags) => {
      // The clients of AWS are 2 MB, which no other command should wait for.
      const { runLeftovers } = await import('./run-leftovers.js');
      process.exitCode = await runLeftovers({
        ...flags,
        regions: flags.region,
        clusters: flags.cluster,
        tags: flags.tag,
        delete: flags.delete === true,
        whileDeployed: flags.whileDeployed === true,
        yes: flags.yes === true,
        json: flags.json === true,
      });
    });
}

/** An option that may be given several times. */
function repeatable<T>(flags: string, description: string, add: (text: string, before: T) => T, none: T): Option {
  return new Option(flags, `${description}; repeatable`).argParser(add).default(none, 'none');
}

function addText(text: string, before: readonly string[]): readonly string[] {
  return [...before, text];
}

function addTag(text: string, before: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const [, key, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (key === undefined || value === undefined) throw new InvalidArgumentError('Give key=value, such as team=search.');
  return { ...before, [key]: value };
}
