import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { devDependencies, peerDependencies } from '../../package.json';
import { loadExeca } from '../../src/cli/process/load-execa';
import { neutralEnvironment } from '../../src/cli/servers/local-environment';
import { makeTestFolder, packageInfo } from './test-folder';

/** What other people compile and run TypeScript with. */
const TOOLS = ['@types/node', 'tsx', 'typescript'] as const;

/** Packs the package as it is published. @returns the archive */
export async function packPackage(): Promise<string> {
  const [execa, folder] = [await loadExeca(), await makeTestFolder('package')];
  const { stdout } = await execa('npm', ['pack', '--json', '--pack-destination', folder], { cwd: packageInfo.root });
  const [packed] = JSON.parse(stdout.slice(stdout.indexOf('[\n'))) as { filename: string }[];
  return path.join(folder, packed?.filename ?? '');
}

/**
 * Somebody else's repository: npm installs the packed package, its peers at our versions but for the bindings of Google, and nothing else
 * of ours. It lies outside of this one, whose packages Node would find from within.
 */
export class PackedRepository {
  private constructor(readonly directory: string) {}

  /** Makes one with programs by their file names. */
  static async create(archive: string, programs: Readonly<Record<string, string>>): Promise<PackedRepository> {
    const repository = new PackedRepository(await mkdtemp(path.join(tmpdir(), 'cdktf-zenml-repository-')));
    const peers = Object.keys(peerDependencies).filter((name) => name !== '@cdktf/provider-google');
    const manifest = {
      private: true,
      dependencies: { 'cdktf-zenml': `file:${archive}`, ...ourVersions(peers) },
      devDependencies: ourVersions(TOOLS),
    };
    for (const [name, text] of Object.entries(programs)) await repository.write(name, text);
    await repository.install(manifest);
    return repository;
  }

  /** Has npm put cdktn in the place of cdktf, as README says. */
  async replaceCdktfByCdktn(): Promise<void> {
    const manifest = JSON.parse(await readFile(path.join(this.directory, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    manifest.dependencies.cdktf = `npm:cdktn@${devDependencies.cdktn}`;
    await this.install({ ...manifest, overrides: { cdktf: '$cdktf', constructs: '$constructs' } });
  }

  /** Checks all programs under settings stricter than ours. @returns what the compiler has against them */
  async typeErrors(moduleResolution: 'node16' | 'bundler'): Promise<string> {
    const module = moduleResolution === 'bundler' ? 'esnext' : 'node16';
    const settings = {
      compilerOptions: {
        ...{ target: 'es2022', module, moduleResolution, types: ['node'], noEmit: true },
        ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, skipLibCheck: false },
        ...{ noPropertyAccessFromIndexSignature: true, noImplicitOverride: true, noImplicitReturns: true },
        ...{ noFallthroughCasesInSwitch: true, noUnusedLocals: true, noUnusedParameters: true, isolatedModules: true },
        // Under node16 a package without "type": "module" is CommonJS, in which this refuses every import.
        verbatimModuleSyntax: moduleResolution === 'bundler',
      },
      include: ['*.ts'],
    };
    await this.write('tsconfig.json', JSON.stringify(settings));
    return (await this.run('tsc', ['-p', '.', '--pretty', 'false'])).stdout;
  }

  /** Runs a program. @returns the text of a Terraform stack that it synthesizes */
  async synthesize(program: string, stack: string, environment: Record<string, string> = {}): Promise<string> {
    const { failed, stderr } = await this.run('tsx', [program], environment);
    if (failed) throw new Error(stderr);
    return readFile(path.join(this.directory, 'cdktf.out', 'stacks', stack, 'cdk.tf.json'), 'utf8');
  }

  /** Runs a command of an installed package. */
  async run(
    command: string,
    args: readonly string[],
    environment: Record<string, string> = {},
  ): Promise<{ readonly failed: boolean; readonly stdout: string; readonly stderr: string }> {
    const execa = await loadExeca();
    return execa(path.join(this.directory, 'node_modules', '.bin', command), args, {
      cwd: this.directory,
      env: { ...neutralEnvironment(), ...environment },
      extendEnv: false,
      reject: false,
    });
  }

  async dispose(): Promise<void> {
    await rm(this.directory, { recursive: true });
  }

  private async install(manifest: object): Promise<void> {
    await this.write('package.json', JSON.stringify(manifest));
    const execa = await loadExeca();
    const flags = ['--prefer-offline', '--no-audit', '--no-fund', '--engine-strict'];
    await execa('npm', ['install', ...flags], { cwd: this.directory });
  }

  private async write(name: string, text: string): Promise<void> {
    await writeFile(path.join(this.directory, name), text);
  }
}

function ourVersions(names: readonly string[]): Readonly<Record<string, string>> {
  const versions: Readonly<Record<string, string>> = devDependencies;
  return Object.fromEntries(names.map((name) => [name, versions[name] ?? '']));
}
