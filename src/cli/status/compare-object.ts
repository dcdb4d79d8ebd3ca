import { isJsonObject, sameMeaning, soundsSecret, type JsonObject, type JsonValue } from '../../zenml';
import { expressionsIn, type SynthesizedStack, type ZenmlObject } from '../synthesized';
import type { Difference, ObjectStatus } from './object-status';
import type { ServerObject } from './server-objects';

/** What a comparison came to. */
export type Comparison = Pick<ObjectStatus, 'differences' | 'notCompared'>;

/** Attributes that say the same on both sides. */
const PLAIN: Readonly<Record<ZenmlObject['kind'], readonly string[]>> = {
  component: ['flavor', 'connector_resource_id'],
  connector: ['type', 'auth_method', 'resource_type', 'resource_id'],
  stack: ['description'],
  flavor: ['source', 'integration', 'config_schema'],
  secret: ['private'],
  project: ['description'],
};

/** Maps of which the app writes some keys, and the server may have more of its own. */
const MAPS: Readonly<Record<ZenmlObject['kind'], readonly string[]>> = {
  component: ['configuration', 'environment'],
  connector: ['configuration'],
  stack: ['environment'],
  flavor: [],
  secret: [],
  project: [],
};

/**
 * Compares what the app says of an object with what the server has, by meaning: `"false"` is false, and what is left out is left
 * alone. What terraform computes is not compared, nor what a server hides, nor what terraform is told to ignore.
 */
export function compareObject(wanted: ZenmlObject, found: ServerObject, names: NamesByAddress): Comparison {
  const result = new Result(ignoredBy(wanted));
  for (const attribute of PLAIN[wanted.kind])
    result.compare(attribute, wanted.values[attribute], found.values[attribute]);
  for (const attribute of MAPS[wanted.kind]) {
    const held = objectOf(found.values[attribute]);
    for (const [key, value] of Object.entries(objectOf(wanted.values[attribute]))) {
      // A server hides the secrets of connectors.
      if (wanted.kind === 'connector' && !Object.hasOwn(held, key)) continue;
      result.compare(`${attribute}.${key}`, value, held[key]);
    }
  }
  for (const [key, value] of Object.entries(objectOf(wanted.values.labels))) {
    result.compare(`labels.${key}`, value, found.labels[key]);
  }
  if (wanted.kind === 'component') result.compareReference('connector_id', wanted, found.values.connector_id, names);
  if (wanted.kind === 'stack') compareComponents(result, wanted, objectOf(found.values.components), names);
  return result;
}

function compareComponents(result: Result, { values }: ZenmlObject, held: JsonObject, byAddress: NamesByAddress): void {
  if (typeof values.components === 'string') {
    result.skip('components');
    return;
  }
  const additional = objectOf(values.additional_components);
  const wanted = Object.entries(objectOf(values.components)).map(([type, first]): [string, readonly unknown[]] => {
    const others = additional[type];
    return [type, [first, ...(Array.isArray(others) ? (others as readonly unknown[]) : [])]];
  });
  for (const [type, references] of wanted) {
    const names = references.map((reference) => nameOf(reference, byAddress));
    const found = Array.isArray(held[type]) ? (held[type] as readonly JsonValue[]) : [];
    if (names.some((name) => name === undefined)) result.skip(`components.${type}`);
    else result.compare(`components.${type}`, sorted(names), sorted(found));
  }
  const types = new Set(wanted.map(([type]) => type));
  for (const type of Object.keys(held).filter((each) => !types.has(each)))
    result.compare(`components.${type}`, null, held[type]);
}

class Result implements Comparison {
  readonly differences: Difference[] = [];
  readonly notCompared: string[] = [];

  constructor(private readonly ignored: ReadonlySet<string>) {}

  compare(what: string, wanted: unknown, held: JsonValue | undefined): void {
    const found = held ?? null;
    if (wanted === undefined || this.ignored.has(what.split('.', 1).join(''))) return;
    if (isComputed(wanted)) this.skip(what);
    else if (!isSame(wanted, found))
      this.differences.push({ what, wanted: shown(what, wanted), found: shown(what, found) });
  }

  compareReference(what: string, { values }: ZenmlObject, held: JsonValue | undefined, names: NamesByAddress): void {
    const reference = values[what];
    const name = reference === undefined || reference === null ? null : nameOf(reference, names);
    if (name === undefined) this.skip(what);
    else this.compare(what, name, held);
  }

  skip(what: string): void {
    this.notCompared.push(what);
  }
}

/** The names of a Terraform stack's ZenML objects, and of what it looks up, by their addresses. */
export type NamesByAddress = ReadonlyMap<string, unknown>;

/** @param objects the ZenML objects of the stack */
export function namesByAddress({ dataSources }: SynthesizedStack, objects: readonly ZenmlObject[]): NamesByAddress {
  return new Map<string, unknown>([
    ...dataSources.map(({ address, values }) => [address, values.name] as const),
    ...objects.map(({ resource, name }) => [resource.address, name] as const),
  ]);
}

/** The name of what an expression is the id of: an object of the same Terraform stack, or one that it looks up by name. */
function nameOf(reference: unknown, names: NamesByAddress): string | undefined {
  if (typeof reference !== 'string') return undefined;
  const [, address = ''] = /^\$\{((?:data\.)?\w+\.[\w-]+)\.id\}$/.exec(reference) ?? [];
  const name = names.get(address);
  return typeof name === 'string' && !isComputed(name) ? name : undefined;
}

function ignoredBy({ resource }: ZenmlObject): ReadonlySet<string> {
  const ignored = objectOf(resource.values.lifecycle).ignore_changes as unknown;
  return new Set(Array.isArray(ignored) ? ignored.map(String) : []);
}

function isSame(wanted: unknown, found: JsonValue): boolean {
  if (wanted === null) return found === null;
  return sameMeaning(typeof wanted === 'string' ? unescaped(wanted) : JSON.stringify(wanted), found);
}

/** Whether terraform computes it, or a part of it. */
export function isComputed(value: unknown): boolean {
  return expressionsIn(typeof value === 'string' ? value : JSON.stringify(value ?? null)).length > 0;
}

/** Terraform reads `$${` as `${`. */
function unescaped(text: string): string {
  return text.replaceAll('$${', '${').replaceAll('%%{', '%{');
}

function shown(what: string, value: unknown): string {
  if (value === null) return 'none';
  const key = what.slice(what.indexOf('.') + 1);
  if (what.includes('.') && soundsSecret(key)) return '(not shown)';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function sorted(names: readonly unknown[]): readonly string[] {
  return names.map(String).sort();
}

function objectOf(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}
