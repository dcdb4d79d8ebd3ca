import path from 'node:path';
import { findInMirrors, knownMirrors } from '../../../src/cli/terraform/mirror-search';
import { newestPackageIn, type ProviderWanted } from '../../../src/cli/terraform/provider-package';
import { put, useTemporaryFolder } from '../support/temporary-folder';

const folder = useTemporaryFolder();
const wanted: ProviderWanted = {
  host: 'registry.example.test',
  namespace: 'hashicorp',
  type: 'aws',
  platform: 'linux_amd64',
  versions: { minimum: '5.100.0', below: '7.0.0' },
};

function binary(mirror: string, version: string, platform = 'linux_amd64'): Promise<string> {
  return put(
    path.join(mirror, wanted.host, 'hashicorp', 'aws', version, platform, `terraform-provider-aws_v${version}`),
  );
}

describe('newestPackageIn', () => {
  test('takes the newest version in range', async () => {
    for (const version of ['5.99.0', '5.100.0', '6.9.0', '6.10.0', '7.0.0', '6.11.0-beta1'])
      await binary(folder(), version);
    expect((await newestPackageIn(folder(), wanted))?.version).toBe('6.10.0');
  });

  test('finds zip packages, too', async () => {
    const zip = await put(
      path.join(folder(), wanted.host, 'hashicorp', 'aws', 'terraform-provider-aws_6.1.0_linux_amd64.zip'),
    );
    expect(await newestPackageIn(folder(), wanted)).toMatchObject({ version: '6.1.0', path: zip });
  });

  test('ignores other platforms and folders without a binary', async () => {
    await binary(folder(), '6.1.0', 'darwin_arm64');
    await put(path.join(folder(), wanted.host, 'hashicorp', 'aws', '6.2.0', 'linux_amd64', 'README'));
    expect(await newestPackageIn(folder(), wanted)).toBeUndefined();
  });

  test('says nothing of a folder that does not exist', async () => {
    expect(await newestPackageIn(path.join(folder(), 'none'), wanted)).toBeUndefined();
  });
});

describe('knownMirrors', () => {
  test('reads the paths of the CLI configuration, and does not mind one that does not exist', async () => {
    const file = await put(
      path.join(folder(), 'rc'),
      'plugin_cache_dir = "/cache"\nprovider_installation {\n  filesystem_mirror {\n    path = "~/mirror"\n  }\n}\n',
    );
    expect(await knownMirrors({ TF_CLI_CONFIG_FILE: file }, '/home/me')).toEqual(
      expect.arrayContaining(['/cache', '/home/me/mirror']),
    );
    await expect(knownMirrors({ TF_CLI_CONFIG_FILE: path.join(folder(), 'none') }, '/home/me')).resolves.toContain(
      '/home/me/.terraform.d/plugins',
    );
  });

  test('honours TF_PLUGIN_CACHE_DIR and XDG_DATA_DIRS', async () => {
    const mirrors = await knownMirrors({ TF_PLUGIN_CACHE_DIR: '/mine', XDG_DATA_DIRS: '/a:/b' }, '/home/me');
    expect(mirrors).toEqual(expect.arrayContaining(['/mine', '/a/terraform/plugins', '/b/terraform/plugins']));
  });
});

describe('findInMirrors', () => {
  const search = { environment: {} };

  test('prefers a folder terraform itself would search', async () => {
    const home = path.join(folder(), 'home');
    await binary(path.join(home, '.terraform.d', 'plugins'), '5.100.0');
    await binary(path.join(folder(), 'opt', 'mirror'), '6.0.0');
    const found = await findInMirrors(wanted, { ...search, home, roots: [path.join(folder(), 'opt')] });
    expect(found?.version).toBe('5.100.0');
  });

  test('finds a mirror somewhere below a root, down to the depth it is given', async () => {
    const root = path.join(folder(), 'opt');
    await binary(path.join(root, 'a', 'b', 'mirror'), '6.0.0');
    const home = path.join(folder(), 'home');
    expect((await findInMirrors(wanted, { ...search, home, roots: [root] }))?.version).toBe('6.0.0');
    expect(await findInMirrors(wanted, { ...search, home, roots: [root], maximumDepth: 2 })).toBeUndefined();
  });

  test('stops after the number of folders it is given', async () => {
    const root = path.join(folder(), 'opt');
    await binary(path.join(root, 'a', 'mirror'), '6.0.0');
    const home = path.join(folder(), 'home');
    expect(await findInMirrors(wanted, { ...search, home, roots: [root], maximumFolders: 1 })).toBeUndefined();
  });
});
