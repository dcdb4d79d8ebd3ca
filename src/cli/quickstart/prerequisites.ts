import { access } from 'node:fs/promises';
import path from 'node:path';
import type { PackageInfo } from '../package-root';
import { findPython } from '../python/find-python';
import { findTerraform, type Terraform } from '../terraform/terraform-binary';
import { compareVersions } from '../terraform/versions';
import { UserError } from '../user-error';

const NODE_MINIMUM = '20.9.0';

/** Refuses a Node that is too old. */
export function checkNode(version: string = process.versions.node): void {
  if (compareVersions(version, NODE_MINIMUM) >= 0) return;
  throw new UserError(
    `This is Node ${version}: Node >= 20.9 is needed.`,
    'Install a newer Node and run the same command again.',
  );
}

/** Refuses to run outside a clone, whose stacks are what the quickstart deploys. */
export async function checkClone(packageInfo: PackageInfo): Promise<void> {
  if (!(await isThere(path.join(packageInfo.root, 'cdktf.json')))) {
    throw new UserError(
      `The quickstart deploys the stacks of the repository, and ${packageInfo.root} has none (no cdktf.json).`,
      'Clone the repository of cdktf-zenml and run "npm ci && npm run quickstart" there.',
    );
  }
  if (!(await isThere(path.join(packageInfo.root, 'node_modules', '.bin', 'cdktf')))) {
    throw new UserError(
      'The npm packages are not installed (no cdktf in node_modules).',
      'Run "npm ci" and the same command again.',
    );
  }
}

/** Terraform without write-only arguments cannot give a connector a key without keeping it in its state. */
const WRITE_ONLY_SINCE = '1.11';

/** Checks what cannot be installed for the user, before anything is made. */
export async function checkPrerequisites(packageInfo: PackageInfo): Promise<Terraform> {
  checkNode();
  await checkClone(packageInfo);
  const terraform = await findTerraform(process.env, WRITE_ONLY_SINCE);
  await findPython();
  return terraform;
}

async function isThere(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch {
    return false;
  }
}
