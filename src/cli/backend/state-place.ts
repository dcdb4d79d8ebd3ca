import type { JsonObject, SynthesizedStack } from '../synthesized';

/** A place that several Terraform stacks may keep their states in. */
export interface StatePlace {
  readonly type: string;
  /** The configuration of the backend. What differs from stack to stack in it, such as `key`, is that of the first. */
  readonly values: JsonObject;
  /** The stacks of the environment that is asked for. */
  readonly stacks: readonly SynthesizedStack[];
  /** Of all stacks that keep their state there, others than those asked for too. */
  readonly environments: readonly string[];
}

/** The places of some stacks' states. All stacks of the app say whose states lie there, too. */
export function placesOf(
  selected: readonly SynthesizedStack[],
  all: readonly SynthesizedStack[],
): readonly StatePlace[] {
  const places = new Map<string, SynthesizedStack[]>();
  for (const stack of selected) {
    const id = placeId(stack);
    places.set(id, [...(places.get(id) ?? []), stack]);
  }
  return [...places].map(([id, stacks]) => {
    const neighbours = all.filter((stack) => placeId(stack) === id);
    return {
      type: stacks[0]?.backend?.type ?? 'local',
      values: stacks[0]?.backend?.values ?? {},
      stacks,
      environments: [...new Set(neighbours.flatMap(({ environments }) => environments))].sort(),
    };
  });
}

/** States in one bucket, or in one organization, share what has to be made for them. */
function placeId({ backend }: SynthesizedStack): string {
  const { type = 'local', values = {} } = backend ?? {};
  return JSON.stringify([type, values.bucket ?? values.organization, values.hostname]);
}

/** The labels of a place. Not `managed_by: terraform`, which would make a bucket with states one of those that a clean-up removes. */
export function placeLabels({ environments }: StatePlace): Record<string, string> {
  const [environment, ...others] = environments;
  return {
    managed_by: 'cdktf-zenml',
    purpose: 'terraform-state',
    ...(environment !== undefined && others.length === 0 && { environment }),
  };
}
