import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** The memory of a running process that is in RAM, in megabytes. */
export function residentMegabytes(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}

/** The most that a running process has had in RAM, in megabytes. Only Linux tells; elsewhere it is what is there now. */
export function peakMegabytes(pid: number): number {
  const file = `/proc/${pid}/status`;
  const peak = existsSync(file) ? /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(file, 'utf8')) : null;
  return peak ? Number(peak[1]) / 1024 : residentMegabytes(pid);
}
