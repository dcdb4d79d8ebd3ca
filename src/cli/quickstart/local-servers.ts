import { createHash } from 'node:crypto';
import { stopServer } from '../process/detached-server';
import { isSameProcessRunning, type ProcessReference } from '../process/process-identity';
import { findFreePort } from '../servers/free-port';
import { motoEnvironment } from '../servers/local-environment';
import { motoUrl, startMotoServer, waitForMoto } from '../servers/moto-server';
import { startZenmlServerProcess, waitForZenmlServer } from '../servers/zenml-server';
import { UserError } from '../user-error';
import type { QuickstartSecrets } from './secrets-file';
import type { Session } from './session';
import type { ServerRecord, StateFile } from './state-file';

type ServerKind = 'zenml' | 'moto';

/** How one kind of server is started and awaited. */
interface ServerControl {
  /** All that the server is started with, but its port. */
  readonly configuration: readonly string[];
  start(port: number, onStarted: (process: ProcessReference) => Promise<void>): Promise<ProcessReference>;
  wait(process: ProcessReference, port: number): Promise<void>;
}

/** Starts moto, or finds the one that runs. @returns whether it was started */
export function ensureMoto(session: Session): Promise<boolean> {
  const options = { venv: session.paths.venv, directory: session.paths.directory, signal: session.signal };
  return ensureServer(session.state, 'moto', {
    configuration: [options.venv],
    start: (port, onStarted) => startMotoServer({ ...options, port, onStarted }),
    wait: (process, port) => waitForMoto(process, { ...options, port }),
  });
}

/** Starts the ZenML server, or finds the one that runs; restarts it when moto has moved. @returns whether it was started */
export function ensureZenmlServer(session: Session, secrets: QuickstartSecrets): Promise<boolean> {
  const { moto } = session.state.current.ports;
  const options = {
    venv: session.paths.venv,
    directory: session.paths.directory,
    password: secrets.password,
    jwtSecret: secrets.jwtSecret,
    awsEndpointUrl: moto === undefined ? undefined : motoUrl(moto),
    settings: moto === undefined ? {} : serverRole(motoUrl(moto)),
    signal: session.signal,
  };
  return ensureServer(session.state, 'zenml', {
    configuration: [options.venv, options.password, options.jwtSecret, ...Object.values(options.settings)],
    start: (port, onStarted) => startZenmlServerProcess({ ...options, port, onStarted }),
    wait: (process, port) => waitForZenmlServer(process, { ...options, port }),
  });
}

/** What the server runs as: with it the server assumes roles, as one in the cloud does, and connectors need no key. */
function serverRole(url: string): Record<string, string> {
  return { ...motoEnvironment(url), ZENML_ENABLE_IMPLICIT_AUTH_METHODS: 'true' };
}

/** Stops the servers this folder has started, and only those. @returns the names of those that ran */
export async function stopLocalServers(state: StateFile): Promise<ServerKind[]> {
  const stopped: ServerKind[] = [];
  for (const kind of ['zenml', 'moto'] as const) {
    const record = state.current.servers[kind];
    if (record === undefined) continue;
    if (await isSameProcessRunning(record)) stopped.push(kind);
    await stopServer(record);
    await state.update({ servers: { ...state.current.servers, [kind]: undefined } });
  }
  return stopped;
}

async function ensureServer(state: StateFile, kind: ServerKind, control: ServerControl): Promise<boolean> {
  const record = state.current.servers[kind];
  if (record !== undefined && (await isUsable(record, control))) return false;
  if (record !== undefined) await stopServer(record);
  const port = await freePort(state, kind);
  const fingerprint = fingerprintOf(control, port);
  await control.start(port, (process) =>
    state.update({
      ports: { ...state.current.ports, [kind]: port },
      servers: { ...state.current.servers, [kind]: { ...process, port, fingerprint } },
    }),
  );
  return true;
}

async function isUsable(record: ServerRecord, control: ServerControl): Promise<boolean> {
  if (record.fingerprint !== fingerprintOf(control, record.port) || !(await isSameProcessRunning(record))) return false;
  try {
    await control.wait(record, record.port);
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

/** The remembered port when it is free, else any free one that no server of ours remembers. */
function freePort(state: StateFile, kind: ServerKind): Promise<number> {
  const { ports } = state.current;
  const excluded = Object.entries(ports).flatMap(([name, port]) => (name === kind ? [] : [port]));
  return findFreePort({ preferred: ports[kind], excluded });
}

function fingerprintOf(control: ServerControl, port: number): string {
  return createHash('sha256')
    .update(JSON.stringify([port, ...control.configuration]))
    .digest('hex');
}
