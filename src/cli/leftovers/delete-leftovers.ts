import { messageOf } from '../user-error';
import { isNotFound, type Leftover, type Removal } from './leftover';

/** What became of some leftovers. */
export interface Deletion {
  readonly deleted: readonly Leftover[];
  readonly failed: readonly { readonly leftover: Leftover; readonly why: string }[];
}

/**
 * Deletes leftovers in the order in which they can go, and goes on after a failure. What failed is tried again as long as that
 * frees anything: AWS knows more dependencies than we do.
 * @param report told of each that is gone
 */
export async function deleteLeftovers(
  leftovers: readonly Leftover[],
  report: (leftover: Leftover) => void,
): Promise<Deletion> {
  const deleted: Leftover[] = [];
  let failed: { leftover: Leftover; why: string }[] = [];
  let waiting = [...leftovers].sort((a, b) => a.rank - b.rank);
  let progress = true;
  while (waiting.length > 0 && progress) {
    failed = [];
    progress = false;
    for (const leftover of waiting) {
      const why = await remove(leftover.removals);
      if (why !== undefined) {
        failed.push({ leftover, why });
        continue;
      }
      deleted.push(leftover);
      report(leftover);
      progress = true;
    }
    waiting = failed.map(({ leftover }) => leftover);
  }
  return { deleted, failed };
}

/** @returns why it is not gone */
async function remove(removals: readonly Removal[]): Promise<string | undefined> {
  try {
    for (const { run } of removals) await unlessGone(run);
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}

/** What is gone already needs no removal. */
async function unlessGone(run: Removal['run']): Promise<void> {
  try {
    await run?.();
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
}
