import { selectEnvironment, type SynthesizedStack } from '../synthesized';
import { UserError } from '../user-error';
import { comparablesOf, KINDS, type Comparable, type Kind } from './comparable';
import type { NeutralTexts } from './neutral-text';

/** Something that would differ after a promotion. */
export interface Difference {
  readonly kind: Kind;
  /** What differs: names of ZenML objects, paths of constructs. Several where they differ in the same. */
  readonly things: readonly string[];
  /** `configuration.instance_type`; undefined where one environment lacks the whole thing. */
  readonly attribute?: string;
  /** In the environment that is promoted; undefined where it is not there. */
  readonly from?: string;
  /** In the one that it is promoted to; undefined where it is not there. */
  readonly to?: string;
}

/** Labels in which a base stack says what is switched on in its environment, and which rules it is excepted from. */
const SWITCHES = /^labels\.(high_availability|backup_enabled|compliance_mode|exception_\w+)$/;

const VERSION = /^(labels|tags)\.version$/;

/**
 * What differs between two environments of a synthesized app, beyond what has to: their names, and names and digits made from those.
 *
 * @throws UserError where the app lacks one of them, or has it in a Terraform stack with others
 */
export function compareEnvironments(
  stacks: readonly SynthesizedStack[],
  from: string,
  to: string,
): readonly Difference[] {
  const [source, target] = [from, to].map((name) =>
    comparablesOf(name, selectEnvironment(stacks, name).map(ofOneEnvironment)),
  ) as [Side, Side];
  const ids = [...new Set([...source.things.keys(), ...target.things.keys()])];
  return merged(ids.flatMap((id) => differencesOf(source.things.get(id), target.things.get(id), source, target))).sort(
    (a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || compareTexts(a.things[0] ?? '', b.things[0] ?? ''),
  );
}

/** What is in a Terraform stack with several environments cannot be told apart: not everything in it has labels. */
function ofOneEnvironment(stack: SynthesizedStack): SynthesizedStack {
  if (stack.environments.length === 1) return stack;
  throw new UserError(
    `The Terraform stack ${stack.name} has objects of ${stack.environments.join(', ')}, which cannot be compared with each other.`,
    'Give each environment a Terraform stack of its own.',
  );
}

interface Side {
  readonly things: ReadonlyMap<string, Comparable>;
  readonly neutral: NeutralTexts;
}

function differencesOf(
  source: Comparable | undefined,
  target: Comparable | undefined,
  { neutral }: Side,
  { neutral: targetNeutral }: Side,
): Difference[] {
  const thing = target ?? source;
  if (thing === undefined) return [];
  const common = { kind: thing.kind, things: [thing.name] };
  if (source === undefined || target === undefined) {
    const kind = thing.kind === 'stack' && thing.attributes.has('labels.version') ? 'version' : thing.kind;
    return [{ ...common, kind, ...(source && { from: source.summary }), ...(target && { to: target.summary }) }];
  }
  const attributes = [...new Set([...source.attributes.keys(), ...target.attributes.keys()])];
  return attributes.flatMap((attribute): Difference[] => {
    const [from, to] = [source.attributes.get(attribute), target.attributes.get(attribute)];
    const about = { kind: kindOf(thing.kind, attribute), things: common.things };
    if (from === undefined) return [{ ...about, ...onlyOneSide(attribute, 'to', to, source) }];
    if (to === undefined) return [{ ...about, ...onlyOneSide(attribute, 'from', from, target) }];
    const same = from === to || neutral.of(from) === targetNeutral.of(to);
    return same ? [] : [{ ...about, attribute, from, to }];
  });
}

/** Switches and versions are told first, wherever they stand. */
function kindOf(kind: Kind, attribute: string): Kind {
  if (kind === 'stack' && SWITCHES.test(attribute)) return 'switch';
  return VERSION.test(attribute) ? 'version' : kind;
}

/** An element of a list that the other side lacks is one difference, whatever is in it. */
function onlyOneSide(attribute: string, side: 'from' | 'to', value: string | undefined, other: Comparable) {
  const elements = [...attribute.matchAll(/\]/g)].map(({ index }) => attribute.slice(0, index + 1));
  const places = [...other.attributes.keys()];
  const missing = elements.find((element) => places.every((place) => !place.startsWith(element)));
  return missing === undefined ? { attribute, [side]: value } : { attribute: missing, [side]: 'there' };
}

/** Things that differ in the same attribute by the same values are one difference, such as a tag of all resources. */
function merged(differences: readonly Difference[]): Difference[] {
  const groups = new Map<string, Difference>();
  for (const difference of differences) {
    const { kind, attribute, from, to } = difference;
    const alone = attribute === undefined ? difference.things : [];
    const id = JSON.stringify([kind, attribute, from, to, alone]);
    const group = groups.get(id);
    groups.set(id, group ? { ...group, things: [...new Set([...group.things, ...difference.things])] } : difference);
  }
  return [...groups.values()];
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
