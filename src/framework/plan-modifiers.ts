import { isUnknown, valuesEqual, type Value, type ValueRecord } from './values';

/** What a plan modifier sees of its attribute and of the whole resource. */
export interface PlanModifierRequest {
  /** The attribute's value in configuration: null where it is not set. */
  readonly config: Value;
  /** Its value before the change. */
  readonly prior: Value;
  /** Its value planned so far. */
  readonly planned: Value;
  /** The whole prior state; null when the resource is to be created. */
  readonly priorState: ValueRecord | null;
  readonly plannedState: ValueRecord;
  /** The whole configuration: what is unknown in `plannedState` and null here is for the provider to compute. */
  readonly wholeConfig: ValueRecord;
}

export interface PlanModifierResponse {
  readonly planned: Value;
  readonly requiresReplace?: boolean;
}

/** Changes the planned value of one attribute, or says that its change needs a new object. */
export type PlanModifier = (request: PlanModifierRequest) => PlanModifierResponse;

/**
 * The server never changes this value once the object exists, so an update keeps it known. A value that the configuration gives
 * and that is not known yet stays unknown: it may become another one.
 */
export const useStateForUnknown: PlanModifier = ({ config, planned, prior, priorState }) =>
  config === null && isUnknown(planned) && priorState !== null && prior !== null ? { planned: prior } : { planned };

/** The API cannot change this in place: any other value means delete and create. */
export const requiresReplace: PlanModifier = ({ planned, prior, priorState }) => ({
  planned,
  requiresReplace: priorState !== null && !valuesEqual(planned, prior),
});

/** Left out of the configuration, the attribute is left alone: it stays what it was, and null for a new object. */
export const leaveAloneWhenUnset: PlanModifier = ({ config, prior, planned }) => ({
  planned: config === null ? prior : planned,
});
