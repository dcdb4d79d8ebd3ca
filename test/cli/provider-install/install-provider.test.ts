import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { installProvider, userPluginDirectory } from '../../../src/cli/provider-install/install-provider';
import { usageText } from '../../../src/cli/provider-install/usage-text';
import { putFakeTerraform } from '../support/fake-terraform';
import { put, useTemporaryFolder } from '../support/temporary-folder';

const folder = useTemporaryFolder();

async function options() {
  return {
    terraform: { binary: await putFakeTerraform(folder()), version: '1.9.0', platform: 'linux_arm64' },
    packageInfo: { root: path.join(folder(), 'package'), version: '1.2.3' },
    directory: path.join(folder(), 'mirror'),
  };
}

const built = (content: string) => put(path.join(folder(), 'package', 'dist', 'terraform-provider-zenml.cjs'), content);

test('lays the provider out as a filesystem mirror, executable', async () => {
  await built('#!/usr/bin/env node\n');
  const installed = await installProvider(await options());
  expect(path.relative(folder(), installed.file)).toBe(
    'mirror/registry.example.test/cdktf-zenml/zenml/1.2.3/linux_arm64/terraform-provider-zenml_v1.2.3.cjs',
  );
  expect(await readFile(installed.file, 'utf8')).toBe('#!/usr/bin/env node\n');
  expect((await stat(installed.file)).mode & 0o777).toBe(0o755);
  expect(installed.changed).toBe(true);
});

test('leaves an identical file alone, and replaces another', async () => {
  await built('one');
  const first = await installProvider(await options());
  const before = await stat(first.file);
  expect(await installProvider(await options())).toMatchObject({ changed: false });
  expect((await stat(first.file)).ino).toBe(before.ino);
  await built('two');
  expect(await installProvider(await options())).toMatchObject({ changed: true });
  expect(await readFile(first.file, 'utf8')).toBe('two');
});

test('fails with a remedy when the provider is not built', async () => {
  await expect(installProvider(await options())).rejects.toThrow(
    /terraform-provider-zenml\.cjs is missing\.\n.*npm run build/,
  );
});

test('fails with a remedy when the folder cannot be written', async () => {
  await built('one');
  const file = await put(path.join(folder(), 'a-file'));
  await expect(installProvider({ ...(await options()), directory: file })).rejects.toThrow(
    /could not be written to .*\nName a folder/,
  );
});

test('the usage text is the required_providers block, and for a folder of its own the configuration', () => {
  const installed = { file: '/m/x', host: 'h', version: '1.2.3', changed: true, directory: '/m' };
  expect(usageText(installed)).toContain('source  = "cdktf-zenml/zenml"\n      version = "1.2.3"');
  expect(usageText(installed)).toContain('filesystem_mirror');
  expect(usageText({ ...installed, directory: userPluginDirectory() })).not.toContain('filesystem_mirror');
  // cdktf locks providers against the public registry, which does not have what lies in a mirror alone.
  expect(usageText(installed)).toContain('export CDKTF_SKIP_PROVIDER_LOCK=true');
});
