import { randomUUID } from 'node:crypto';
import { rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { loadExeca } from '../../src/cli/process/load-execa';
import { runCdktf, type CdktfRunOptions } from '../../src/cli/quickstart/run-cdktf';
import { neutralEnvironment } from '../../src/cli/servers/local-environment';
import { ensureProvider } from './provider';
import type { TerraformRun } from './terraform-run';
import { makeTestFolder, packageInfo } from './test-folder';

/** Where a CDKTF app lies, and where it works. */
interface CdktfFolders {
  /** With its cdktf.json. */
  readonly root: string;
  /** Of the test, for logs and for what it writes. */
  readonly directory: string;
  /** What is synthesized. */
  readonly output: string;
}

/** A command that ended. */
export interface CommandRun extends TerraformRun {
  /** What it printed without errors and progress. */
  readonly stdout: string;
  readonly stderr: string;
}

/** A CDKTF app, as somebody runs it. */
export class CdktfWorkspace {
  constructor(
    private readonly folders: CdktfFolders,
    private readonly binary: string,
    private readonly environment: NodeJS.ProcessEnv,
  ) {}

  /** The folder of the test, which goes with `dispose`. */
  get directory(): string {
    return this.folders.directory;
  }

  /** Replaces a file of the repository. */
  async write(name: string, text: string): Promise<void> {
    await writeFile(path.join(this.directory, name), text);
  }

  /** Runs the cdktf command. @returns what it printed @throws when it fails */
  cdktf(...args: readonly string[]): Promise<string> {
    return this.watchCdktf({}, ...args);
  }

  /** The same for somebody who hears what is done, or stops it. */
  watchCdktf(watcher: Pick<CdktfRunOptions, 'signal' | 'onProgress'>, ...args: readonly string[]): Promise<string> {
    return runCdktf({
      root: this.folders.root,
      args,
      environment: this.environment,
      terraformBinary: this.binary,
      logFile: path.join(this.directory, 'logs', `${args.slice(0, 2).join('-')}.log`),
      ...watcher,
    });
  }

  /** Plans a stack that has been synthesized. @returns what terraform printed, and whether it would change anything */
  async plan(stack: string): Promise<{ readonly changes: boolean; readonly output: string }> {
    const { exitCode, output } = await this.terraform(stack, ['plan', '-detailed-exitcode']);
    if (exitCode !== 0 && exitCode !== 2) throw new Error(`terraform plan failed in ${stack}:\n${output}`);
    return { changes: exitCode === 2, output };
  }

  /** Runs a terraform command on a stack that has been synthesized. Resolves whatever its exit code is. */
  async terraform(
    stack: string,
    args: readonly string[],
    environment: Record<string, string> = {},
  ): Promise<CommandRun> {
    const folder = path.join(this.folders.output, 'stacks', stack);
    return this.run(this.binary, [...args, '-no-color'], folder, { TF_INPUT: 'false', ...environment });
  }

  /** Runs our own command, from its sources. Resolves whatever its exit code is. */
  async command(args: readonly string[], environment: Record<string, string> = {}): Promise<CommandRun> {
    const main = path.join(packageInfo.root, 'src', 'cli', 'main.ts');
    return this.run(process.execPath, ['--import', 'tsx', main, ...args], this.folders.root, environment);
  }

  private async run(
    program: string,
    args: readonly string[],
    cwd: string,
    environment: Record<string, string> = {},
  ): Promise<CommandRun> {
    const execa = await loadExeca();
    const { exitCode, all, stdout, stderr } = await execa(program, [...args], {
      cwd,
      env: { ...this.environment, ...environment },
      extendEnv: false,
      reject: false,
      stdin: 'ignore',
      all: true,
      timeout: 180_000,
    });
    return { exitCode: exitCode ?? -1, output: all, stdout, stderr, diagnostics: [] };
  }

  /** Removes the folder. Destroy first what should not stay on the servers. */
  async dispose(): Promise<void> {
    await rm(this.directory, { recursive: true, force: true });
  }
}

/** Makes somebody's repository, whose program is `main.ts`. The package's name stands for its sources there. */
export async function createCdktfWorkspace(environment: Record<string, string>): Promise<CdktfWorkspace> {
  const directory = await makeTestFolder('cdktf-workspaces');
  const sources = path.relative(directory, packageInfo.root);
  const settings = {
    extends: `${sources}/tsconfig.json`,
    compilerOptions: {
      paths: {
        'cdktf-zenml': [`${sources}/constructs/index.ts`],
        'cdktf-zenml/bindings/*': [`${sources}/src/bindings/*/index.ts`],
        'cdktf-zenml/*': [`${sources}/constructs/*/index.ts`],
      },
    },
  };
  const preloaded = path.join(packageInfo.root, 'test', 'support', 'moto-app.ts');
  const project = {
    language: 'typescript',
    app: `node --import tsx --import ${preloaded} main.ts`,
    projectId: randomUUID(),
    sendCrashReports: 'false',
  };
  await symlink(path.join(packageInfo.root, 'node_modules'), path.join(directory, 'node_modules'));
  await writeFile(path.join(directory, 'tsconfig.json'), JSON.stringify(settings));
  await writeFile(path.join(directory, 'cdktf.json'), JSON.stringify(project));
  return workspaceOf(
    { root: directory, directory, output: path.join(directory, 'cdktf.out') },
    { ...environment, TSX_TSCONFIG_PATH: path.join(directory, 'tsconfig.json') },
  );
}

/** The app of this repository, whose states, output and logs lie in a folder of the test. */
export async function createOwnWorkspace(environment: Record<string, string>): Promise<CdktfWorkspace> {
  const directory = await makeTestFolder('own-app');
  const output = path.join(directory, 'cdktf.out');
  return workspaceOf(
    { root: packageInfo.root, directory, output },
    { ...environment, TERRAFORM_STATE_DIRECTORY: directory, CDKTF_OUTPUT: output },
  );
}

/** Its commands see the given environment, and nothing of that of the tests. */
async function workspaceOf(folders: CdktfFolders, environment: Record<string, string>): Promise<CdktfWorkspace> {
  const provider = await ensureProvider();
  return new CdktfWorkspace(folders, provider.terraform.binary, {
    ...neutralEnvironment(),
    ...provider.environment,
    ...environment,
    TERRAFORM_BINARY_NAME: provider.terraform.binary,
    CDKTF_SKIP_PROVIDER_LOCK: 'true',
    CDKTF_DISABLE_PLUGIN_CACHE_ENV: '1',
  });
}
