/** A change of a plan. */
export interface PlannedChange {
  readonly address: string;
  /** Such as ["create"], ["update"], ["delete", "create"]. */
  readonly actions: readonly string[];
}

interface PlanLine {
  readonly type?: string;
  readonly change?: { readonly resource: { readonly addr: string }; readonly action: string };
}

/** What changes nothing in the world. */
const NO_CHANGES = ['noop', 'read', 'move', 'import'];

/** The changes of a plan by address, from the lines of `terraform plan -json`. It does not say in which order a replacement goes. */
export function plannedChanges(output: string): PlannedChange[] {
  const changes = output.split('\n').flatMap((line): PlannedChange[] => {
    if (!line.includes('"type":"planned_change"')) return [];
    const { type, change } = JSON.parse(line) as PlanLine;
    if (type !== 'planned_change' || change === undefined || NO_CHANGES.includes(change.action)) return [];
    const actions = change.action === 'replace' ? ['delete', 'create'] : [change.action];
    return [{ address: change.resource.addr, actions }];
  });
  return changes.sort((a, b) => (a.address < b.address ? -1 : 1));
}
