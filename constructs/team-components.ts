import { Fn, Token } from 'cdktf';
import type { PlannedComponents } from './base-stack';
import type { Check } from './checks';
import { defaultChecks, defaultFirst, groupByType } from './components-by-type';
import type { StackSpec } from './registration/registrar';
import type { ComponentType, IStackComponent } from './stack-component';

/** How a team stack differs from its base. */
export interface TeamChanges {
  readonly components: readonly IStackComponent[];
  readonly additionalComponents: readonly IStackComponent[];
  readonly without: readonly ComponentType[];
  readonly defaults: readonly IStackComponent[];
}

/** The components of a team stack whose base was made in this app, as a ZenML stack takes them. */
export function teamComponents(base: readonly IStackComponent[], changes: TeamChanges) {
  const gone = typesWithoutBase(changes);
  const kept = base.filter(({ componentType }) => !gone.has(componentType));
  return {
    components: [...kept, ...ownComponents(changes)],
    defaults: [...changes.defaults, ...firstOfEachType(kept, changes.defaults)],
  };
}

/** The components of a team stack whose base is looked up: expressions, since terraform knows the base's during plan only. */
export function plannedTeamComponents(
  base: PlannedComponents,
  changes: TeamChanges,
): Pick<StackSpec, 'components' | 'additionalComponents'> {
  const gone = typesWithoutBase(changes);
  const own = [...groupByType(ownComponents(changes))].map(([type, found]) => {
    const ids = defaultFirst(found, changes.defaults).map(({ componentId }) => componentId);
    return gone.has(type) ? placed(type, ids) : beside(base, type, ids, isChosen(type, changes.defaults));
  });
  const others = own.filter((ofType) => ofType.others !== undefined);
  return {
    components: mergedMap<string>(
      withoutTypes(base.idsByType, gone),
      own.map(({ type, first }) => [type, first]),
    ),
    additionalComponents: mergedMap<readonly string[]>(
      withoutTypes(base.additionalIdsByType, gone),
      others.map((ofType) => [ofType.type, ofType.others]),
    ),
  };
}

/** That the team names a default where it has several of a type of which none of the base's is left. */
export function ownDefaultChecks(changes: TeamChanges): readonly Check[] {
  const gone = typesWithoutBase(changes);
  const own = ownComponents(changes);
  const beside = own.filter(({ componentType }) => !gone.has(componentType));
  return defaultChecks(own, [...changes.defaults, ...firstOfEachType(beside, changes.defaults)]);
}

/** The ids of one type, the default one apart. */
interface IdsOfType {
  readonly type: ComponentType;
  readonly first: string;
  /** Undefined where there are none. */
  readonly others: readonly string[] | undefined;
}

function placed(type: ComponentType, [first = '', ...others]: readonly string[]): IdsOfType {
  return { type, first, others: others.length > 0 ? others : undefined };
}

function beside(base: PlannedComponents, type: ComponentType, own: readonly string[], ownLeads: boolean): IdsOfType {
  const { idsByType, additionalIdsByType } = base;
  const defaultOfBase = Fn.matchkeys(listOf(Fn.values(idsByType)), listOf(Fn.keys(idsByType)), [type]);
  const ofBase = [defaultOfBase, listOf(Fn.lookup(additionalIdsByType, type, []))];
  const all = listOf(Fn.concat(ownLeads ? [own.slice(0, 1), ...ofBase, own.slice(1)] : [...ofBase, own]));
  return { type, first: Token.asString(Fn.element(all, 0)), others: listOf(Fn.slice(all, 1, Fn.lengthOf(all))) };
}

function listOf(expression: unknown): string[] {
  return Token.asList(expression);
}

function ownComponents({ components, additionalComponents }: TeamChanges): readonly IStackComponent[] {
  return [...components, ...additionalComponents];
}

/** The types of which the team stack has none of the base's. */
function typesWithoutBase({ components, without }: TeamChanges): ReadonlySet<ComponentType> {
  return new Set([...without, ...components.map(({ componentType }) => componentType)]);
}

/** The first of each type for which no default is named. */
function firstOfEachType(
  components: readonly IStackComponent[],
  defaults: readonly IStackComponent[],
): readonly IStackComponent[] {
  return [...groupByType(components)].flatMap(([type, [first]]) => (first && !isChosen(type, defaults) ? [first] : []));
}

function isChosen(type: ComponentType, defaults: readonly IStackComponent[]): boolean {
  return defaults.some(({ componentType }) => componentType === type);
}

/** A map of terraform's, as an expression, without some of its keys. */
function withoutTypes<V>(map: Readonly<Record<string, V>>, types: ReadonlySet<ComponentType>): unknown {
  if (types.size === 0) return map;
  const keys = listOf(Fn.keys(map));
  const kept = Fn.setsubtract(keys, [...types]);
  return Fn.zipmap(Fn.matchkeys(keys, keys, kept), Fn.matchkeys(listOf(Fn.values(map)), keys, kept));
}

function mergedMap<V>(map: unknown, entries: readonly (readonly [string, unknown])[]): Readonly<Record<string, V>> {
  return Token.asAnyMap(entries.length === 0 ? map : Fn.merge([map, Object.fromEntries(entries)]));
}
