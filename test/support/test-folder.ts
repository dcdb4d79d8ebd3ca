import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { findPackage } from '../../src/cli/package-root';

/** This package. */
export const packageInfo = findPackage();

/** The git-ignored folder of everything tests make. */
export const testRoot = path.join(packageInfo.root, '.test');

/** Makes a folder for one test. */
export async function makeTestFolder(kind: string): Promise<string> {
  const folder = path.join(testRoot, kind, randomBytes(4).toString('hex'));
  await mkdir(folder, { recursive: true });
  return folder;
}
