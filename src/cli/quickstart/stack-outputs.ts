import { readFileIfExists } from '../atomic-file';
import { UserError } from '../user-error';

/** Outputs of a deployed stack; those it does not have are absent. */
export interface StackOutputs {
  readonly stackId: string;
  readonly stackName: string;
  readonly connectorIds: readonly string[];
  /** Everything that is text, by output name, in the order of the stack. */
  readonly texts: Readonly<Record<string, string>>;
}

/** Reads what cdktf wrote with --outputs-file. */
export async function readStackOutputs(file: string, stack: string): Promise<StackOutputs> {
  const parsed: unknown = JSON.parse((await readFileIfExists(file)) ?? '{}');
  const outputs = entriesOf(parsed)[stack];
  const fields = entriesOf(outputs);
  const texts = Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  const { stack_id: stackId, stack_name: stackName } = texts;
  if (stackId === undefined || stackName === undefined) {
    throw new UserError(
      `The stack "${stack}" has no outputs stack_id and stack_name.`,
      'Give it both as TerraformOutput: the quickstart finds the registered ZenML stack by them.',
    );
  }
  return { stackId, stackName, connectorIds: idsIn(fields.connector_ids), texts };
}

function idsIn(value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value : Object.values(entriesOf(value));
  return values.filter((id): id is string => typeof id === 'string');
}

function entriesOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
