import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import getPort from 'get-port';
import { isMissing } from '../../src/cli/atomic-file';
import { stopServer } from '../../src/cli/process/detached-server';
import { lockFolder } from '../../src/cli/process/folder-lock';
import { ZenmlApi } from '../../src/cli/servers/zenml-api';
import { startZenmlServerProcess, ZENML_USER_NAME, zenmlUrl } from '../../src/cli/servers/zenml-server';
import { ensureServerVenv, serverVersion } from './server-version';
import { testRoot } from './test-folder';

/** A ZenML server at its very beginning, for others to start from. */
export interface ServerTemplate {
  readonly password: string;
  /** Of a service account that it has. */
  readonly apiKey: string;
}

const SECRETS = 'secrets.json';
// As the command that starts servers names them.
const [HOME, DATABASE] = ['zenml-server', 'zenml.db'] as const;

/** Makes the database of a server with a service account, once for a version: it takes a third of the time of a start. */
export async function ensureServerTemplate(): Promise<ServerTemplate> {
  const directory = await templateDirectory();
  const lock = await lockFolder(path.join(testRoot, 'locks', 'zenml-template'), { waitMilliseconds: 300_000 });
  try {
    return await readSecrets(directory).catch(async (error: unknown) => {
      if (!isMissing(error)) throw error;
      await make(directory);
      return readSecrets(directory);
    });
  } finally {
    await lock.release();
  }
}

/** Puts the template's database where a server that is started in a folder finds it. */
export async function copyServerTemplate(directory: string): Promise<ServerTemplate> {
  const template = await ensureServerTemplate();
  const home = path.join(directory, HOME);
  await mkdir(home, { recursive: true });
  await copyFile(path.join(await templateDirectory(), HOME, DATABASE), path.join(home, DATABASE));
  return template;
}

async function templateDirectory(): Promise<string> {
  return path.join(testRoot, 'zenml-templates', await serverVersion());
}

async function readSecrets(directory: string): Promise<ServerTemplate> {
  return JSON.parse(await readFile(path.join(directory, SECRETS), 'utf8')) as ServerTemplate;
}

/** Under another name until it is whole. */
async function make(directory: string): Promise<void> {
  const unfinished = `${directory}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  const password = randomBytes(12).toString('hex');
  const port = await getPort({ host: '127.0.0.1' });
  const jwtSecret = randomBytes(32).toString('hex');
  const venv = await ensureServerVenv();
  const server = await startZenmlServerProcess({ venv, port, directory: unfinished, password, jwtSecret });
  try {
    const api = await ZenmlApi.login(zenmlUrl(port), ZENML_USER_NAME, password);
    const apiKey = await api.issueApiKey(await api.ensureServiceAccount('acceptance'), 'acceptance');
    const template: ServerTemplate = { password, apiKey };
    await writeFile(path.join(unfinished, SECRETS), JSON.stringify(template));
  } finally {
    await stopServer(server);
  }
  await rename(unfinished, directory);
}
