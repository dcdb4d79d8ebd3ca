import type { Socket } from 'node:net';
import type { CallContext, Provider, ValueRecord } from '../framework';
import { Session } from '../protocol';
import { createGrpcServer } from './grpc-server';
import { Lifetime } from './lifetime';
import { secureConnections, type MutualTls } from './secure-connections';

export interface StartOptions<C> {
  readonly provider: Provider<ValueRecord, C>;
  /** Undefined for connections without TLS. */
  readonly tls: MutualTls | undefined;
  readonly log: CallContext['log'];
  /** Stays when its last client has gone, as under a debugger. */
  readonly lasting: boolean;
  /** The process that started this one. */
  readonly firstParent: number;
}

/** How long the provider may take to close its connections, in milliseconds. */
const CLOSE_TIMEOUT = 500;

/** Serves the provider on the sockets given to what this returns, and ends the process when Terraform has gone. */
export function startServer<C>(options: StartOptions<C>): (socket: Socket) => void {
  const { provider, tls, log, lasting, firstParent } = options;
  const session = new Session(provider, log);
  const lifetime = new Lifetime(
    (reason) => {
      log('debug', 'the provider ends', { reason });
      session.stop();
      void exitAfter(provider.close?.());
    },
    { lasting, firstParent },
  );
  const serve = createGrpcServer({
    session,
    log,
    shutDown: () => {
      lifetime.shutDown();
    },
  });
  const accept = (connection: Socket) => {
    lifetime.connectionOpened();
    connection.once('close', () => {
      lifetime.connectionClosed();
    });
    serve(connection);
  };
  return tls ? secureConnections(tls, log, accept) : accept;
}

async function exitAfter(closed: Promise<void> | undefined): Promise<void> {
  const timeout = new Promise((resolve) => setTimeout(resolve, CLOSE_TIMEOUT));
  await Promise.race([closed, timeout]).catch(() => undefined);
  process.exit();
}
