import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { lockFolder } from '../../src/cli/process/folder-lock';
import { ensureVirtualEnvironment } from '../../src/cli/python/virtual-environment';
import { isOlder } from '../../src/provider/server/server-version';
import { packageInfo, testRoot } from './test-folder';
import { ensureVenv } from './venv';

/** Names the ZenML version whose server the acceptance tests start. Unset: the newest, which the quickstart pins. */
export const SERVER_VERSION_VARIABLE = 'TEST_ZENML_VERSION';

/** The last line whose dependencies import `pkg_resources`, which setuptools 81 dropped. */
const LAST_WITH_PKG_RESOURCES = '0.82.1';

/** The ZenML version that the quickstart pins. */
export async function newestServerVersion(): Promise<string> {
  const file = path.join(packageInfo.root, 'src', 'cli', 'quickstart', 'requirements.txt');
  const [, version] = /^zenml\[.*\]==(\S+)$/m.exec(await readFile(file, 'utf8')) ?? [];
  if (version === undefined) throw new Error(`${file} pins no version of zenml`);
  return version;
}

/** The ZenML version whose server the acceptance tests of this process start. */
export async function serverVersion(): Promise<string> {
  const version = process.env[SERVER_VERSION_VARIABLE] ?? '';
  return version === '' ? newestServerVersion() : version;
}

/** True where that server is of this version or a newer one. */
export function serverIsAtLeast(version: string): boolean {
  const tested = process.env[SERVER_VERSION_VARIABLE] ?? '';
  return tested === '' || !isOlder(tested, version);
}

/** The virtual environment of that server, made by the first test that asks. */
export async function ensureServerVenv(): Promise<string> {
  const version = await serverVersion();
  return version === (await newestServerVersion()) ? ensureVenv() : ensureOlderVenv(version);
}

async function ensureOlderVenv(version: string): Promise<string> {
  const directory = path.join(testRoot, 'venvs', version);
  const requirementsFile = `${directory}.txt`;
  const lock = await lockFolder(path.join(testRoot, 'locks', `venv-${version}`), { waitMilliseconds: 900_000 });
  try {
    await mkdir(path.dirname(directory), { recursive: true });
    await writeFile(requirementsFile, requirementsOf(version));
    const logFile = path.join(testRoot, 'logs', `pip-${version}.log`);
    await ensureVirtualEnvironment({ directory, requirementsFile, logFile });
    return directory;
  } finally {
    await lock.release();
  }
}

function requirementsOf(version: string): string {
  const old = isOlder(LAST_WITH_PKG_RESOURCES, version) ? [] : ['setuptools<81'];
  return [`zenml[server,connectors-aws]==${version}`, ...old, ''].join('\n');
}
