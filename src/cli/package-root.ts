import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { UserError } from './user-error';

const PACKAGE_NAME = 'cdktf-zenml';

/** What the command needs to know of its own package. */
export interface PackageInfo {
  /** Absolute path of the folder that holds package.json. */
  readonly root: string;
  readonly version: string;
}

/** Finds the package this file belongs to, whether it runs from source or from the bundle in dist/. */
export function findPackage(from: string = __dirname): PackageInfo {
  for (let folder = path.resolve(from); ; folder = path.dirname(folder)) {
    const version = versionIn(path.join(folder, 'package.json'));
    if (version !== undefined) return { root: folder, version };
    if (path.dirname(folder) === folder) break;
  }
  throw new UserError(
    `No package.json of ${PACKAGE_NAME} was found above ${from}.`,
    `Reinstall the package: npm install ${PACKAGE_NAME}.`,
  );
}

function versionIn(manifest: string): string | undefined {
  if (!existsSync(manifest)) return undefined;
  const content: unknown = JSON.parse(readFileSync(manifest, 'utf8'));
  if (typeof content !== 'object' || content === null) return undefined;
  if (!('name' in content) || content.name !== PACKAGE_NAME) return undefined;
  return 'version' in content && typeof content.version === 'string' ? content.version : undefined;
}
