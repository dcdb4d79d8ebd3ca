import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { loadExeca } from '../../src/cli/process/load-execa';
import { neutralEnvironment } from '../../src/cli/servers/local-environment';
import { ensureProvider } from './provider';
import { makeTestFolder } from './test-folder';
import { plannedChanges, type PlannedChange } from './planned-changes';
import { stateObjects, type StateObject } from './state-objects';
import { parseRun, type TerraformRun } from './terraform-run';

/** What a workspace starts with. */
export interface TerraformWorkspaceOptions {
  /** Configuration; `required_providers` with our provider is added unless it has its own. */
  readonly hcl: string;
  /** Variables for terraform and the providers, such as `server.environment`. */
  readonly environment?: Record<string, string>;
  /** Limit of each command. @default 120000 */
  readonly timeoutMilliseconds?: number;
  /** Whether `init` runs before the first other command. @default true */
  readonly initialize?: boolean;
}

/** A terraform command at work. */
export interface RunningTerraform {
  readonly pid: number;
  /** Resolves when it has ended, whatever its exit code. */
  readonly ended: Promise<TerraformRun>;
}

const PLAN = 'plan.tfplan';

/** The real terraform in a folder of its own, with our built provider. Commands throw when terraform fails, unless said otherwise. */
export class TerraformWorkspace {
  constructor(
    readonly directory: string,
    private readonly binary: string,
    private readonly environment: Record<string, string>,
    private readonly version: string,
    private readonly timeout: number,
    private initialized: boolean,
  ) {}

  /** Replaces the configuration. */
  async write(hcl: string): Promise<void> {
    const required = `terraform {\n  required_providers {\n    zenml = {\n      source  = "cdktf-zenml/zenml"\n      version = "${this.version}"\n    }\n  }\n}\n`;
    await writeFile(
      path.join(this.directory, 'main.tf'),
      hcl.includes('required_providers') ? hcl : `${required}\n${hcl}`,
    );
  }

  /** Replaces the configuration by a synthesized one, which says itself what providers it requires. */
  async writeSynthesized(json: string): Promise<void> {
    await rm(path.join(this.directory, 'main.tf'), { force: true });
    await writeFile(path.join(this.directory, 'main.tf.json'), json);
  }

  /** Applies without asking. */
  async apply(...args: string[]): Promise<TerraformRun> {
    return this.succeed(['apply', '-auto-approve', '-json', ...args]);
  }

  /** Applies what has just been planned, and not something that a second look finds. */
  applyPlanned(): Promise<TerraformRun> {
    return this.apply(PLAN);
  }

  /** Applies what must fail. @returns the run, whose diagnostics say why */
  async applyFailing(...args: string[]): Promise<TerraformRun> {
    const run = await this.run(['apply', '-auto-approve', '-json', ...args]);
    if (run.exitCode === 0) throw new Error(`terraform apply succeeded though it should fail:\n${run.output}`);
    return run;
  }

  /** Plans what must fail. @returns the run, whose diagnostics say why */
  async planFailing(...args: string[]): Promise<TerraformRun> {
    const run = await this.run(['plan', '-json', ...args]);
    if (run.exitCode === 0) throw new Error(`terraform plan succeeded though it should fail:\n${run.output}`);
    return run;
  }

  /** Plans, into `plan.tfplan` too, which can be applied. @returns what would change, by address; empty when nothing would */
  async plan(...args: string[]): Promise<PlannedChange[]> {
    return plannedChanges((await this.succeed(['plan', '-json', `-out=${PLAN}`, ...args])).output);
  }

  /** Imports an existing object. */
  async import(address: string, id: string): Promise<TerraformRun> {
    return this.succeed(['import', '-no-color', address, id]);
  }

  /** Imports what must fail. */
  async importFailing(address: string, id: string): Promise<TerraformRun> {
    const run = await this.run(['import', '-no-color', address, id]);
    if (run.exitCode === 0) throw new Error(`terraform import succeeded though it should fail:\n${run.output}`);
    return run;
  }

  /** Destroys everything in the state. */
  async destroy(...args: string[]): Promise<TerraformRun> {
    return this.succeed(['destroy', '-auto-approve', '-json', ...args]);
  }

  /** The attributes of one object of the state, or undefined when it is not there. */
  async attributes(address: string): Promise<Record<string, unknown> | undefined> {
    return (await this.stateObjects()).find((object) => object.address === address)?.values;
  }

  /** The addresses of everything in the state. */
  async addresses(): Promise<string[]> {
    return (await this.stateObjects()).map(({ address }) => address);
  }

  /** The outputs, sensitive ones included. */
  async outputs(): Promise<Record<string, unknown>> {
    const { output } = await this.succeed(['output', '-json']);
    const outputs = JSON.parse(output) as Record<string, { value: unknown }>;
    return Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
  }

  /** Runs any terraform command; never throws for its exit code. */
  async run(args: readonly string[], environment: Record<string, string> = {}): Promise<TerraformRun> {
    return (await this.start(args, environment)).ended;
  }

  /** Starts any terraform command, for those who interrupt it. */
  async start(args: readonly string[], environment: Record<string, string> = {}): Promise<RunningTerraform> {
    if (!this.initialized && args[0] !== 'init') {
      await this.succeed(['init', '-input=false', '-no-color']);
      this.initialized = true;
    }
    const subprocess = (await loadExeca())(this.binary, args, {
      cwd: this.directory,
      env: { ...this.environment, ...environment },
      extendEnv: false,
      reject: false,
      stdin: 'ignore',
      all: true,
      timeout: this.timeout,
      forceKillAfterDelay: 10_000,
      maxBuffer: 50_000_000,
    });
    const { pid } = subprocess;
    if (pid === undefined) throw new Error(`terraform ${args.join(' ')} did not start`);
    const ended = subprocess.then((result) => {
      if (result.timedOut)
        throw new Error(`terraform ${args.join(' ')} took longer than ${this.timeout} ms:\n${result.all}`);
      const isJson = args.includes('-json') && result.stderr === '';
      return parseRun(result.exitCode ?? 1, isJson ? result.stdout : result.all);
    });
    return { pid, ended };
  }

  /** Removes the folder. Destroy first what should not stay on the server. */
  async dispose(): Promise<void> {
    await rm(this.directory, { recursive: true, force: true });
  }

  /** `show -json` would say the same, and read the schemas of all providers for it. */
  private async stateObjects(): Promise<readonly StateObject[]> {
    return stateObjects((await this.succeed(['state', 'pull'])).output);
  }

  private async succeed(args: readonly string[]): Promise<TerraformRun> {
    const run = await this.run(args);
    if (run.exitCode !== 0)
      throw new Error(`terraform ${args.join(' ')} failed with exit code ${run.exitCode}:\n${run.output}`);
    return run;
  }
}

/** Makes a workspace with a configuration; `init` runs with its first command unless said otherwise. */
export async function createTerraformWorkspace(options: TerraformWorkspaceOptions): Promise<TerraformWorkspace> {
  const provider = await ensureProvider();
  const directory = await makeTestFolder('workspaces');
  const neutral = Object.fromEntries(
    Object.entries(neutralEnvironment()).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const environment = { ...neutral, ...provider.environment, TF_IN_AUTOMATION: '1', ...options.environment };
  const workspace = new TerraformWorkspace(
    directory,
    provider.terraform.binary,
    environment,
    provider.version,
    options.timeoutMilliseconds ?? 120_000,
    options.initialize === false,
  );
  await workspace.write(options.hcl);
  return workspace;
}
