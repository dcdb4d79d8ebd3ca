import { selectEnvironment, type SynthesizedStack } from '../synthesized';
import { UserError } from '../user-error';
import type { BackendPlan } from './backend-plan';
import type { GcsOptions } from './gcs-backend';
import { planBackend } from './plan-backend';
import { placesOf } from './state-place';

/** What `backend create` works with. */
export interface CreateBackendOptions extends GcsOptions {
  /** All stacks of the app. */
  readonly stacks: readonly SynthesizedStack[];
  /** Whose backend is made. @default every environment's */
  readonly environment?: string;
  /** Asks the user. Undefined where nobody can answer. */
  readonly confirm?: (question: string) => Promise<boolean>;
  /** Does not ask. */
  readonly yes: boolean;
  readonly print: (line: string) => void;
}

/**
 * Makes what the backends of an environment need and tells each step. What is there already is left as it is.
 *
 * @throws UserError where a bucket is somebody else's, or nobody agrees
 */
export async function createBackend(options: CreateBackendOptions): Promise<void> {
  const { stacks, environment, print } = options;
  const plans: BackendPlan[] = [];
  for (const place of placesOf(selectEnvironment(stacks, environment), stacks))
    plans.push(await planBackend(place, options));
  for (const plan of plans) {
    print(`States of ${plan.stacks.join(', ')}: ${plan.place}`);
    if (plan.note !== undefined) print(`  ${plan.note}`);
    else if (plan.steps.length === 0) print('  Nothing is missing.');
    for (const { title } of plan.steps) print(`  - ${title}`);
  }
  const steps = plans.flatMap((plan) => plan.steps);
  if (steps.length === 0) return;
  await agree(options);
  for (const step of steps) {
    await step.run();
    print(`done: ${step.title}`);
  }
  print('The backend is ready: deploy, or move an existing state with "terraform init -migrate-state".');
}

async function agree({ yes, confirm }: CreateBackendOptions): Promise<void> {
  if (yes) return;
  if (confirm === undefined) {
    throw new UserError(
      'Nothing was done: nobody is there to agree to it.',
      'Run the command in a terminal, or with --yes.',
    );
  }
  if (!(await confirm('Do this?'))) {
    throw new UserError('Nothing was done.', 'Run the same command again when it should be.');
  }
}
