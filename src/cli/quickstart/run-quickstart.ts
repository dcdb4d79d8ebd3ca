import path from 'node:path';
import { findPackage } from '../package-root';
import { lockFolder } from '../process/folder-lock';
import { InterruptedError } from '../user-error';
import { down } from './down';
import { openSession } from './open-session';
import type { QuickstartOptions } from './session';
import { up } from './up';

/** A command of the quickstart. */
export interface QuickstartCommand extends Omit<QuickstartOptions, 'directory'> {
  /** @default .quickstart in the repository */
  readonly directory?: string;
  /** For down: do not look for leftovers. */
  readonly force: boolean;
}

/** Runs the quickstart and prints its summary. */
export async function runQuickstart(command: QuickstartCommand): Promise<void> {
  const packageInfo = findPackage();
  const directory = command.directory ?? path.join(packageInfo.root, '.quickstart');
  const lock = await lockFolder(directory);
  const interrupt = listenForInterrupts();
  try {
    const session = await openSession({ ...command, directory }, packageInfo, interrupt.signal);
    console.log(command.action === 'up' ? await up(session) : await down(session, command.force));
  } catch (error) {
    if (interrupt.signal.aborted) throw new InterruptedError();
    throw error;
  } finally {
    interrupt.dispose();
    await lock.release();
  }
}

function listenForInterrupts(): { signal: AbortSignal; dispose(): void } {
  const controller = new AbortController();
  const onSignal = (): void => {
    if (controller.signal.aborted) return;
    console.error('\nStopping: a terraform that runs gets the time to save its state.');
    controller.abort(new InterruptedError());
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const each of signals) process.on(each, onSignal);
  return {
    signal: controller.signal,
    dispose: () => {
      for (const each of signals) process.off(each, onSignal);
    },
  };
}
