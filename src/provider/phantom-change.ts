import { isUnknown, valuesEqual, type ValueRecord } from '../framework';

/** The prior state where the plan differs from it in nothing but computed values that a change would have made unknown. */
export function withoutPhantomChange<M extends ValueRecord>(planned: M, prior: M): M {
  const unchanged = Object.entries(planned).every(
    ([name, value]) => isUnknown(value) || valuesEqual(value, prior[name]),
  );
  return unchanged ? prior : planned;
}
