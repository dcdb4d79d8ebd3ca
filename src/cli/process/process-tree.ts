import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** A process and its parent. */
interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
  readonly name: string;
}

/** The topmost descendants of a process that run a command of this name; children of those are not looked at. */
export async function descendantsNamed(ancestor: number, command: string): Promise<number[]> {
  const entries = await listProcesses();
  // The kernel keeps 15 characters of a name.
  const name = path.basename(command).slice(0, 15);
  const found: number[] = [];
  const pending = [ancestor];
  for (let pid = pending.pop(); pid !== undefined; pid = pending.pop()) {
    for (const child of entries.filter((entry) => entry.parent === pid)) {
      if (child.name.slice(0, 15) === name) found.push(child.pid);
      else pending.push(child.pid);
    }
  }
  return found;
}

async function listProcesses(): Promise<ProcessEntry[]> {
  return process.platform === 'linux' ? fromProc() : fromPs();
}

async function fromProc(): Promise<ProcessEntry[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const entries = await Promise.all(pids.map(readEntry));
  return entries.filter((entry) => entry !== undefined);
}

async function readEntry(pid: string): Promise<ProcessEntry | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? undefined : { pid: Number(pid), parent: Number(parent), name };
  } catch {
    return undefined;
  }
}

async function fromPs(): Promise<ProcessEntry[]> {
  const { stdout } = await promisify(execFile)('ps', ['-axo', 'pid=,ppid=,comm=']);
  return stdout.split('\n').flatMap((line) => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.+)$/.exec(line) ?? [];
    return command === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), name: path.basename(command) }];
  });
}
