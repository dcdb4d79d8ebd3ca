import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { isMissing, writeFileAtomically } from '../atomic-file';
import type { PackageInfo } from '../package-root';
import { defaultRegistryHost } from '../terraform/registry-host';
import type { Terraform } from '../terraform/terraform-binary';
import { UserError } from '../user-error';

/** What to install, and where. */
export interface InstallProviderOptions {
  readonly terraform: Terraform;
  readonly packageInfo: PackageInfo;
  /** Root of a filesystem mirror. @default the user's Terraform plugin directory */
  readonly directory?: string;
}

/** What was installed. */
export interface InstalledProvider {
  readonly directory: string;
  readonly file: string;
  readonly host: string;
  readonly version: string;
  /** False when the very same file was there already. */
  readonly changed: boolean;
}

/** The folder in which terraform finds providers without any configuration. */
export function userPluginDirectory(home: string = homedir()): string {
  return path.join(home, '.terraform.d', 'plugins');
}

/** Where the built provider lies in the package. */
export function builtProviderFile(packageInfo: PackageInfo): string {
  return path.join(packageInfo.root, 'dist', 'terraform-provider-zenml.cjs');
}

/**
 * Where a filesystem mirror holds our provider. The file ends in .cjs because Node would read ".0" as an extension
 * and refuse it inside a repository of ES modules.
 */
export function providerPathInMirror(host: string, version: string, platform: string): string {
  return path.join(host, 'cdktf-zenml', 'zenml', version, platform, `terraform-provider-zenml_v${version}.cjs`);
}

/** Lays the built provider out as a filesystem mirror. An identical file is left as it is. */
export async function installProvider(options: InstallProviderOptions): Promise<InstalledProvider> {
  const { terraform, packageInfo } = options;
  const content = await readBuiltProvider(builtProviderFile(packageInfo));
  const host = await defaultRegistryHost(terraform);
  const directory = path.resolve(options.directory ?? userPluginDirectory());
  const file = path.join(directory, providerPathInMirror(host, packageInfo.version, terraform.platform));
  const changed = !(await isInstalled(file, content));
  if (changed) await write(file, content);
  return { directory, file, host, version: packageInfo.version, changed };
}

async function readBuiltProvider(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new UserError(
      `The built provider ${file} is missing.`,
      'In a clone run "npm run build"; in another project reinstall the package: npm install cdktf-zenml.',
      { cause: error },
    );
  }
}

async function isInstalled(file: string, content: Buffer): Promise<boolean> {
  try {
    return (await readFile(file)).equals(content) && ((await stat(file)).mode & 0o111) === 0o111;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

async function write(file: string, content: Buffer): Promise<void> {
  try {
    await writeFileAtomically(file, content, 0o755);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    throw new UserError(
      `The provider could not be written to ${file} (${code}).`,
      'Name a folder you may write to with --dir.',
      { cause: error },
    );
  }
}
