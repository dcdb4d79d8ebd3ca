import getPort from 'get-port';
import { UserError } from '../user-error';

/** Which port is wanted, and which are not. */
export interface FreePortOptions {
  /** Taken when it is free. */
  readonly preferred?: number;
  readonly excluded: readonly number[];
  /** @default get-port's search on 127.0.0.1 */
  readonly find?: typeof getPort;
}

/**
 * A free port on 127.0.0.1.
 *
 * @throws UserError where there is none
 */
export async function findFreePort({ preferred, excluded, find = getPort }: FreePortOptions): Promise<number> {
  try {
    return await find({
      host: '127.0.0.1',
      exclude: excluded,
      ...(preferred === undefined ? {} : { port: preferred }),
    });
  } catch (error) {
    throw new UserError(
      'No free port was found on 127.0.0.1.',
      'Stop a server that holds ports on this machine and run the same command again.',
      { cause: error },
    );
  }
}
