import {
  isSet,
  isUnknown,
  record,
  type AttributePath,
  type AttributeValue,
  type ListOf,
  type MapOf,
} from '../../framework';
import type { Stack } from '../../zenml';
import { writtenMap } from './attribute-values';
import { idsOf } from './run-settings';

/** `additional_components` of a stack in configuration, plan or state. */
export type AdditionalComponents = AttributeValue<MapOf<ListOf<string>>>;

/** The components of a stack in configuration, plan or state. */
export interface StackComponents {
  readonly components: AttributeValue<MapOf<string>>;
  readonly additional_components: AdditionalComponents;
}

/** One component that a stack is given: under which type, and where that is written. */
export interface PlacedComponent {
  readonly type: string;
  readonly id: string;
  readonly path: AttributePath;
}

/** Every component that is known, with its place; those of a type one after the other, the default one first. */
export function placedComponents({ components, additional_components }: StackComponents): readonly PlacedComponent[] {
  const [first, further] = [{ attribute: 'components' }, { attribute: 'additional_components' }];
  return Object.entries(writtenMap(components)).flatMap(([type, id]) => [
    { type, id, path: [first, { key: type }] },
    ...furtherOf(additional_components, type).map((other, index) => ({
      type,
      id: other,
      path: [further, { key: type }, { index }],
    })),
  ]);
}

/** The components as the server takes them: type to ids, the default one first. */
export function componentLists(stack: StackComponents): Readonly<Record<string, readonly string[]>> {
  const placed = placedComponents(stack);
  return record(
    [...new Set(placed.map(({ type }) => type))].map((type) => [
      type,
      placed.filter((component) => component.type === type).map(({ id }) => id),
    ]),
  );
}

/** The ids of the further components of a type. */
export function furtherOf(additional: AdditionalComponents, type: string): readonly string[] {
  return isSet(additional) && Object.hasOwn(additional, type) ? idsOf(additional[type]) : [];
}

/** The default component of each type that a stack on the server has. */
export function defaultComponents({ components }: Stack): MapOf<string> {
  return record(
    Object.entries(components).flatMap(([type, [first]]) => (first === undefined ? [] : [[type, first.id] as const])),
  );
}

/** The components beside the default ones that a stack on the server has. */
export function furtherComponents({ components }: Stack): MapOf<ListOf<string>> {
  const further = Object.entries(components).flatMap(([type, [, ...others]]) =>
    others.length === 0 ? [] : [[type, others.map(({ id }) => id)] as const],
  );
  return record(further);
}

/**
 * What state holds of `additional_components` after a read: null, which leaves them alone, stays null. A server keeps no order
 * among the components that are not the default one, so the same ones stay as they were written.
 */
export function stateAdditionalComponents(prior: AdditionalComponents, stack: Stack): AdditionalComponents {
  if (prior === null) return null;
  const held = furtherComponents(stack);
  if (isUnknown(prior)) return held;
  const types = [...new Set([...Object.keys(prior), ...Object.keys(held)])];
  return record(
    types.flatMap((type) => {
      const [before, now] = [prior[type], idsOf(held[type])];
      if (before !== undefined && sameIds(idsOf(before), now)) return [[type, before] as const];
      return now.length === 0 ? [] : [[type, now] as const];
    }),
  );
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}
