import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { isSameProcessRunning, referenceTo, type ProcessReference } from '../../src/cli/process/process-identity';

/** The processes that a process has started and that still run. */
export async function childrenOf(pid: number): Promise<ProcessReference[]> {
  const { stdout } = spawnSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' });
  const references = await Promise.all(stdout.split('\n').filter(Boolean).map(Number).map(referenceTo));
  return references.filter((reference) => reference !== undefined);
}

/** Milliseconds until a process has ended, at most the limit. */
export async function timeToEnd(reference: ProcessReference, limitMilliseconds = 5_000): Promise<number> {
  const begin = performance.now();
  while (performance.now() - begin < limitMilliseconds && (await isSameProcessRunning(reference))) await sleep(20);
  return performance.now() - begin;
}
