import { randomBytes } from 'node:crypto';
import getPort from 'get-port';
import { stopServer } from '../../src/cli/process/detached-server';
import { motoEnvironment, LOCAL_AWS_REGION } from '../../src/cli/servers/local-environment';
import { motoUrl, startMotoServer } from '../../src/cli/servers/moto-server';
import { ZenmlApi } from '../../src/cli/servers/zenml-api';
import { startZenmlServerProcess, ZENML_USER_NAME, zenmlUrl } from '../../src/cli/servers/zenml-server';
import { makeTestFolder } from './test-folder';
import { ensureVenv } from './venv';

/** A real ZenML server of a test. */
export interface RunningZenmlServer {
  readonly url: string;
  readonly apiKey: string;
  readonly username: string;
  readonly password: string;
  /** Signs the server's access tokens. */
  readonly jwtSecret: string;
  readonly pid: number;
  /** For the provider: ZENML_SERVER_URL and ZENML_API_KEY. */
  readonly environment: Record<string, string>;
  stop(): Promise<void>;
}

/** A moto of a test. */
export interface RunningMoto {
  readonly url: string;
  readonly region: string;
  readonly pid: number;
  /** For AWS clients: endpoint, region and throw-away keys. */
  readonly environment: Record<string, string>;
  stop(): Promise<void>;
}

/** What a test's ZenML server should be like. */
export interface ZenmlServerTestOptions {
  /** Its AWS connectors verify against this moto. */
  readonly moto?: RunningMoto;
}

/** Starts a real ZenML server on an empty database, with a service account and its API key. Call `stop` in afterAll. */
export async function startZenmlServer(options: ZenmlServerTestOptions = {}): Promise<RunningZenmlServer> {
  const venv = await ensureVenv();
  const directory = await makeTestFolder('zenml');
  const port = await getPort({ host: '127.0.0.1' });
  const password = randomBytes(12).toString('hex');
  const jwtSecret = randomBytes(32).toString('hex');
  const process = await startZenmlServerProcess({
    venv,
    port,
    directory,
    password,
    jwtSecret,
    awsEndpointUrl: options.moto?.url,
  });
  const url = zenmlUrl(port);
  const api = await ZenmlApi.login(url, ZENML_USER_NAME, password);
  const apiKey = await api.issueApiKey(await api.ensureServiceAccount('acceptance'), 'acceptance');
  return {
    url,
    apiKey,
    username: ZENML_USER_NAME,
    password,
    jwtSecret,
    pid: process.pid,
    environment: { ZENML_SERVER_URL: url, ZENML_API_KEY: apiKey },
    stop: () => stopServer(process),
  };
}

/** Starts a moto with nothing in it. Call `stop` in afterAll. */
export async function startMoto(): Promise<RunningMoto> {
  const venv = await ensureVenv();
  const port = await getPort({ host: '127.0.0.1' });
  const process = await startMotoServer({ venv, port, directory: await makeTestFolder('moto') });
  return {
    url: motoUrl(port),
    region: LOCAL_AWS_REGION,
    pid: process.pid,
    environment: motoEnvironment(motoUrl(port)),
    stop: () => stopServer(process),
  };
}
