import { parseTemplatedJson, type JsonObject } from '../synthesized';

/** What is at the places of a value: `rule[0].id`, `policy.Statement[ArtifactBucket].Action`. */
export type FlatValues = ReadonlyMap<string, string>;

/** Keys that tell apart the elements of a list, so that an inserted one does not shift the others. */
const ELEMENT_KEYS = ['Sid', 'id', 'name', 'key'];

/** The leaves of some attributes, each as text. JSON in a text, such as a policy, is part of the value. */
export function flatten(attributes: JsonObject): FlatValues {
  const leaves = new Map<string, string>();
  collect(attributes, '', leaves);
  return leaves;
}

function collect(value: unknown, place: string, leaves: Map<string, string>): void {
  if (value === undefined || value === null) return;
  if (Array.isArray(value)) {
    if (value.every((element) => typeof element !== 'object')) leaves.set(place, value.map(String).join(', '));
    else
      value.forEach((element, index) => {
        collect(element, `${place}[${elementName(element, index)}]`, leaves);
      });
    return;
  }
  if (typeof value === 'object') {
    for (const [key, child] of Object.entries(value)) collect(child, place === '' ? key : `${place}.${key}`, leaves);
    return;
  }
  const json = typeof value === 'string' && /^[{[]/.test(value) ? parseTemplatedJson(value) : undefined;
  if (typeof json === 'object' && json !== null) collect(json, place, leaves);
  else leaves.set(place, typeof value === 'string' ? value : JSON.stringify(value));
}

function elementName(element: unknown, index: number): string {
  const names = ELEMENT_KEYS.map((key) => (element as JsonObject)[key]);
  return names.find((name): name is string => typeof name === 'string' && !name.includes('${')) ?? String(index);
}
