import { answerTo } from '../confirm';
import { EXIT_CODES } from '../exit-codes';
import { UserError } from '../user-error';
import { deleteLeftovers } from './delete-leftovers';
import { describeFindings, reportAsJson } from './describe-findings';
import { findLeftovers, type FindOptions, type Search } from './find-leftovers';
import { isRemovable } from './leftover';

/** What the command does. */
export interface LeftoversOptions extends FindOptions {
  readonly delete: boolean;
  /** Delete also while states hold anything: what a deploy that was killed left beside them can keep a destroy from its end. */
  readonly whileDeployed: boolean;
  /** Do not ask before anything is deleted. */
  readonly yes: boolean;
  readonly json: boolean;
}

/**
 * Lists the leftovers of an environment, and deletes them where asked to.
 * @returns the exit code: 2 where something is left, 1 where deleting failed or something could not be looked at
 */
export async function runLeftovers(options: LeftoversOptions): Promise<number> {
  const search = await findLeftovers(options);
  console.log(options.json ? reportAsJson(search) : describeFindings(search));
  const failure = search.unseen.length > 0 ? EXIT_CODES.failed : EXIT_CODES.same;
  const removable = search.leftovers.filter(isRemovable);
  if (!options.delete || removable.length === 0) return search.leftovers.length > 0 ? EXIT_CODES.different : failure;
  refuseWhereDeployed(search, options);
  if (!options.yes && !(await isConfirmed(options.environment, removable.length))) {
    console.log('Nothing was deleted.');
    return EXIT_CODES.different;
  }
  const { deleted, failed } = await deleteLeftovers(removable, ({ kind, name }) => {
    console.error(`Deleted: ${kind} ${name}`);
  });
  for (const { leftover, why } of failed) console.error(`Not deleted: ${leftover.kind} ${leftover.name}: ${why}`);
  if (failed.length > 0) return EXIT_CODES.failed;
  return deleted.length < search.leftovers.length ? EXIT_CODES.different : failure;
}

/** A deploy that runs at this moment has made things that no state holds yet. */
function refuseWhereDeployed({ deployed, statesAreKnown }: Search, options: LeftoversOptions): void {
  if (deployed.length > 0 && !options.whileDeployed) {
    throw new UserError(
      `${options.environment} is deployed: its states hold ${deployed.length} resources, such as ${deployed[0]}. Nothing was deleted.`,
      'Destroy it first, "npx cdktf destroy", and run the same command again. Where something that is listed keeps terraform from ' +
        'destroying it, and no deploy runs, add --while-deployed: what the states hold is not deleted.',
    );
  }
  if (!statesAreKnown && options.app !== false) {
    throw new UserError(
      `What of ${options.environment} is deployed is not known, since a state cannot be read. Nothing was deleted.`,
      'See above for the reason, and run the same command again.',
    );
  }
}

async function isConfirmed(environment: string, count: number): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw new UserError(
      'There is no terminal to ask on. Nothing was deleted.',
      'Add --yes where a script should delete what is listed.',
    );
  }
  const question = `\nDelete these ${count}, with all data in them? Enter the name of the environment to go on: `;
  return (await answerTo(question, { input: process.stdin, output: process.stderr })) === environment;
}
