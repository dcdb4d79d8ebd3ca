import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { dependencies } from '../../package.json';
import { loadExeca } from '../../src/cli/process/load-execa';
import { neutralEnvironment } from '../../src/cli/servers/local-environment';
import { makeTestFolder, packageInfo } from './test-folder';

const modules = path.join(packageInfo.root, 'node_modules');
const AWS_BINDINGS = '@cdktf/provider-aws';

/** Packs the package as it is published. @returns the archive */
export async function packPackage(): Promise<string> {
  const [execa, folder] = [await loadExeca(), await makeTestFolder('package')];
  const { stdout } = await execa('npm', ['pack', '--json', '--pack-destination', folder], { cwd: packageInfo.root });
  const [packed] = JSON.parse(stdout.slice(stdout.indexOf('[\n'))) as { filename: string }[];
  return path.join(folder, packed?.filename ?? '');
}

/** Somebody else's repository: the packed package, what it depends on, its peers and the bindings of AWS, and nothing else of ours. */
export class PackedRepository {
  private constructor(
    readonly directory: string,
    /** Where the package is installed. */
    readonly installed: string,
  ) {}

  /** Makes one with programs by their file names. `cdktn` stands for `"cdktf": "npm:cdktn@..."` in its package.json. */
  static async create(
    archive: string,
    programs: Readonly<Record<string, string>>,
    cdktf: 'cdktf' | 'cdktn' = 'cdktf',
  ): Promise<PackedRepository> {
    const [execa, directory] = [await loadExeca(), await makeTestFolder('repositories')];
    const own = path.join(directory, 'node_modules');
    const installed = path.join(own, 'cdktf-zenml');
    await mkdir(installed, { recursive: true });
    await mkdir(path.join(own, '@cdktf'));
    await execa('tar', ['-xzf', archive, '--strip-components=1', '-C', installed]);
    const linked = ['constructs', '@types', ...Object.keys(dependencies)];
    for (const name of linked) await symlink(path.join(modules, name), path.join(own, name));
    await symlink(path.join(modules, cdktf), path.join(own, 'cdktf'));
    if (cdktf === 'cdktf') await symlink(path.join(modules, AWS_BINDINGS), path.join(own, AWS_BINDINGS));
    else await copyAwsBindings(installed, own);
    for (const [name, text] of Object.entries(programs)) await writeFile(path.join(directory, name), text);
    await writeFile(path.join(directory, 'package.json'), '{ "private": true }');
    return new PackedRepository(directory, installed);
  }

  /** Checks all programs under strict settings. @returns what the compiler has against them */
  async typeErrors(moduleResolution: 'node16' | 'bundler'): Promise<string> {
    const module = moduleResolution === 'bundler' ? 'esnext' : 'node16';
    const settings = {
      compilerOptions: {
        ...{ target: 'es2022', module, moduleResolution, types: ['node'], noEmit: true, strict: true },
        ...{ noUncheckedIndexedAccess: true, noImplicitOverride: true, skipLibCheck: false },
      },
      include: ['*.ts'],
    };
    await writeFile(path.join(this.directory, 'tsconfig.json'), JSON.stringify(settings));
    const execa = await loadExeca();
    const tsc = path.join(modules, '.bin', 'tsc');
    const { stdout } = await execa(tsc, ['-p', this.directory], { reject: false });
    return stdout;
  }

  /** Runs a program. @returns the text of a Terraform stack that it synthesizes */
  async synthesize(program: string, stack: string, environment: Record<string, string> = {}): Promise<string> {
    const execa = await loadExeca();
    await execa(process.execPath, ['--import', path.join(modules, 'tsx/dist/loader.mjs'), program], {
      cwd: this.directory,
      env: { ...neutralEnvironment(), ...environment },
      extendEnv: false,
    });
    return readFile(path.join(this.directory, 'cdktf.out', 'stacks', stack, 'cdk.tf.json'), 'utf8');
  }
}

/** A link would lead the bindings back to the cdktf that lies beside them; of 390 MB only what the package imports is copied. */
async function copyAwsBindings(installed: string, own: string): Promise<void> {
  const [from, to] = [path.join(modules, AWS_BINDINGS), path.join(own, AWS_BINDINGS)];
  const files = (await readdir(path.join(installed, 'dist'), { recursive: true })).filter((name) =>
    name.endsWith('.js'),
  );
  const texts = await Promise.all(files.map((name) => readFile(path.join(installed, 'dist', name), 'utf8')));
  const imported = texts.flatMap((text) => [...text.matchAll(/@cdktf\/provider-aws\/(lib\/[\w-]+)/g)]);
  const folders = new Set(['lib/provider', ...imported.map(([, folder = '']) => folder)]);
  for (const folder of ['package.json', ...folders]) {
    await cp(path.join(from, folder), path.join(to, folder), { recursive: true });
  }
}
