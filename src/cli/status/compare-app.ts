import { zenmlObjectsOf, type SynthesizedStack, type ZenmlObject } from '../synthesized';
import { compareObject, isComputed, namesByAddress, type NamesByAddress } from './compare-object';
import type { ObjectStatus } from './object-status';
import { keyOf, typeOf, type ServerObject } from './server-objects';

/**
 * How the objects of some stacks of an app stand to those of a server. Extra is what carries the labels of one of their environments
 * and is in none of the stacks of the app; it may be, where terraform computes names of its kind, and then nothing is called extra.
 */
export function compareApp(
  stacks: readonly SynthesizedStack[],
  app: readonly SynthesizedStack[],
  server: readonly ServerObject[],
): readonly ObjectStatus[] {
  const onServer = new Map(server.map((object) => [keyOf(object), object]));
  const registered = stacks.flatMap((stack) => {
    const objects = zenmlObjectsOf(stack);
    const names = namesByAddress(stack, objects);
    return objects.map((object) => ({ ...statusOf(object, names, onServer), stack: stack.name }));
  });
  const all = app.flatMap(zenmlObjectsOf);
  const known = new Set(all.map((object) => keyOf({ ...object, type: typeOf(object) })));
  const computed = new Set(all.filter(({ name }) => isComputed(name)).map(({ kind }) => kind));
  const environments = new Set(stacks.flatMap((stack) => stack.environments));
  const extra = server
    .filter(({ labels }) => labels.managed_by === 'terraform' && environments.has(labels.environment ?? ''))
    .filter((object) => !known.has(keyOf(object)) && !computed.has(object.kind))
    .map(({ kind, name, type }) => ({ kind, name, type, state: 'extra' as const, differences: [], notCompared: [] }));
  return [...registered, ...extra].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function statusOf(
  object: ZenmlObject,
  names: NamesByAddress,
  onServer: ReadonlyMap<string, ServerObject>,
): ObjectStatus {
  const type = typeOf(object);
  const { kind, name } = object;
  const about = { kind, name, type };
  if (isComputed(name)) return { ...about, state: 'not compared', differences: [], notCompared: ['name'] };
  const found = onServer.get(keyOf({ kind, name, type }));
  if (found === undefined) return { ...about, state: 'missing', differences: [], notCompared: [] };
  const { differences, notCompared } = compareObject(object, found, names);
  return { ...about, state: differences.length > 0 ? 'drifted' : 'as synthesized', differences, notCompared };
}
