import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadExeca } from '../process/load-execa';
import { UserError } from '../user-error';
import { withoutTerraformSettings, type Terraform } from './terraform-binary';

/** Source address of our provider, without the registry host. */
export const PROVIDER_SOURCE = 'cdktf-zenml/zenml';

const CONFIGURATION = `terraform {
  required_providers {
    zenml = {
      source = "${PROVIDER_SOURCE}"
    }
  }
}
`;

/**
 * The host terraform puts before a source address that names none.
 * Terraform and OpenTofu have different ones; asking needs neither network nor init.
 */
export async function defaultRegistryHost(terraform: Terraform): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cdktf-zenml-'));
  try {
    await writeFile(path.join(folder, 'main.tf'), CONFIGURATION);
    const { stdout, stderr } = await (
      await loadExeca()
    )(terraform.binary, ['providers'], {
      cwd: folder,
      reject: false,
      timeout: 30_000,
      extendEnv: false,
      env: { ...withoutTerraformSettings(process.env), CHECKPOINT_DISABLE: '1' },
    });
    const host = /provider\[([^\]/]+)\/cdktf-zenml\/zenml\]/.exec(stdout)?.[1];
    if (host !== undefined) return host;
    throw new UserError(
      `"${terraform.binary} providers" did not name the registry host of ${PROVIDER_SOURCE}. It said: ${stderr || stdout}`,
      'Check that this terraform works: run "terraform providers" in a folder with a configuration.',
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
