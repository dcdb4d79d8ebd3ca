import type { Check } from './checks';
import type { ComponentType, IStackComponent } from './stack-component';

/** ZenML refuses a stack without one of these, and a stack can do nothing with a second one. */
export const NEEDED_TYPES: readonly ComponentType[] = ['artifact_store', 'orchestrator'];

/** Components by their type, in the order in which they were given. */
export type ComponentsByType = ReadonlyMap<ComponentType, readonly IStackComponent[]>;

/** Puts those of each type together. */
export function groupByType(components: readonly IStackComponent[]): ComponentsByType {
  const byType = new Map<ComponentType, IStackComponent[]>();
  for (const component of components) {
    const found = byType.get(component.componentType);
    if (found) found.push(component);
    else byType.set(component.componentType, [component]);
  }
  return byType;
}

/** Those of one type with the default one, where it is among them, first. */
export function defaultFirst(
  found: readonly IStackComponent[],
  defaults: readonly IStackComponent[],
): readonly IStackComponent[] {
  const first = found.filter((component) => defaults.includes(component));
  return [...first, ...found.filter((component) => !defaults.includes(component))];
}

/** That each type of which there are several has one default component, and that every default is one of the components. */
export function defaultChecks(
  components: readonly IStackComponent[],
  defaults: readonly IStackComponent[],
): readonly Check[] {
  return [
    ...[...groupByType(components)].flatMap(([type, found]) =>
      found.length > 1 ? [hasDefault(type, found, defaults)] : [],
    ),
    ...defaults
      .filter((component) => !components.includes(component))
      .map((component) => strayDefault(component, components)),
  ];
}

/** Of a type of which there are several. */
function hasDefault(
  type: ComponentType,
  found: readonly IStackComponent[],
  defaults: readonly IStackComponent[],
): Check {
  const chosen = defaults.filter(({ componentType }) => componentType === type);
  const several = `the stack has ${found.length} components of type ${type} (${pathsOf(found)})`;
  if (NEEDED_TYPES.includes(type)) {
    return { holds: false, message: `${several}; it takes one: leave the others out` };
  }
  if (chosen.length > 1) {
    return {
      holds: false,
      message: `defaults has ${chosen.length} components of type ${type} (${pathsOf(chosen)}); it takes one of each type: leave the others out`,
    };
  }
  return {
    holds: chosen.length === 1,
    message: `${several} and no default; ZenML uses the default one wherever no other is named: name it in defaults`,
  };
}

function strayDefault(component: IStackComponent, components: readonly IStackComponent[]): Check {
  return {
    holds: false,
    message: `defaults has ${component.node.path}, which is not among the components (${pathsOf(components)}): add it to components`,
  };
}

function pathsOf(components: readonly IStackComponent[]): string {
  return components.map(({ node }) => node.path).join(', ');
}
