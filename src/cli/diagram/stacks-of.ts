import {
  expressionsIn,
  objectOf,
  textOf,
  textsIn,
  zenmlObjectsOf,
  type SynthesizedStack,
  type ZenmlObject,
} from '../synthesized';
import { byType } from './component-types';
import type { DiagramBase, DiagramComponent, DiagramStack } from './diagram-model';
import { idOf, type StackParts } from './environment-parts';
import { shownText } from './shown-text';

/** The ZenML stacks of a Terraform stack; those made on a base stack follow it. */
export function stacksOf(stack: SynthesizedStack, parts: StackParts): readonly DiagramStack[] {
  const objects = zenmlObjectsOf(stack).filter(({ kind }) => kind === 'stack');
  const held = new Map(objects.map((object) => [object.resource.address, heldBy(object, parts)]));
  const stacks = objects.map((object) => stackOf(object, stack, { objects, held }));
  return [...stacks].sort(byPlace(stacks));
}

interface Known {
  readonly objects: readonly ZenmlObject[];
  /** Address of a ZenML stack to its components. */
  readonly held: ReadonlyMap<string, readonly DiagramComponent[]>;
}

function stackOf(object: ZenmlObject, stack: SynthesizedStack, { objects, held }: Known): DiagramStack {
  const { address } = object.resource;
  const baseObject = objects.find((other) => other !== object && namesBase(object, other));
  const base = baseOf(object, stack, baseObject);
  const components = [...(held.get(address) ?? [])].sort(byType);
  const ofBase = [...((baseObject && held.get(baseObject.resource.address)) ?? [])].sort(byType);
  const description = textOf(object.values.description);
  const { version, project } = object.labels;
  return {
    id: idOf(stack, address),
    name: shownText(object.name, stack),
    ...(description !== undefined && { description: shownText(description, stack) }),
    ...(version !== undefined && { version }),
    ...(project !== undefined && { project }),
    ...(base !== undefined && { base }),
    components: components.filter((component) => !ofBase.includes(component)),
    inherited: components.filter((component) => ofBase.includes(component)),
    without: ofBase.map(({ type }) => type).filter((type) => components.every((component) => component.type !== type)),
  };
}

/** Of a base that is looked up, terraform computes the rest. */
function heldBy({ values }: ZenmlObject, { components }: StackParts): readonly DiagramComponent[] {
  const expressions = [...textsIn(values.components), ...textsIn(values.additional_components)].flatMap(expressionsIn);
  return [...components]
    .filter(([address]) => expressions.some((text) => names(text, address)))
    .map(([, each]) => each);
}

function names(expression: string, address: string): boolean {
  return new RegExp(`(?<![\\w.-])${address.replaceAll('.', '\\.')}(?![\\w-])`).test(expression);
}

function namesBase({ values }: ZenmlObject, { resource, name }: ZenmlObject): boolean {
  const label = textOf(objectOf(values.labels).base_stack);
  return label !== undefined && (label === name || label.includes(`${resource.address}.`));
}

function baseOf(object: ZenmlObject, stack: SynthesizedStack, found: ZenmlObject | undefined): DiagramBase | undefined {
  if (found !== undefined) return { name: shownText(found.name, stack), id: idOf(stack, found.resource.address) };
  const label = textOf(objectOf(object.values.labels).base_stack);
  return label === undefined ? undefined : { name: shownText(label, stack) };
}

function byPlace(stacks: readonly DiagramStack[]): (a: DiagramStack, b: DiagramStack) => number {
  const root = (stack: DiagramStack): DiagramStack => stacks.find(({ id }) => id === stack.base?.id) ?? stack;
  const key = (stack: DiagramStack): string => [root(stack).name, root(stack) === stack ? '' : stack.name].join('\n');
  return (a, b) => (key(a) < key(b) ? -1 : 1);
}
