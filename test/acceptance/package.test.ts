import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { loadExeca } from '../../src/cli/process/load-execa';
import { makeTestFolder, packageInfo } from '../support/test-folder';

const modules = path.join(packageInfo.root, 'node_modules');
let repository: string;

/** Somebody else's repository: the packed package, its peers, and the example of README as the app. */
beforeAll(async () => {
  const execa = await loadExeca();
  const folder = await makeTestFolder('package');
  repository = path.join(folder, 'repository');
  const installed = path.join(repository, 'node_modules', 'cdktf-zenml');
  await mkdir(installed, { recursive: true });
  await mkdir(path.join(repository, 'node_modules', '@cdktf'));
  const { stdout } = await execa('npm', ['pack', '--json', '--pack-destination', folder], { cwd: packageInfo.root });
  const [packed] = JSON.parse(stdout.slice(stdout.indexOf('[\n'))) as { filename: string }[];
  await execa('tar', ['-xzf', path.join(folder, packed?.filename ?? ''), '--strip-components=1', '-C', installed]);
  for (const name of ['cdktf', 'constructs', '@cdktf/provider-aws', '@types']) {
    await symlink(path.join(modules, name), path.join(repository, 'node_modules', name));
  }
  const readme = await readFile(path.join(packageInfo.root, 'README.md'), 'utf8');
  await writeFile(path.join(repository, 'main.ts'), /```ts\n(.*?)```/s.exec(readme)?.[1] ?? '');
  await writeFile(path.join(repository, 'package.json'), '{ "private": true }');
});

describe('the package in another repository', () => {
  it.each(['node16', 'bundler'])(
    'has types for the example of README under strict settings, module resolution %s',
    async (resolution) => {
      const execa = await loadExeca();
      const module = resolution === 'bundler' ? 'esnext' : 'node16';
      await writeFile(
        path.join(repository, 'tsconfig.json'),
        JSON.stringify({
          compilerOptions: {
            ...{ target: 'es2022', module, moduleResolution: resolution, types: ['node'], noEmit: true, strict: true },
            ...{ noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: false, skipLibCheck: false },
          },
          files: ['main.ts'],
        }),
      );
      const { stdout, exitCode } = await execa(path.join(modules, '.bin', 'tsc'), ['-p', repository], {
        reject: false,
      });
      expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '' });
    },
  );

  it('synthesizes the example of README', async () => {
    const execa = await loadExeca();
    await execa(process.execPath, ['--import', path.join(modules, 'tsx/dist/loader.mjs'), 'main.ts'], {
      cwd: repository,
    });
    const synthesized = JSON.parse(
      await readFile(path.join(repository, 'cdktf.out/stacks/dev/cdk.tf.json'), 'utf8'),
    ) as { resource: Record<string, object>; terraform: { required_providers: Record<string, { version: string }> } };
    expect(Object.keys(synthesized.resource)).toEqual(expect.arrayContaining(['aws_s3_bucket', 'zenml_stack']));
    expect(synthesized.terraform.required_providers.zenml).toMatchObject({ version: packageInfo.version });
  });

  it('has the command, which lays out the provider', async () => {
    const execa = await loadExeca();
    const bin = path.join(repository, 'node_modules/cdktf-zenml/bin/cdktf-zenml.js');
    const mirror = path.join(repository, 'mirror');
    const { stdout } = await execa(process.execPath, [bin, 'provider', 'install', '--dir', mirror], {
      cwd: repository,
    });
    expect(stdout).toContain(`Installed: ${mirror}`);
    const file = /Installed: (.*)/.exec(stdout)?.[1] ?? '';
    expect(path.basename(file)).toBe(`terraform-provider-zenml_v${packageInfo.version}.cjs`);
    const { exitCode, stderr } = await execa(file, [], { reject: false });
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('Terraform') as string });
  });
});
