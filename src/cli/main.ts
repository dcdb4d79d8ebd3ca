import { createProgram } from './program';
import { InterruptedError, messageOf, UserError } from './user-error';

async function main(): Promise<void> {
  try {
    await createProgram().parseAsync();
  } catch (error) {
    process.exitCode = report(error);
  }
}

function report(error: unknown): number {
  if (error instanceof InterruptedError) {
    console.error('Interrupted. Run the same command again: it goes on from here.');
    return 130;
  }
  if (error instanceof UserError) {
    console.error(`\nError: ${error.message}`);
    return 1;
  }
  console.error(
    `\nError: ${messageOf(error)}\nThis is a fault of cdktf-zenml; run it again with NODE_DEBUG=cdktf-zenml for where it happened.`,
  );
  if (process.env.NODE_DEBUG?.includes('cdktf-zenml') === true && error instanceof Error) console.error(error.stack);
  return 1;
}

void main();
