import { isUnknown, record, valuesEqual, type PlanModifier, type ValueRecord } from '../framework';

/** Attributes that say how an object is changed, and are no part of it. */
const BESIDE: ReadonlySet<string> = new Set(['timeouts', 'verify']);

/** What servers compute: unknown there does not mean that something changes. Any other unknown value may become another one. */
const COMPUTED: ReadonlySet<string> = new Set([
  'additional_components',
  'created',
  'description',
  'environment',
  'expiration_seconds',
  'expires_at',
  'expires_skew_tolerance',
  'id',
  'is_custom',
  'private',
  'resource_types',
  'secrets',
  'supports_instances',
  'updated',
  'user',
  'user_id',
]);

/** The prior state where the plan differs from it in nothing but computed values that a change would have made unknown. */
export function withoutPhantomChange<M extends ValueRecord>(planned: M, prior: M): M {
  return differsIn(planned, prior).length === 0 ? prior : planned;
}

/** The new state where nothing changes that the server holds, so that no request is needed; undefined where something does. */
export function stateWithoutRequest<M extends ValueRecord>(planned: M, prior: M): M | undefined {
  if (!differsIn(planned, prior).every((name) => BESIDE.has(name))) return undefined;
  const kept = Object.entries(planned).map(([name, value]) => [name, isUnknown(value) ? prior[name] : value] as const);
  return record(kept) as M;
}

/** A computed value stays known where nothing changes that the server holds. */
export const keptUnlessServerSideChange: PlanModifier = ({ planned, prior, priorState, plannedState }) =>
  isUnknown(planned) && priorState !== null && stateWithoutRequest(plannedState, priorState) !== undefined
    ? { planned: prior }
    : { planned };

function differsIn(planned: ValueRecord, prior: ValueRecord): readonly string[] {
  return Object.entries(planned).flatMap(([name, value]) =>
    (isUnknown(value) && COMPUTED.has(name)) || valuesEqual(value, prior[name]) ? [] : [name],
  );
}
