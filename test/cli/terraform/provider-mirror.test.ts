import { readFile, readlink } from 'node:fs/promises';
import path from 'node:path';
import {
  ensureProviderMirror,
  mirrorEnvironment,
  writeMirrorConfiguration,
} from '../../../src/cli/terraform/provider-mirror';
import { newestPackageIn, type ProviderWanted } from '../../../src/cli/terraform/provider-package';
import { putFakeTerraform } from '../support/fake-terraform';
import { put, putScript, useTemporaryFolder } from '../support/temporary-folder';

const folder = useTemporaryFolder();
const aws = path.join('registry.example.test', 'hashicorp', 'aws', '6.1.0', 'linux_amd64');

async function options(search: (wanted: ProviderWanted) => ReturnType<typeof newestPackageIn>) {
  await put(path.join(folder(), 'package', 'dist', 'terraform-provider-zenml.cjs'), 'built');
  const binary = await putFakeTerraform(folder());
  return {
    terraform: { binary, version: '1.9.0', platform: 'linux_amd64' },
    packageInfo: { root: path.join(folder(), 'package'), version: '0.1.0' },
    directory: path.join(folder(), 'quickstart'),
    search,
  };
}

test('links the AWS provider of a mirror that was found, beside ours', async () => {
  const found = path.join(folder(), 'found');
  await put(path.join(found, aws, 'terraform-provider-aws_v6.1.0'));
  const mirror = await ensureProviderMirror(await options((wanted) => newestPackageIn(found, wanted)));
  expect(mirror.awsOrigin).toBe(path.join(found, aws));
  expect(await readlink(path.join(mirror.directory, aws))).toBe(path.join(found, aws));
  expect(mirror.installed.file.startsWith(mirror.directory)).toBe(true);
});

test('fails with what terraform said when the AWS provider can be had nowhere', async () => {
  await expect(ensureProviderMirror(await options(() => Promise.resolve(undefined)))).rejects.toThrow(
    /hashicorp\/aws >= 5\.100\.0, < 7\.0\.0 was found in no filesystem mirror.*unexpected: init.*\nCheck that terraform reaches its registry/s,
  );
});

test('lets terraform fetch the AWS provider when no mirror has it', async () => {
  const given = await options(() => Promise.resolve(undefined));
  const target = path.join('.terraform', 'providers', aws);
  await putScript(
    given.terraform.binary,
    `case "$1" in
  providers) echo "provider[registry.example.test/cdktf-zenml/zenml]" ;;
  init) mkdir -p '${target}' && touch '${target}/terraform-provider-aws_v6.1.0' ;;
esac`,
  );
  const mirror = await ensureProviderMirror(given);
  expect(mirror.awsOrigin).toBe('registry');
  expect(await readlink(path.join(mirror.directory, aws))).toBe(path.join(given.directory, 'downloaded', target));
});

test('does without the AWS provider when it is not needed', async () => {
  const mirror = await ensureProviderMirror({
    ...(await options(() => Promise.reject(new Error('searched')))),
    withAws: false,
  });
  expect(mirror.awsOrigin).toBeUndefined();
});

test('the configuration names the mirror and nothing else', async () => {
  const file = await writeMirrorConfiguration(folder(), '/some "mirror"');
  expect(await readFile(file, 'utf8')).toBe(
    'provider_installation {\n  filesystem_mirror {\n    path = "/some \\"mirror\\""\n  }\n}\n',
  );
  expect(mirrorEnvironment(file, '/mirror')).toMatchObject({
    TF_CLI_CONFIG_FILE: file,
    TF_CLI_ARGS_providers_lock: '-fs-mirror=/mirror',
  });
});
