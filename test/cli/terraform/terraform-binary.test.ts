import path from 'node:path';
import { defaultRegistryHost } from '../../../src/cli/terraform/registry-host';
import { findTerraform } from '../../../src/cli/terraform/terraform-binary';
import { putFakeTerraform } from '../support/fake-terraform';
import { putScript, useTemporaryFolder } from '../support/temporary-folder';

const folder = useTemporaryFolder();

describe('findTerraform', () => {
  test('takes version and platform from the binary TERRAFORM_BINARY_NAME names', async () => {
    const binary = await putFakeTerraform(folder());
    await expect(findTerraform({ ...process.env, TERRAFORM_BINARY_NAME: binary })).resolves.toEqual({
      binary,
      version: '1.9.0',
      platform: 'linux_amd64',
    });
  });

  test('fails with a remedy when there is none', async () => {
    const missing = path.join(folder(), 'terraform');
    await expect(findTerraform({ ...process.env, TERRAFORM_BINARY_NAME: missing })).rejects.toThrow(
      /was not found on PATH: Terraform >= 1\.8 is needed\.\nInstall Terraform/,
    );
  });

  test('fails with a remedy when it is too old', async () => {
    const binary = await putFakeTerraform(folder(), '1.7.5');
    await expect(findTerraform({ ...process.env, TERRAFORM_BINARY_NAME: binary })).rejects.toThrow(
      /is version 1\.7\.5: Terraform >= 1\.8/,
    );
  });

  test('fails with a remedy when it is too old for what it is needed for', async () => {
    const binary = await putFakeTerraform(folder(), '1.10.5');
    await expect(findTerraform({ ...process.env, TERRAFORM_BINARY_NAME: binary }, '1.11')).rejects.toThrow(
      /is version 1\.10\.5: Terraform >= 1\.11 is needed\.\nInstall Terraform >= 1\.11/,
    );
  });

  test('fails with what it said when it is no terraform', async () => {
    const binary = await putScript(path.join(folder(), 'terraform'), 'echo hello');
    await expect(findTerraform({ ...process.env, TERRAFORM_BINARY_NAME: binary })).rejects.toThrow(/gave no version/);
  });
});

describe('defaultRegistryHost', () => {
  test('is what terraform puts before a source address', async () => {
    const binary = await putFakeTerraform(folder(), '1.9.0', 'registry.other.test');
    await expect(defaultRegistryHost({ binary, version: '1.9.0', platform: 'linux_amd64' })).resolves.toBe(
      'registry.other.test',
    );
  });

  test('fails with what terraform said instead', async () => {
    const binary = await putScript(path.join(folder(), 'terraform'), 'echo broken >&2; exit 1');
    await expect(defaultRegistryHost({ binary, version: '1.9.0', platform: 'linux_amd64' })).rejects.toThrow(
      /did not name the registry host.*broken/s,
    );
  });
});
