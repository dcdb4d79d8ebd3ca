import path from 'node:path';
import { request, type Dispatcher } from 'undici';
import { pythonIn } from '../python/virtual-environment';
import { startDetachedServer, waitUntilReady } from '../process/detached-server';
import type { ProcessReference } from '../process/process-identity';
import { neutralEnvironment } from './local-environment';

const NAME = 'moto (the local AWS)';

/** Where and with what moto runs. */
export interface MotoServerOptions {
  readonly venv: string;
  readonly port: number;
  /** Folder for its log. */
  readonly directory: string;
  /** Told of the process before it is ready, so that an interrupted start can be found again. */
  readonly onStarted?: (process: ProcessReference) => Promise<void>;
  readonly signal?: AbortSignal;
}

/** Address of a moto on this machine. */
export function motoUrl(port: number): string {
  return `http://127.0.0.1:${port}`;
}

/** Starts moto, which answers as AWS from memory, and waits until it does. */
export async function startMotoServer(options: MotoServerOptions): Promise<ProcessReference> {
  const process = await startDetachedServer({
    name: NAME,
    command: pythonIn(options.venv),
    args: ['-m', 'moto.server', '-H', '127.0.0.1', '-p', String(options.port)],
    environment: { ...neutralEnvironment(), MOTO_IAM_LOAD_MANAGED_POLICIES: 'true', PYTHONUNBUFFERED: '1' },
    workingDirectory: options.directory,
    logFile: logFileIn(options.directory),
  });
  await options.onStarted?.(process);
  await waitForMoto(process, options);
  return process;
}

/** Waits until a moto that was started earlier answers. */
export async function waitForMoto(process: ProcessReference, options: MotoServerOptions): Promise<void> {
  await waitUntilReady({
    name: NAME,
    process,
    logFile: logFileIn(options.directory),
    isReady: () => isMotoAnswering(options.port),
    timeoutMilliseconds: 60_000,
    signal: options.signal,
  });
}

/** Whether a moto (not just anything) answers on the port. Its configuration costs it nothing, unlike its data. */
export async function isMotoAnswering(port: number, dispatcher?: Dispatcher): Promise<boolean> {
  const { statusCode, body } = await request(`${motoUrl(port)}/moto-api/config`, { dispatcher, headersTimeout: 5_000 });
  const text = await body.text();
  return statusCode < 300 && text.includes('"batch"');
}

function logFileIn(directory: string): string {
  return path.join(directory, 'logs', 'moto.log');
}
