import type { Socket } from 'node:net';
import { createServer, type TLSSocket } from 'node:tls';
import type { CallContext } from '../framework';
import type { ServerCertificate } from './certificate';

export interface MutualTls {
  /** Ours, which the client was told to trust. */
  readonly server: ServerCertificate;
  /** PEM of the only certificate that a client may show. */
  readonly clientCertificate: string;
}

/** Puts mutual TLS on raw sockets. A client without the one certificate gets no further than that. */
export function secureConnections(
  { server, clientCertificate }: MutualTls,
  log: CallContext['log'],
  onConnection: (connection: TLSSocket) => void,
): (socket: Socket) => void {
  const tls = createServer({
    key: server.keyPem,
    cert: server.certificatePem,
    ca: clientCertificate,
    requestCert: true,
    rejectUnauthorized: true,
    minVersion: 'TLSv1.2',
    ALPNProtocols: ['h2'],
  });
  tls.on('secureConnection', onConnection);
  tls.on('tlsClientError', (error: Error) => {
    log('warn', 'a client was refused', { reason: error.message });
  });
  return (socket) => tls.emit('connection', socket);
}
