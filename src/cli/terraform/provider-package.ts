import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { isMissing } from '../atomic-file';
import { compareVersions, isInRange, type VersionRange } from './versions';
import { hasErrorCode } from '../system-error';

/** A provider by address. */
export interface ProviderAddress {
  readonly host: string;
  readonly namespace: string;
  readonly type: string;
}

/** A provider to look for. */
export interface ProviderWanted extends ProviderAddress {
  readonly platform: string;
  readonly versions: VersionRange;
}

/** A provider package found in a filesystem mirror: an unpacked folder or a zip. */
export interface ProviderPackage {
  readonly version: string;
  readonly path: string;
  /** Where it lies below the mirror's root. */
  readonly relativePath: string;
}

/** The newest package of a provider in one filesystem mirror, in either of terraform's two layouts. */
export async function newestPackageIn(mirror: string, wanted: ProviderWanted): Promise<ProviderPackage | undefined> {
  const folder = path.join(wanted.host, wanted.namespace, wanted.type);
  const packages: ProviderPackage[] = [];
  for (const name of await entriesOf(path.join(mirror, folder))) {
    const zipped = zipVersion(name, wanted);
    const relativePath = zipped === undefined ? path.join(folder, name, wanted.platform) : path.join(folder, name);
    const version = zipped ?? name;
    if (!/^\d+\.\d+\.\d+/.test(version) || !isInRange(version, wanted.versions)) continue;
    if (zipped === undefined && !(await holdsBinary(path.join(mirror, relativePath), wanted.type))) continue;
    packages.push({ version, path: path.join(mirror, relativePath), relativePath });
  }
  return packages.sort((left, right) => compareVersions(right.version, left.version))[0];
}

function zipVersion(name: string, wanted: ProviderWanted): string | undefined {
  const prefix = `terraform-provider-${wanted.type}_`;
  const suffix = `_${wanted.platform}.zip`;
  return name.startsWith(prefix) && name.endsWith(suffix) ? name.slice(prefix.length, -suffix.length) : undefined;
}

async function holdsBinary(folder: string, type: string): Promise<boolean> {
  return (await entriesOf(folder)).some((name) => name.startsWith(`terraform-provider-${type}`));
}

async function entriesOf(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error) || hasErrorCode(error, 'EACCES')) return [];
    throw error;
  }
}
