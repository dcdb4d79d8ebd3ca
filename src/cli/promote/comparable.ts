import { zenmlObjectsOf, type JsonObject, type SynthesizedStack, type ZenmlObject } from '../synthesized';
import { flatten, type FlatValues } from './flatten';
import { NeutralTexts } from './neutral-text';

/** Kinds of things that environments are made of, in the order in which they are shown. */
export const KINDS = [
  'switch',
  'version',
  'stack',
  'component',
  'connector',
  'flavor',
  'secret',
  'project',
  'cloud',
  'provider',
  'state',
] as const;

/** What kind of thing differs. */
export type Kind = (typeof KINDS)[number];

/** Something that the other environment should have, too. */
export interface Comparable {
  readonly kind: Kind;
  /** The same in both environments. */
  readonly id: string;
  /** As the user knows it, of this environment: the name of a ZenML object, the path of a construct. */
  readonly name: string;
  /** What it is, for one that the other environment lacks: `orchestrator sagemaker`, `aws_kms_key`. */
  readonly summary: string;
  readonly attributes: FlatValues;
}

/** What of a backend says where a state lies, and so differs between any two environments. */
const PLACES_OF_STATES = ['key', 'path', 'prefix', 'workspace_dir', 'workspaces'];

/** All that an environment is made of, by ids that are the same in each, with what makes texts comparable. */
export function comparablesOf(
  environment: string,
  stacks: readonly SynthesizedStack[],
): { readonly things: ReadonlyMap<string, Comparable>; readonly neutral: NeutralTexts } {
  const neutral = new NeutralTexts(environment, stacks);
  const things = stacks.flatMap((stack) => {
    const objects = zenmlObjectsOf(stack);
    return [...comparableObjects(objects, neutral), ...cloudOf(stack, objects, neutral), ...settingsOf(stack, neutral)];
  });
  return { things: new Map(things.map((thing) => [thing.id, thing])), neutral };
}

function comparableObjects(objects: readonly ZenmlObject[], neutral: NeutralTexts): Comparable[] {
  const byAddress = new Map(objects.map((object) => [object.resource.address, object]));
  return objects.map((object) => ({
    kind: object.kind,
    id: neutral.of(object.resource.constructPath),
    name: object.name,
    summary: summaryOf(object),
    attributes: flatten(object.kind === 'stack' ? withComponents(object, byAddress) : object.values),
  }));
}

function summaryOf({ kind, values }: ZenmlObject): string {
  const words = [values.type, values.flavor ?? values.auth_method].filter((word) => typeof word === 'string');
  return words.length > 0 ? words.join(' ') : kind;
}

/** A stack says what its components are, instead of their ids. */
function withComponents({ values }: ZenmlObject, byAddress: ReadonlyMap<string, ZenmlObject>): JsonObject {
  const describe = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(describe);
    const address = typeof value === 'string' ? /^\$\{([^}]+)\.id\}$/.exec(value)?.[1] : undefined;
    const component = address === undefined ? undefined : byAddress.get(address);
    return component ? `${String(component.values.flavor)} (${component.name})` : value;
  };
  const described = (map: unknown) =>
    typeof map === 'object' && map !== null
      ? Object.fromEntries(Object.entries(map).map(([type, value]) => [type, describe(value)]))
      : map;
  return {
    ...values,
    components: described(values.components),
    additional_components: described(values.additional_components),
  };
}

function cloudOf(stack: SynthesizedStack, objects: readonly ZenmlObject[], neutral: NeutralTexts): Comparable[] {
  const registered = new Set(objects.map(({ resource }) => resource.address));
  return stack.resources
    .filter(({ address }) => !registered.has(address))
    .map(({ type, constructPath, values }) => ({
      kind: 'cloud' as const,
      id: neutral.of(constructPath),
      name: constructPath.replace(/\/Resource$/, ''),
      summary: type,
      attributes: flatten(values),
    }));
}

/** Providers and the backend of a Terraform stack. */
function settingsOf({ name, providers, backend }: SynthesizedStack, neutral: NeutralTexts): Comparable[] {
  const stack = neutral.of(name);
  const kept = Object.entries(backend?.values ?? {}).filter(([key]) => !PLACES_OF_STATES.includes(key));
  return [
    ...providers.map(({ name: provider, alias, values }) => {
      const title = alias === undefined ? provider : `${provider}.${alias}`;
      return {
        kind: 'provider' as const,
        id: `${stack} provider ${title}`,
        name: title,
        summary: 'provider',
        attributes: flatten(values),
      };
    }),
    {
      kind: 'state',
      id: `${stack} state`,
      name,
      summary: 'state',
      attributes: flatten({ backend: backend?.type ?? 'local', ...Object.fromEntries(kept) }),
    },
  ];
}
