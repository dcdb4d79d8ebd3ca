import type { SynthesizedStack } from '../synthesized';
import type { Diagram, DiagramEnvironment } from './diagram-model';
import { environmentFacts } from './environment-facts';
import { partsOf } from './environment-parts';
import { stacksOf } from './stacks-of';

/** From where things are tried out to where they must work; other names stand between. */
const FIRST = ['dev', 'development', 'test', 'qa'];
const LAST = ['staging', 'stage', 'preprod', 'prod', 'production'];

/** The environments of a synthesized app, with all that is in them. The same app gives the same diagram. */
export function buildDiagram(stacks: readonly SynthesizedStack[]): Diagram {
  const groups = new Map<string, SynthesizedStack[]>();
  for (const stack of stacks) {
    const name = stack.environments.join(', ') || stack.name;
    groups.set(name, [...(groups.get(name) ?? []), stack]);
  }
  const environments = [...groups].map(([name, members]) => environmentOf(name, members));
  return { environments: environments.filter(isShown).sort((a, b) => (key(a) < key(b) ? -1 : 1)) };
}

function environmentOf(name: string, members: readonly SynthesizedStack[]): DiagramEnvironment {
  const parts = members.map((stack) => ({ stack, parts: partsOf(stack) }));
  return {
    name,
    labelled: members.some(({ environments }) => environments.length > 0),
    ...environmentFacts(members),
    stacks: parts.flatMap((each) => stacksOf(each.stack, each.parts)),
    connectors: parts.flatMap((each) => [...each.parts.connectors.values()]),
    resources: parts.flatMap((each) => [...each.parts.resources.values()]),
    settings: parts.reduce((sum, each) => sum + each.parts.settings, 0),
  };
}

function isShown({ stacks, connectors, resources }: DiagramEnvironment): boolean {
  return stacks.length + connectors.length + resources.length > 0;
}

function key({ name, labelled }: DiagramEnvironment): string {
  const first = FIRST.indexOf(name);
  const last = LAST.indexOf(name);
  const place = first === -1 ? FIRST.length + 1 + last : first;
  return `${labelled ? 0 : 1}${String(place).padStart(2, '0')}${name}`;
}
