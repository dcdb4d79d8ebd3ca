import {
  textOf,
  zenmlObjectsOf,
  type SynthesizedResource,
  type SynthesizedStack,
  type ZenmlObject,
} from '../synthesized';
import type { DiagramComponent, DiagramConnector, DiagramResource } from './diagram-model';
import { factsOf } from './resource-facts';
import { KEY_TYPES, RESOURCE_GROUPS, titleOf } from './resource-titles';
import { shownName, shownText } from './shown-text';

/** What a Terraform stack is made of, by address. */
export interface StackParts {
  readonly resources: ReadonlyMap<string, DiagramResource>;
  readonly connectors: ReadonlyMap<string, DiagramConnector>;
  readonly components: ReadonlyMap<string, DiagramComponent>;
  /** Number of the cloud's grants and settings. */
  readonly settings: number;
}

/** The cloud resources, connectors and components of a Terraform stack, each with what it refers to. */
export function partsOf(stack: SynthesizedStack): StackParts {
  const cloud = stack.resources.filter(({ type }) => /^(?:aws|google|azurerm)_/.test(type));
  const resources = new Map(cloud.flatMap((resource) => entry(resource, stack)));
  const objects = zenmlObjectsOf(stack);
  const connectors = new Map<string, DiagramConnector>();
  for (const object of objects.filter(({ kind }) => kind === 'connector')) {
    connectors.set(object.resource.address, connectorOf(object, stack, resources));
  }
  for (const { address, type, values, name } of stack.dataSources) {
    if (!type.startsWith('zenml_service_connector')) continue;
    const known = {
      id: idOf(stack, address),
      name: textOf(values.name) ?? name,
      resourceType: textOf(values.resource_type),
    };
    connectors.set(address, { ...known, resources: [], keyInState: false });
  }
  const components = new Map<string, DiagramComponent>();
  for (const object of objects.filter(({ kind }) => kind === 'component')) {
    components.set(object.resource.address, componentOf(object, stack, { resources, connectors }));
  }
  for (const source of stack.dataSources.filter(({ type }) => type === 'zenml_stack_component')) {
    components.set(source.address, existingComponent(source, stack));
  }
  return { resources, connectors, components, settings: cloud.length - resources.size };
}

/** Unique among all Terraform stacks of the app. */
export function idOf({ name }: SynthesizedStack, address: string): string {
  return `${name}/${address}`;
}

function entry(resource: SynthesizedResource, stack: SynthesizedStack): [string, DiagramResource][] {
  const known = titleOf(resource.type);
  if (known === undefined) return [];
  const { address } = resource;
  const name = shownName(resource, stack);
  return [[address, { id: idOf(stack, address), ...known, name, facts: factsOf(resource, stack) }]];
}

function connectorOf(
  { name, resource, values }: ZenmlObject,
  stack: SynthesizedStack,
  resources: StackParts['resources'],
): DiagramConnector {
  const reached = reachedFrom(resource, stack);
  return {
    id: idOf(stack, resource.address),
    name: shownText(name, stack),
    type: textOf(values.type),
    authMethod: textOf(values.auth_method),
    resourceType: textOf(values.resource_type),
    resources: byGroup(foundIn(resources, resource.references)),
    keyInState: reached.some((address) => KEY_TYPES.some((type) => address.startsWith(`${type}.`))),
  };
}

function componentOf(
  { name, resource, values }: ZenmlObject,
  stack: SynthesizedStack,
  { resources, connectors }: Pick<StackParts, 'resources' | 'connectors'>,
): DiagramComponent {
  const [connector] = foundIn(connectors, resource.references);
  return {
    id: idOf(stack, resource.address),
    type: textOf(values.type) ?? '',
    flavor: shownText(textOf(values.flavor) ?? '', stack),
    name: shownText(name, stack),
    ...(connector !== undefined && { connector }),
    resources: byGroup(foundIn(resources, resource.references)),
  };
}

function existingComponent({ address, name, values }: SynthesizedResource, stack: SynthesizedStack): DiagramComponent {
  const type = textOf(values.type) ?? '';
  const shown = textOf(values.name) ?? name;
  return { id: idOf(stack, address), type, flavor: 'on the server', name: shownText(shown, stack), resources: [] };
}

function foundIn<Part>(parts: ReadonlyMap<string, Part>, addresses: readonly string[]): readonly Part[] {
  return addresses.map((address) => parts.get(address)).filter((part) => part !== undefined);
}

function byGroup(resources: readonly DiagramResource[]): readonly DiagramResource[] {
  const place = ({ group }: DiagramResource): number => RESOURCE_GROUPS.indexOf(group);
  return [...resources].sort((a, b) => place(a) - place(b));
}

/** Addresses that a resource refers to, also by way of others. */
function reachedFrom(start: SynthesizedResource, { resources }: SynthesizedStack): readonly string[] {
  const byAddress = new Map(resources.map((resource) => [resource.address, resource]));
  const reached = new Set<string>();
  const pending = [...start.references];
  for (let address = pending.pop(); address !== undefined; address = pending.pop()) {
    if (reached.has(address)) continue;
    reached.add(address);
    pending.push(...(byAddress.get(address)?.references ?? []));
  }
  return [...reached];
}
