import { mkdir, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { loadExeca } from '../process/load-execa';
import { installProvider, type InstalledProvider } from '../provider-install/install-provider';
import type { PackageInfo } from '../package-root';
import { writeFileAtomically } from '../atomic-file';
import { UserError } from '../user-error';
import { findInMirrors } from './mirror-search';
import { newestPackageIn, type ProviderPackage, type ProviderWanted } from './provider-package';
import type { Terraform } from './terraform-binary';
import { toConstraint, type VersionRange } from './versions';

/** Versions of the AWS provider our bindings and constructs work with. */
export const AWS_VERSIONS: VersionRange = { minimum: '5.100.0', below: '7.0.0' };

/** A filesystem mirror that holds every provider of a quickstart, and the terraform settings that use it. */
export interface ProviderMirror {
  readonly directory: string;
  readonly installed: InstalledProvider;
  /** Where the AWS provider came from: a path on this machine, or "registry"; absent when it was not asked for. */
  readonly awsOrigin?: string;
}

/** Where and how a mirror is made. */
export interface ProviderMirrorOptions {
  readonly terraform: Terraform;
  readonly packageInfo: PackageInfo;
  /** Folder that receives `mirror/` and, when the AWS provider is downloaded, `downloaded/`. */
  readonly directory: string;
  /** Whether hashicorp/aws is needed, too. @default true */
  readonly withAws?: boolean;
  readonly signal?: AbortSignal;
  /** Searches this machine for a provider. @default the mirrors of this machine */
  readonly search?: (wanted: ProviderWanted) => Promise<ProviderPackage | undefined>;
}

/** Makes the mirror, or brings it up to date. */
export async function ensureProviderMirror(options: ProviderMirrorOptions): Promise<ProviderMirror> {
  const directory = path.join(options.directory, 'mirror');
  const installed = await installProvider({
    terraform: options.terraform,
    packageInfo: options.packageInfo,
    directory,
  });
  if (options.withAws === false) return { directory, installed };
  const wanted: ProviderWanted = {
    host: installed.host,
    namespace: 'hashicorp',
    type: 'aws',
    platform: options.terraform.platform,
    versions: AWS_VERSIONS,
  };
  const present = await newestPackageIn(directory, wanted);
  if (present !== undefined) return { directory, installed, awsOrigin: await realpath(present.path) };
  const found = await (options.search ?? findInMirrors)(wanted);
  const source = found ?? (await download(options, wanted));
  const link = path.join(directory, source.relativePath);
  await mkdir(path.dirname(link), { recursive: true });
  await rm(link, { recursive: true, force: true });
  await symlink(await realpath(source.path), link);
  return { directory, installed, awsOrigin: found === undefined ? 'registry' : await realpath(source.path) };
}

/** Writes a terraform CLI configuration that takes all providers from a mirror. @returns its path */
export async function writeMirrorConfiguration(directory: string, mirror: string): Promise<string> {
  const file = path.join(directory, 'terraform.rc');
  await writeFileAtomically(
    file,
    `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }\n}\n`,
  );
  return file;
}

/** Terraform settings for a mirror: `providers lock`, which cdktf runs, would otherwise ask the registry. */
export function mirrorEnvironment(configuration: string, mirror: string): Record<string, string> {
  return {
    TF_CLI_CONFIG_FILE: configuration,
    TF_CLI_ARGS_providers_lock: `-fs-mirror=${mirror}`,
    CHECKPOINT_DISABLE: '1',
  };
}

/** Lets terraform itself fetch the provider, under the user's own configuration: their registry, network mirror or cache. */
async function download(options: ProviderMirrorOptions, wanted: ProviderWanted): Promise<ProviderPackage> {
  const folder = path.join(options.directory, 'downloaded');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'main.tf'), requirement(wanted));
  const result = await (
    await loadExeca()
  )(options.terraform.binary, ['init', '-input=false', '-no-color'], {
    cwd: folder,
    reject: false,
    timeout: 900_000,
    env: { CHECKPOINT_DISABLE: '1' },
    cancelSignal: options.signal,
  });
  options.signal?.throwIfAborted();
  const found = await newestPackageIn(path.join(folder, '.terraform', 'providers'), wanted);
  if (!result.failed && found !== undefined) return found;
  throw new UserError(
    `The provider hashicorp/aws ${toConstraint(wanted.versions)} was found in no filesystem mirror on this machine and could not be fetched: ${[result.stderr.trim(), result.shortMessage].find((text) => text !== undefined && text !== '') ?? 'no reason given'}`,
    'Check that terraform reaches its registry ("terraform init" in any folder), or put the provider into ~/.terraform.d/plugins, and run the same command again.',
  );
}

function requirement(wanted: ProviderWanted): string {
  return `terraform {
  required_providers {
    ${wanted.type} = {
      source  = "${wanted.namespace}/${wanted.type}"
      version = "${toConstraint(wanted.versions)}"
    }
  }
}
`;
}
