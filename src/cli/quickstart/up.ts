import { outputsFile, runCdktfTask } from './deploy-stack';
import { proveStack } from './prove-stack';
import type { Session } from './session';
import { need, providerSteps, serverSteps, type StepContext } from './shared-steps';
import { readStackOutputs } from './stack-outputs';
import { summaryOf } from './summary';
import { runSteps, type Step } from './task-list';

/** Brings the stack up: what is there already is left alone. @returns the summary */
export async function up(session: Session): Promise<string> {
  const context: StepContext = {};
  await runSteps([...serverSteps(session), ...deploySteps(session)], context, session.signal);
  return summaryOf({
    session,
    access: need(context.access),
    outputs: need(context.outputs),
    proof: need(context.proof),
    changed: context.changed === true,
  });
}

function deploySteps(session: Session): Step<StepContext>[] {
  const { stack, state, target } = session;
  return [
    ...providerSteps(session),
    {
      title: `cdktf deploy ${stack}`,
      run: async (context, task) => {
        const { stacks } = state.current;
        await state.update({
          stacks: stacks.includes(stack) ? stacks : [...stacks, stack],
          remoteUrl: target.kind === 'remote' ? target.url : undefined,
        });
        const text = await runCdktfTask(session, {
          verb: 'deploy',
          stack,
          environment: need(context.environment),
          onProgress: (line) => (task.output = line),
        });
        context.changed = !/No changes\. Your infrastructure\s+matches the configuration/.test(text);
        context.outputs = await readStackOutputs(outputsFile(session, stack), stack);
        return context.changed ? undefined : `${task.title}: no changes`;
      },
    },
    {
      title: 'Run a pipeline on the stack',
      run: async (context, task) => {
        const { stackId } = need(context.outputs);
        const known = state.current.proofs[stack];
        if (context.changed === false && known?.stackId === stackId) {
          context.proof = known;
          return `${task.title}: done before, no changes since`;
        }
        const proof = await proveStack(session, stackId, need(context.environment));
        context.proof = proof;
        context.changed = true;
        await state.update({ proofs: { ...state.current.proofs, [stack]: proof } });
        return `Ran the pipeline ${proof.run} on the stack`;
      },
    },
  ];
}
