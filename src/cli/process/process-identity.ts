import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { isMissing } from '../atomic-file';
import { hasErrorCode } from '../system-error';

/** A process as it was when we saw it: the pid alone may be given to another process later. */
export interface ProcessReference {
  readonly pid: number;
  /** When the process started, in the words of the operating system; compared, never parsed. */
  readonly startedAt: string;
}

/** When a process started, or undefined when there is no such process (a zombie counts as gone). */
export async function processStart(pid: number): Promise<string | undefined> {
  return process.platform === 'linux' ? startFromProc(pid) : startFromPs(pid);
}

/** A reference to a process that runs now, or undefined when it has ended already. */
export async function referenceTo(pid: number): Promise<ProcessReference | undefined> {
  const startedAt = await processStart(pid);
  return startedAt === undefined ? undefined : { pid, startedAt };
}

/** Whether this very process, not another one with its pid, still runs. */
export async function isSameProcessRunning(reference: ProcessReference): Promise<boolean> {
  return (await processStart(reference.pid)) === reference.startedAt;
}

async function startFromProc(pid: number): Promise<string | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    return `${boot.trim()}/${fields[19]}`;
  } catch (error) {
    if (isMissing(error) || hasErrorCode(error, 'ESRCH')) return undefined;
    throw error;
  }
}

async function startFromPs(pid: number): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)('ps', ['-o', 'stat=,lstart=', '-p', String(pid)]);
    const [stat, ...start] = stdout.trim().split(/\s+/);
    return stat === undefined || stat.startsWith('Z') || start.length === 0 ? undefined : start.join(' ');
  } catch {
    return undefined;
  }
}
