import { byType, typeTitle } from './component-types';
import type {
  Diagram,
  DiagramConnector,
  DiagramEnvironment,
  DiagramResource,
  DiagramStack,
  ResourceGroup,
} from './diagram-model';

/** Every environment in one Mermaid flowchart, each in a frame of its own. */
export function renderMermaid({ environments }: Diagram): string {
  const frames = environments.map((environment, index) => frame(environment, `e${index}`));
  return ['flowchart LR', ...frames.flatMap(({ nodes }) => nodes), ...frames.flatMap(({ edges }) => edges), ''].join(
    '\n',
  );
}

/** A Markdown text with a Mermaid flowchart for each environment, as GitHub and GitLab show them in pull requests. */
export function renderMarkdown({ environments }: Diagram): string {
  const sections = environments.map((environment) => {
    const { name, places, switches, exceptions } = environment;
    const facts = [...places, ...switches.filter(({ on }) => on).map(({ title }) => title), ...exceptions];
    const said = facts.length > 0 ? `${facts.map(inMarkdown).join(' · ')}\n\n` : '';
    return `### ${inMarkdown(name)}\n\n${said}\`\`\`mermaid\n${renderMermaid({ environments: [environment] })}\`\`\`\n`;
  });
  return ['## ZenML stacks\n', ...sections].join('\n');
}

interface Frame {
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
}

function frame(environment: DiagramEnvironment, id: string): Frame {
  const { name, stacks } = environment;
  const ids = shortIds(id);
  const shared = shownParts(stacks);
  const nodes = [
    `  subgraph ${id}["${label(name)}"]`,
    ...stacks.flatMap((stack) => stackNodes(stack, ids)),
    ...shared.connectors.map((each) => `    ${ids(each)}(["${label(each.name, methodOf(each))}"])`),
    ...shared.resources.map((each) => `    ${ids(each)}${shape(each.group, label(each.title, each.name))}`),
    '  end',
  ];
  return { nodes, edges: [...new Set(stacks.flatMap((stack) => stackEdges(stack, ids)))] };
}

function stackNodes(stack: DiagramStack, ids: (part: { readonly id: string }) => string): string[] {
  return [
    `    subgraph ${ids(stack)}["${label(stack.name, stack.version)}"]`,
    ...stack.components.map((each) => `      ${ids(each)}["${label(typeTitle(each.type), each.flavor)}"]`),
    // A frame without anything in it is refused.
    ...(stack.components.length === 0 ? [`      ${ids(stack)}none["nothing of its own"]`] : []),
    '    end',
  ];
}

function stackEdges(stack: DiagramStack, ids: (part: { readonly id: string }) => string): string[] {
  const inherits =
    stack.base?.id === undefined ? [] : [`  ${ids({ id: stack.base.id })} -. "base of" .-> ${ids(stack)}`];
  return [
    ...inherits,
    ...stack.components.flatMap((component) => {
      const { connector, resources } = component;
      const targets = resources.map((resource) => ids(resource));
      if (connector === undefined) return targets.map((target) => `  ${ids(component)} --> ${target}`);
      return [
        `  ${ids(component)} --> ${ids(connector)}`,
        ...reached(connector, resources).map((resource) => `  ${ids(connector)} --> ${ids(resource)}`),
      ];
    }),
  ];
}

/** The shape of a node says what a cloud resource is for. */
function shape(group: ResourceGroup, text: string): string {
  const shapes: Partial<Record<ResourceGroup, string>> = {
    Storage: `[("${text}")]`,
    Images: `[["${text}"]]`,
    Compute: `{{"${text}"}}`,
    Identities: `>"${text}"]`,
  };
  return shapes[group] ?? `["${text}"]`;
}

/** What is drawn behind a connector. That it has a key says its label. */
function reached(connector: DiagramConnector, resources: readonly DiagramResource[]): readonly DiagramResource[] {
  return [...new Set([...resources, ...connector.resources])].filter(({ group }) => group !== 'Keys');
}

function shownParts(stacks: readonly DiagramStack[]): {
  readonly connectors: readonly DiagramConnector[];
  readonly resources: readonly DiagramResource[];
} {
  const components = stacks.flatMap((stack) => stack.components).sort(byType);
  const connectors = [...new Set(components.flatMap(({ connector }) => connector ?? []))];
  const resources = components.flatMap((each) =>
    each.connector === undefined ? each.resources : reached(each.connector, each.resources),
  );
  return { connectors, resources: [...new Set(resources)] };
}

function methodOf({ authMethod, keyInState }: DiagramConnector): string | undefined {
  return authMethod === undefined ? undefined : `${authMethod}${keyInState ? ', key in state' : ''}`;
}

/** Mermaid's ids allow few characters: each part has a number within its environment. */
function shortIds(prefix: string): (part: { readonly id: string }) => string {
  const numbers = new Map<string, number>();
  return ({ id }) => {
    const number = numbers.get(id) ?? numbers.size;
    numbers.set(id, number);
    return `${prefix}n${number}`;
  };
}

function label(...lines: readonly (string | undefined)[]): string {
  return lines
    .filter((line) => line !== undefined && line !== '')
    .map((line) => inMermaid(line ?? ''))
    .join('<br/>');
}

/** What means something in a label becomes an entity of Mermaid's. */
function inMermaid(text: string): string {
  return text.replaceAll(/[&<>"'`#*[\]{}|\\]/g, (character) => `#${character.charCodeAt(0)};`);
}

function inMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#|]/g, '\\$&');
}
