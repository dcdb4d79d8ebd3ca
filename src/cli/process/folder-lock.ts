import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../user-error';
import { isMissing } from '../atomic-file';
import { isSameProcessRunning, referenceTo, type ProcessReference } from './process-identity';
import { hasErrorCode } from '../system-error';

/** Options of {@link lockFolder}. */
export interface FolderLockOptions {
  /** How long to wait for another holder. @default 0, fail at once */
  readonly waitMilliseconds?: number;
}

/** A lock that is held. */
export interface FolderLock {
  /** Gives the lock back. Safe to call twice. */
  release(): Promise<void>;
}

/**
 * Takes the lock of a folder for this process. The lock of a process that has ended is taken over.
 *
 * @throws UserError when another living process holds it
 */
export async function lockFolder(folder: string, options: FolderLockOptions = {}): Promise<FolderLock> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, 'lock.json');
  const self = await referenceTo(process.pid);
  if (self === undefined) throw new Error(`process ${process.pid} does not see itself`);
  const deadline = Date.now() + (options.waitMilliseconds ?? 0);
  while (!(await create(file, self))) {
    const holder = await readHolder(file);
    if (holder === undefined || !(await isSameProcessRunning(holder))) {
      await removeStale(file, holder);
    } else if (Date.now() >= deadline) {
      throw new UserError(
        `Another cdktf-zenml (process ${holder.pid}) is working in ${folder}.`,
        'Wait until it has finished, or stop it with Ctrl-C, then run this command again.',
      );
    } else {
      await sleep(250);
    }
  }
  return { release: () => releaseIfOurs(file, self) };
}

/** Creates the lock file with its content in one step: a lock file is never seen empty. */
async function create(file: string, self: ProcessReference): Promise<boolean> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify(self), { flag: 'wx' });
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (hasErrorCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function readHolder(file: string): Promise<ProcessReference | undefined> {
  try {
    const holder: unknown = JSON.parse(await readFile(file, 'utf8'));
    return isReference(holder) ? holder : undefined;
  } catch (error) {
    if (isMissing(error) || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Moves the lock of a dead holder away in one step; a lock that was taken meanwhile is put back. */
async function removeStale(file: string, dead: ProcessReference | undefined): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  const moved = await readHolder(aside);
  if (moved?.pid !== dead?.pid || moved?.startedAt !== dead?.startedAt) await link(aside, file);
  await rm(aside, { force: true });
}

async function releaseIfOurs(file: string, self: ProcessReference): Promise<void> {
  const holder = await readHolder(file);
  if (holder?.pid === self.pid && holder.startedAt === self.startedAt) await rm(file, { force: true });
}

function isReference(value: unknown): value is ProcessReference {
  return (
    typeof value === 'object' &&
    value !== null &&
    'pid' in value &&
    typeof value.pid === 'number' &&
    'startedAt' in value &&
    typeof value.startedAt === 'string'
  );
}
