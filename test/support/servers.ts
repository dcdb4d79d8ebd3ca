import { randomBytes } from 'node:crypto';
import getPort from 'get-port';
import { stopServer } from '../../src/cli/process/detached-server';
import { motoEnvironment, LOCAL_AWS_REGION } from '../../src/cli/servers/local-environment';
import { motoUrl, startMotoServer } from '../../src/cli/servers/moto-server';
import { startZenmlServerProcess, ZENML_USER_NAME, zenmlUrl } from '../../src/cli/servers/zenml-server';
import { copyServerTemplate } from './server-template';
import { ensureServerVenv } from './server-version';
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
  /** Kills it, or lets it finish what it does, and starts it again on the same address and database. */
  restart(options?: RestartOptions): Promise<void>;
  stop(): Promise<void>;
}

/** How a test's ZenML server ends and comes back. */
export interface RestartOptions {
  /** Ends it by SIGKILL, in the middle of what it does. @default false: it completes the requests it has */
  readonly kill?: boolean;
  /** Comes back with another key for its tokens, so that those it has given are no longer valid. @default false */
  readonly forgetTokens?: boolean;
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
  /** Further settings of the server, such as ZENML_SERVER_JWT_TOKEN_EXPIRE_MINUTES. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Starts a real ZenML server with nothing in its database but a service account, whose API key it comes with. Call `stop` in afterAll. */
export async function startZenmlServer(options: ZenmlServerTestOptions = {}): Promise<RunningZenmlServer> {
  const directory = await makeTestFolder('zenml');
  const { password, apiKey } = await copyServerTemplate(directory);
  const serverOptions = {
    venv: await ensureServerVenv(),
    port: await getPort({ host: '127.0.0.1' }),
    directory,
    password,
    awsEndpointUrl: options.moto?.url,
    settings: options.settings,
  };
  const jwtSecret = randomBytes(32).toString('hex');
  let running = await startZenmlServerProcess({ ...serverOptions, jwtSecret });
  const url = zenmlUrl(serverOptions.port);
  return {
    url,
    apiKey,
    username: ZENML_USER_NAME,
    password,
    jwtSecret,
    pid: running.pid,
    environment: { ZENML_SERVER_URL: url, ZENML_API_KEY: apiKey },
    restart: async ({ kill = false, forgetTokens = false } = {}) => {
      if (kill) process.kill(running.pid, 'SIGKILL');
      await stopServer(running);
      const secret = forgetTokens ? randomBytes(32).toString('hex') : jwtSecret;
      running = await startZenmlServerProcess({ ...serverOptions, jwtSecret: secret });
    },
    stop: () => stopServer(running),
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
