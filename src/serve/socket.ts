import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Unix sockets have no longer paths: 104 bytes on macOS, 108 on Linux, one of them for the terminating zero. */
const MAX_PATH_BYTES = 103;

/** There can be no socket; the message follows the program's name and says what to change. */
export class SocketError extends Error {
  override readonly name = 'SocketError';
}

export interface ListeningSocket {
  readonly path: string;
  /** Removes the socket file, and the directory where that is ours. May be called at exit, and twice. */
  readonly remove: () => void;
}

/**
 * Listens on a new unix socket that only this user can reach.
 * @param directory where Terraform wants it; default: a new directory in the system's temporary directory.
 * @throws SocketError where there can be no socket
 */
export async function listenOnSocket(
  directory: string | undefined,
  onConnection: (socket: Socket) => void,
): Promise<ListeningSocket> {
  const own = directory === undefined ? mkdtempSync(join(tmpdir(), 'plugin-')) : undefined;
  const path = join(own ?? directory ?? '', `plugin-${randomBytes(6).toString('hex')}.sock`);
  const remove = () => {
    rmSync(own ?? path, { recursive: true, force: true });
  };
  try {
    if (Buffer.byteLength(path) > MAX_PATH_BYTES) {
      throw new SocketError(
        `cannot listen on ${path}: a unix socket's path has at most ${MAX_PATH_BYTES} bytes. Set TMPDIR to a shorter directory.`,
      );
    }
    await listen(createServer(onConnection), path);
  } catch (error) {
    remove();
    throw error;
  }
  return { path, remove };
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', ({ message }) => {
      reject(new SocketError(`cannot listen on ${path}: ${message}. Terraform chose this directory, or TMPDIR did.`));
    });
    server.listen(path, resolve);
  });
}
