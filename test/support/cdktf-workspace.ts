import { randomUUID } from 'node:crypto';
import { rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { loadExeca } from '../../src/cli/process/load-execa';
import { runCdktf } from '../../src/cli/quickstart/run-cdktf';
import { neutralEnvironment } from '../../src/cli/servers/local-environment';
import { ensureProvider } from './provider';
import type { TerraformRun } from './terraform-run';
import { makeTestFolder, packageInfo } from './test-folder';

/** Somebody's repository with a CDKTF app, whose program is `main.ts`. The package's name stands for its sources. */
export class CdktfWorkspace {
  constructor(
    readonly directory: string,
    private readonly binary: string,
    private readonly environment: NodeJS.ProcessEnv,
  ) {}

  /** Replaces a file of the repository. */
  async write(name: string, text: string): Promise<void> {
    await writeFile(path.join(this.directory, name), text);
  }

  /** Runs the cdktf command. @returns what it printed @throws when it fails */
  cdktf(...args: readonly string[]): Promise<string> {
    return runCdktf({
      root: this.directory,
      args,
      environment: this.environment,
      terraformBinary: this.binary,
      logFile: path.join(this.directory, 'logs', `${args.slice(0, 2).join('-')}.log`),
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
  ): Promise<TerraformRun> {
    const folder = path.join(this.directory, 'cdktf.out', 'stacks', stack);
    return this.run(this.binary, [...args, '-no-color'], folder, { TF_INPUT: 'false', ...environment });
  }

  /** Runs our own command, from its sources. Resolves whatever its exit code is. */
  async command(args: readonly string[], environment: Record<string, string> = {}): Promise<TerraformRun> {
    const main = path.join(packageInfo.root, 'src', 'cli', 'main.ts');
    return this.run(process.execPath, ['--import', 'tsx', main, ...args], this.directory, environment);
  }

  private async run(
    program: string,
    args: readonly string[],
    cwd: string,
    environment: Record<string, string> = {},
  ): Promise<TerraformRun> {
    const execa = await loadExeca();
    const { exitCode, all } = await execa(program, [...args], {
      cwd,
      env: { ...this.environment, ...environment },
      extendEnv: false,
      reject: false,
      stdin: 'ignore',
      all: true,
      timeout: 180_000,
    });
    return { exitCode: exitCode ?? -1, output: all, diagnostics: [] };
  }

  /** Removes the folder. Destroy first what should not stay on the servers. */
  async dispose(): Promise<void> {
    await rm(this.directory, { recursive: true, force: true });
  }
}

/** Makes a repository. Its commands see the given environment, and nothing of that of the tests. */
export async function createCdktfWorkspace(environment: Record<string, string>): Promise<CdktfWorkspace> {
  const provider = await ensureProvider();
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
  return new CdktfWorkspace(directory, provider.terraform.binary, {
    ...neutralEnvironment(),
    ...provider.environment,
    ...environment,
    TSX_TSCONFIG_PATH: path.join(directory, 'tsconfig.json'),
    CDKTF_SKIP_PROVIDER_LOCK: 'true',
    CDKTF_DISABLE_PLUGIN_CACHE_ENV: '1',
  });
}
