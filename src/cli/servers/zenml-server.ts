import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { request, type Dispatcher } from 'undici';
import { pythonIn } from '../python/virtual-environment';
import { startDetachedServer, waitUntilReady } from '../process/detached-server';
import type { ProcessReference } from '../process/process-identity';
import { LOCAL_AWS_REGION, neutralEnvironment } from './local-environment';

const NAME = 'The ZenML server';

/** User name of the server's administrator. */
export const ZENML_USER_NAME = 'default';

/** Where and with what the ZenML server runs. */
export interface ZenmlServerOptions {
  readonly venv: string;
  readonly port: number;
  /** Folder for its database, configuration and log. */
  readonly directory: string;
  readonly password: string;
  readonly jwtSecret: string;
  /** Address of the moto its AWS connectors talk to. @default none: real AWS */
  readonly awsEndpointUrl?: string;
  /** Further settings of the server, such as ZENML_SERVER_JWT_TOKEN_EXPIRE_MINUTES. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Told of the process before it is ready, so that an interrupted start can be found again. */
  readonly onStarted?: (process: ProcessReference) => Promise<void>;
  readonly signal?: AbortSignal;
}

/** Address of a ZenML server on this machine. */
export function zenmlUrl(port: number): string {
  return `http://127.0.0.1:${port}`;
}

/** Starts the ZenML server on its embedded SQLite and waits until it answers. */
export async function startZenmlServerProcess(options: ZenmlServerOptions): Promise<ProcessReference> {
  const home = path.join(options.directory, 'zenml-server');
  await mkdir(home, { recursive: true, mode: 0o700 });
  const process = await startDetachedServer({
    name: NAME,
    command: pythonIn(options.venv),
    args: [
      '-m',
      'uvicorn',
      'zenml.zen_server.zen_server_api:app',
      '--host',
      '127.0.0.1',
      '--port',
      String(options.port),
    ],
    environment: zenmlServerEnvironment(options, home),
    workingDirectory: home,
    logFile: logFileIn(options.directory),
  });
  await options.onStarted?.(process);
  await waitForZenmlServer(process, options);
  return process;
}

/** Waits until a ZenML server that was started earlier answers. */
export async function waitForZenmlServer(process: ProcessReference, options: ZenmlServerOptions): Promise<void> {
  await waitUntilReady({
    name: NAME,
    process,
    logFile: logFileIn(options.directory),
    isReady: async () => (await zenmlServerVersion(zenmlUrl(options.port))) !== undefined,
    timeoutMilliseconds: 180_000,
    signal: options.signal,
  });
}

/** Version of the ZenML server at an address, or undefined when what answers is no ZenML server. */
export async function zenmlServerVersion(url: string, dispatcher?: Dispatcher): Promise<string | undefined> {
  const { statusCode, body } = await request(`${url}/api/v1/info`, { dispatcher, headersTimeout: 10_000 });
  const text = await body.text();
  if (statusCode !== 200) return undefined;
  try {
    const info: unknown = JSON.parse(text);
    return typeof info === 'object' && info !== null && 'version' in info && typeof info.version === 'string'
      ? info.version
      : undefined;
  } catch {
    return undefined;
  }
}

function logFileIn(directory: string): string {
  return path.join(directory, 'logs', 'zenml-server.log');
}

function zenmlServerEnvironment(options: ZenmlServerOptions, home: string): NodeJS.ProcessEnv {
  const aws =
    options.awsEndpointUrl === undefined
      ? {}
      : { AWS_ENDPOINT_URL: options.awsEndpointUrl, AWS_EC2_METADATA_DISABLED: 'true' };
  return {
    ...neutralEnvironment(),
    ...aws,
    AWS_DEFAULT_REGION: LOCAL_AWS_REGION,
    ZENML_CONFIG_PATH: path.join(home, 'config'),
    ZENML_STORE_TYPE: 'sql',
    ZENML_STORE_URL: `sqlite:///${path.join(home, 'zenml.db')}`,
    ZENML_SERVER: 'true',
    ZENML_SERVER_AUTO_ACTIVATE: '1',
    ZENML_SERVER_AUTH_SCHEME: 'OAUTH2_PASSWORD_BEARER',
    ZENML_DEFAULT_USER_NAME: ZENML_USER_NAME,
    ZENML_DEFAULT_USER_PASSWORD: options.password,
    ZENML_SERVER_JWT_SECRET_KEY: options.jwtSecret,
    ZENML_ANALYTICS_OPT_IN: 'false',
    PYTHONUNBUFFERED: '1',
    ...options.settings,
  };
}
