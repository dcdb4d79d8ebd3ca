import { isUnknown, UNKNOWN, valuesEqual, type PlanModifier } from '../../framework';

/**
 * `resource_types` is what `resource_type` says, or what the server has where the configuration gives neither. Where
 * `resource_type` is taken away, the server makes it every type.
 */
export const followsResourceType: PlanModifier = ({ config, planned, prior, priorState, plannedState }) => {
  if (config !== null || !isUnknown(planned)) return { planned };
  const one = plannedState.resource_type ?? null;
  if (isUnknown(one)) return { planned };
  if (one !== null && one !== '') return { planned: [one] };
  const before = priorState?.resource_type ?? null;
  return { planned: prior !== null && (before === null || before === '') ? prior : UNKNOWN };
};

/** The server tells it from the resource types alone. */
export const followsResourceTypes: PlanModifier = ({ planned, prior, priorState, plannedState, wholeConfig }) => {
  if (!isUnknown(planned) || priorState === null || prior === null) return { planned };
  const { resource_type: type, resource_types: types = null } = plannedState;
  const isComputed = isUnknown(types) && wholeConfig.resource_types === null;
  const same =
    valuesEqual(type, priorState.resource_type) && (isComputed || valuesEqual(types, priorState.resource_types));
  return { planned: same ? prior : planned };
};
