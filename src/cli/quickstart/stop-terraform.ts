import { setTimeout as sleep } from 'node:timers/promises';
import { descendantsNamed } from '../process/process-tree';
import { isSameProcessRunning, type ProcessReference } from '../process/process-identity';
import { hasErrorCode } from '../system-error';

const POLL_MILLISECONDS = 100;

/** Requests to clouds and servers that are under way end within this time. */
const HOLD_MILLISECONDS = 3_000;

/**
 * Stops a cdktf that runs as the leader of its own session, without losing state. cdktf would hang up on terraform,
 * which then dies without saving; so terraform itself gets SIGINT, writes its state, and cdktf ends by itself.
 *
 * On SIGINT terraform lets its providers cancel their requests at once, and an object whose creation was cancelled on its
 * way back is in no state. So terraform is held first, while its providers bring to an end what they have begun.
 * A cdktf that has no terraform yet is killed while it is held, so that none can begin meanwhile.
 */
export async function stopTerraformGently(cdktf: ProcessReference, terraformBinary: string): Promise<void> {
  const interrupted = new Set<number>();
  while (await isSameProcessRunning(cdktf)) {
    const running = await descendantsNamed(cdktf.pid, terraformBinary);
    const fresh = running.filter((pid) => !interrupted.has(pid));
    for (const pid of fresh) send(pid, 'SIGSTOP');
    if (fresh.length > 0) await sleep(HOLD_MILLISECONDS);
    for (const pid of fresh) {
      interrupted.add(pid);
      send(pid, 'SIGINT');
      send(pid, 'SIGCONT');
    }
    if (running.length === 0) await killWhileHeld(cdktf, terraformBinary);
    await sleep(POLL_MILLISECONDS);
  }
}

async function killWhileHeld(cdktf: ProcessReference, terraformBinary: string): Promise<void> {
  send(-cdktf.pid, 'SIGSTOP');
  await sleep(POLL_MILLISECONDS);
  const idle = (await descendantsNamed(cdktf.pid, terraformBinary)).length === 0;
  send(-cdktf.pid, idle ? 'SIGKILL' : 'SIGCONT');
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!hasErrorCode(error, 'ESRCH')) throw error;
  }
}
