import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { findInMirrors } from '../../src/cli/terraform/mirror-search';
import { defaultRegistryHost } from '../../src/cli/terraform/registry-host';
import { findTerraform } from '../../src/cli/terraform/terraform-binary';
import { packageInfo } from './test-folder';

/** Finds a filesystem mirror of this machine that has hashicorp/google. Waits for it, so that tests can be skipped by it. */
export function findGoogleMirror(): string | undefined {
  const tsx = path.join(packageInfo.root, 'node_modules/tsx/dist/cli.mjs');
  const { stdout } = spawnSync(process.execPath, [tsx, __filename], { encoding: 'utf8', timeout: 60_000 });
  return stdout.trim() === '' ? undefined : stdout.trim();
}

async function main(): Promise<void> {
  const terraform = await findTerraform();
  const found = await findInMirrors({
    host: await defaultRegistryHost(terraform),
    namespace: 'hashicorp',
    type: 'google',
    platform: terraform.platform,
    versions: { minimum: '6.0.0', below: '7.0.0' },
  });
  if (found !== undefined) process.stdout.write(found.path.slice(0, -found.relativePath.length));
}

if (require.main === module) void main();
