import { writeSync } from 'node:fs';
import type { Socket } from 'node:net';
import type { CallContext, Provider, ValueRecord } from '../framework';
import { createCertificate } from './certificate';
import { guardProcess } from './guard-process';
import { handshakeLine, readHandshake, type Handshake } from './handshake';
import { createLog } from './log';
import { reattachLine } from './reattach';
import { listenOnSocket, SocketError } from './socket';

export interface ServeOptions<C> {
  /** The provider's address in configurations, without host: `cdktf-zenml/zenml`. */
  readonly address: string;
  /** Called after the handshake, so that Terraform does not wait for what it does not need yet. */
  readonly loadProvider: () => Promise<Provider<ValueRecord, C>>;
}

interface Run<C> extends ServeOptions<C> {
  readonly handshake: Handshake;
  /** Started by a person, for any number of Terraform runs. */
  readonly debug: boolean;
  readonly log: CallContext['log'];
}

const STDOUT = 1;

/** Serves a provider to the Terraform that started this process, until that has gone. The process ends with it. */
export async function serve<C>(options: ServeOptions<C>): Promise<void> {
  const name = `terraform-provider-${options.address.split('/').at(-1) ?? ''}`;
  const debug = process.argv.includes('--debug');
  const handshake: ReturnType<typeof readHandshake> = debug ? {} : readHandshake(process.env, name);
  if ('refusal' in handshake) {
    process.stderr.write(`${handshake.refusal}\n`);
    process.exitCode = 1;
    return;
  }
  const log = createLog(process.env, name);
  try {
    await run({ ...options, handshake, debug, log });
  } catch (error) {
    if (!(error instanceof SocketError)) throw error;
    process.stderr.write(`${name} ${error.message}\n`);
    process.exitCode = 1;
  }
}

/** Everything that Terraform can do without before it connects is loaded while it reads the handshake. */
async function run<C>({ handshake, debug, address, log, loadProvider }: Run<C>): Promise<void> {
  const { clientCertificate, socketDirectory } = handshake;
  const firstParent = process.ppid;
  const tls = clientCertificate === undefined ? undefined : { server: createCertificate(), clientCertificate };
  guardProcess(log, { interruptible: debug });
  let acceptor: Promise<(socket: Socket) => void> | undefined;
  const start = async () => {
    const [{ startServer }, provider] = await Promise.all([import('./start-server.js'), loadProvider()]);
    return startServer({ provider, tls, log, lasting: debug, firstParent });
  };
  const listening = await listenOnSocket(socketDirectory, (socket) => {
    void (acceptor ??= start()).then((accept) => {
      accept(socket);
    });
  });
  process.once('exit', listening.remove);
  writeSync(STDOUT, debug ? reattachLine(address, listening.path) : handshakeLine(listening.path, tls?.server.der));
  await (acceptor ??= start());
}
