import {
  Listr,
  PRESET_TIMER,
  type ListrTask,
  type ListrTaskWrapper,
  type DefaultRenderer,
  type SimpleRenderer,
} from 'listr2';

/** A task while it runs: `output` shows progress, `title` what came of it. */
export type RunningTask<Context> = ListrTaskWrapper<Context, typeof DefaultRenderer, typeof SimpleRenderer>;

/** One step of a task list. */
export interface Step<Context> {
  readonly title: string;
  /** When it resolves to a text, that becomes the title. */
  run(context: Context, task: RunningTask<Context>): Promise<string | undefined>;
  readonly skip?: (context: Context) => boolean;
}

/**
 * Runs steps one after the other, with elapsed times; plain lines where there is no terminal.
 * The list marks the step that failed; its error is thrown as it was, for the caller to report once.
 */
export async function runSteps<Context extends object>(
  steps: readonly Step<Context>[],
  context: Context,
  signal: AbortSignal,
): Promise<void> {
  let cause: unknown;
  const tasks = steps.map((step): ListrTask<Context, typeof DefaultRenderer, typeof SimpleRenderer> => ({
    title: step.title,
    enabled: (current) => step.skip?.(current) !== true,
    rendererOptions: { timer: PRESET_TIMER },
    fallbackRendererOptions: { timer: PRESET_TIMER },
    task: async (current, task) => {
      signal.throwIfAborted();
      try {
        const result = await step.run(current, task);
        if (result !== undefined) task.title = result;
      } catch (error) {
        cause = error;
        throw new Error(signal.aborted ? 'interrupted' : 'see below', { cause: error });
      }
    },
  }));
  const list = new Listr<Context, 'default', 'simple'>(tasks, {
    ctx: context,
    fallbackRenderer: 'simple',
    // A terminal that does not say its width would get one character a line.
    fallbackRendererCondition: () => !process.stdout.isTTY || process.stdout.columns === 0,
    registerSignalListeners: false,
    rendererOptions: { collapseErrors: false, showErrorMessage: false, collapseSubtasks: false },
  });
  try {
    await list.run();
  } catch (error) {
    throw cause ?? error;
  }
}
