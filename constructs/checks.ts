import type { IConstruct } from 'constructs';

/** A condition that must hold for a construct to be synthesized. */
export interface Check {
  readonly holds: boolean;
  /** Lower case: the value got, the values allowed, what to change. */
  readonly message: string;
}

/** Has synth refuse the construct with the messages of all conditions that do not hold. */
export function addChecks(construct: IConstruct, checks: readonly Check[]): void {
  const messages = checks.filter(({ holds }) => !holds).map(({ message }) => message);
  if (messages.length > 0) construct.node.addValidation({ validate: () => messages });
}
