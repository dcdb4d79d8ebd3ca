import type { Server } from 'node:http';
import type { AddressInfo, Server as TcpServer, Socket } from 'node:net';

/** Servers and clients of a test, closed together. */
export class Listening {
  private readonly closers: (() => Promise<unknown>)[] = [];

  /** Has the server listen on a free port of this machine. */
  async listen(server: Server | TcpServer): Promise<number> {
    const sockets = new Set<Socket>();
    server.on('connection', (socket: Socket) => sockets.add(socket));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    this.onClose(
      () =>
        new Promise((resolve) => {
          server.close(resolve);
          for (const socket of sockets) socket.destroy();
        }),
    );
    return (server.address() as AddressInfo).port;
  }

  onClose(close: () => Promise<unknown>): void {
    this.closers.push(close);
  }

  async close(): Promise<void> {
    await Promise.all(this.closers.splice(0).map((close) => close()));
  }
}
