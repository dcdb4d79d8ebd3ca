import {
  attributePath,
  errorDiagnostic,
  isSet,
  mapKeyPath,
  valuesEqual,
  type AttributePath,
  type Diagnostic,
} from '../../framework';
import type { Stack } from '../../zenml';
import { listed } from '../failures/nearest';
import { isOlder } from '../server/server-version';
import { furtherOf, placedComponents, type StackComponents } from '../attributes/stack-components';

/** Without these the server takes no stack. */
const NEEDED_TYPES = ['artifact_store', 'orchestrator'];

/** Servers before this one take several components of a type and keep one of them, which one is chance. */
const REPEATED_TYPES_SINCE = '0.94.4';

/**
 * The types of which a stack may hold several. Nothing in a server's interface tells, so this is
 * `StackComponentType.supports_multiple_per_stack` of ZenML 0.94.4 to 0.98 (`zenml/enums.py`).
 */
const REPEATED_TYPES = ['alerter', 'experiment_tracker', 'sandbox', 'step_operator'];

/** The first version that is not known here; from it on the server itself is left to say which types it takes. */
const NOT_KNOWN_FROM = '0.99.0';

/** What is wrong with the components of a stack, whatever the server. Unknown values are not checked. */
export function checkStackComponents({ components, additional_components }: StackComponents): readonly Diagnostic[] {
  if (!isSet(components)) return [];
  const missing = NEEDED_TYPES.filter((type) => !Object.hasOwn(components, type));
  const incomplete = errorDiagnostic(
    'Incomplete Stack',
    `A stack needs ${NEEDED_TYPES.map((type) => `an \`${type}\``).join(' and ')}; \`components\` has no ${missing.join(' and no ')}. ` +
      'Add the id of one under that key.',
    attributePath('components'),
  );
  return [
    ...(missing.length === 0 ? [] : [incomplete]),
    ...typesOf(additional_components)
      .filter((type) => !Object.hasOwn(components, type))
      .map((type) => withoutDefault(type, mapKeyPath('additional_components', type))),
    ...repeatedComponents({ components, additional_components }),
  ];
}

/** A component that is given twice: the server fails on that. */
function repeatedComponents(stack: StackComponents): readonly Diagnostic[] {
  const placed = placedComponents(stack);
  return placed.flatMap(({ id, path }, index) => {
    const earlier = placed.slice(0, index).find((other) => other.id === id);
    if (earlier === undefined) return [];
    return [
      errorDiagnostic(
        'Component Given Twice',
        `The component "${id}" is in the stack already, as \`components\` or an earlier element of \`additional_components\` of the ` +
          `type ${earlier.type}. A stack holds a component once: take it out here.`,
        path,
      ),
    ];
  });
}

/** What this server has against several components of a type. It is asked for its version only where that is planned anew. */
export async function checkRepeatedTypes(
  prior: StackComponents | null,
  planned: StackComponents,
  serverVersion: () => Promise<string>,
): Promise<readonly Diagnostic[]> {
  const additional = planned.additional_components;
  const types = typesOf(additional);
  if (types.length === 0 || valuesEqual(additional, prior?.additional_components)) return [];
  const version = await serverVersion();
  if (isOlder(version, REPEATED_TYPES_SINCE)) return types.map((type) => tooOld(type, version));
  if (!isOlder(version, NOT_KNOWN_FROM)) return [];
  return types.filter((type) => !REPEATED_TYPES.includes(type)).map((type) => notRepeated(type));
}

/** A type of which the server takes one component. */
export function notRepeated(type: string): Diagnostic {
  return errorDiagnostic(
    'One Component of This Type Only',
    `A stack takes one ${type}, that in \`components\`. Several are taken of ${listed(REPEATED_TYPES)}. Take ${type} out here, or make ` +
      'another stack with it.',
    mapKeyPath('additional_components', type),
  );
}

/** A server goes by what a component is and not by the key it was given under, so a mix-up shows in its answer alone. */
export function misplacedComponents(planned: StackComponents, stack: Stack): readonly Diagnostic[] {
  const all = Object.values(stack.components).flat();
  return placedComponents(planned).flatMap(({ type, id, path }) => {
    const component = all.find((candidate) => candidate.id === id);
    if (component === undefined) {
      return furtherOf(planned.additional_components, type).length > 0 ? [notTaken(type, id, path)] : [];
    }
    if (component.type === type) return [];
    return [
      errorDiagnostic(
        'Component of Another Type',
        `\`${rootOf(path)}\` has "${component.name}" (${id}) as its ${type}, but it is of the type ${component.type}. ` +
          `Give the id of a component of the type ${type}, or use the key ${component.type}.`,
        path,
      ),
    ];
  });
}

function withoutDefault(type: string, path: AttributePath): Diagnostic {
  return errorDiagnostic(
    'No Component to Add To',
    `\`additional_components\` has components of the type ${type}, and \`components\` has none. Put the first of them, which becomes the ` +
      `default one, in \`components\` under the key ${type}.`,
    path,
  );
}

function tooOld(type: string, version: string): Diagnostic {
  return errorDiagnostic(
    'ZenML Server Too Old for This Attribute',
    `Several components of a type need ZenML ${REPEATED_TYPES_SINCE}. The server runs ${version}, which would keep one of those of the ` +
      `type ${type} and drop the others without a word. Upgrade the server, or take \`additional_components\` out.`,
    mapKeyPath('additional_components', type),
  );
}

function notTaken(type: string, id: string, path: AttributePath): Diagnostic {
  return errorDiagnostic(
    'Component Not Taken',
    `The server left the component "${id}" out of the stack: it does not keep several of the type ${type}. Take it out of ` +
      '`additional_components`, or upgrade the server.',
    path,
  );
}

/** The types with a component; a list that is not known yet may have one. */
function typesOf(additional: StackComponents['additional_components']): readonly string[] {
  if (!isSet(additional)) return [];
  return Object.entries(additional).flatMap(([type, ids]) => (isSet(ids) && ids.length > 0 ? [type] : []));
}

function rootOf([root]: AttributePath): string {
  return root !== undefined && 'attribute' in root ? root.attribute : 'components';
}
