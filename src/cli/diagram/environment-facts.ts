import {
  objectOf,
  textOf,
  zenmlObjectsOf,
  type JsonObject,
  type SynthesizedBackend,
  type SynthesizedProvider,
  type SynthesizedStack,
} from '../synthesized';
import type { DiagramEnvironment, Switch } from './diagram-model';
import { shownText } from './shown-text';

const EXCEPTION = /^exception[_-]/;

/** Labels of base stacks that say which switches are on, by the titles of the switches. */
const SWITCHES: readonly (readonly [title: string, label: string, value: string])[] = [
  ['High availability', 'high_availability', 'true'],
  ['Backup', 'backup_enabled', 'true'],
  ['Strict compliance', 'compliance_mode', 'strict'],
];

/** Where an environment is, where its state lies, and what is switched on. */
export function environmentFacts(
  stacks: readonly SynthesizedStack[],
): Pick<DiagramEnvironment, 'places' | 'states' | 'switches' | 'exceptions'> {
  const labels = stacks.flatMap(zenmlObjectsOf).map((object) => object.labels);
  return {
    places: unique(stacks.flatMap(({ providers }) => providers.flatMap(placeOf))),
    states: unique(stacks.flatMap((stack) => (stack.backend === undefined ? [] : [stateOf(stack.backend, stack)]))),
    switches: SWITCHES.map(([title, label, value]): Switch => ({
      title,
      on: labels.some((each) => each[label] === value),
    })),
    exceptions: unique(
      labels.flatMap((each) =>
        Object.entries(each).flatMap(([key, reason]) =>
          EXCEPTION.test(key) ? [`${key.replace(EXCEPTION, '').replaceAll('_', ' ')}: ${reason}`] : [],
        ),
      ),
    ),
  };
}

function placeOf({ name, values }: SynthesizedProvider): string[] {
  const place = (cloud: string, ...details: unknown[]): string[] => {
    const known = details.filter((detail) => typeof detail === 'string' && !detail.includes('${'));
    return [[cloud, known.join(', ')].filter((part) => part !== '').join(' ')];
  };
  if (name === 'aws') return place('AWS', values.region);
  if (name === 'google') return place('Google Cloud', values.project, values.region);
  return [];
}

const BACKENDS: Readonly<Record<string, (values: JsonObject) => readonly unknown[]>> = {
  s3: ({ bucket, key }) => ['S3', bucket, key],
  gcs: ({ bucket, prefix }) => ['Cloud Storage', bucket, prefix],
  cloud: ({ organization, workspaces }) => ['HCP Terraform', organization, objectOf(workspaces).name],
  remote: ({ organization, workspaces }) => ['HCP Terraform', organization, objectOf(workspaces).name],
};

/** A local file is told by its name: where the app lies differs from machine to machine. */
function stateOf({ type, values }: SynthesizedBackend, stack: SynthesizedStack): string {
  if (type === 'local') return `file ${(textOf(values.path) ?? 'terraform.tfstate').split('/').at(-1) ?? ''}`;
  const [kind = type, ...parts] = BACKENDS[type]?.(values) ?? [type];
  const place = parts.filter((part) => typeof part === 'string').map((part) => shownText(part, stack));
  return `${String(kind)} ${place.join('/')}`.trim();
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}
