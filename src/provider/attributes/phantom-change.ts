import { isUnknown, record, valuesEqual, type PlanModifier, type ValueRecord } from '../../framework';

/** Attributes that say how an object is changed, and are no part of it. */
const BESIDE: ReadonlySet<string> = new Set(['timeouts', 'verify']);

/** A change of an object, as planned or as carried out. */
interface Change<M extends ValueRecord> {
  readonly config: ValueRecord;
  readonly prior: M;
  readonly planned: M;
}

/** The prior state where the plan differs from it in nothing but computed values that a change would have made unknown. */
export function withoutPhantomChange<M extends ValueRecord>(change: Change<M>): M {
  return differsIn(change).length === 0 ? change.prior : change.planned;
}

/** The new state where nothing changes that the server holds, so that no request is needed; undefined where something does. */
export function stateWithoutRequest<M extends ValueRecord>(change: Change<M>): M | undefined {
  if (!differsIn(change).every((name) => BESIDE.has(name))) return undefined;
  const { planned, prior } = change;
  const kept = Object.entries(planned).map(([name, value]) => [name, isUnknown(value) ? prior[name] : value] as const);
  return record(kept) as M;
}

/** A computed value stays known where nothing changes that the server holds. */
export const keptUnlessServerSideChange: PlanModifier = ({
  config,
  planned,
  prior,
  priorState,
  plannedState,
  wholeConfig,
}) =>
  config === null &&
  isUnknown(planned) &&
  priorState !== null &&
  stateWithoutRequest({ config: wholeConfig, prior: priorState, planned: plannedState }) !== undefined
    ? { planned: prior }
    : { planned };

/** A value that the server computes is no change while it is unknown; one that the configuration gives may become another. */
function differsIn({ config, prior, planned }: Change<ValueRecord>): readonly string[] {
  return Object.entries(planned).flatMap(([name, value]) => {
    const isComputed = isUnknown(value) && (config[name] ?? null) === null;
    return isComputed || valuesEqual(value, prior[name]) ? [] : [name];
  });
}
