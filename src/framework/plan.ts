import { hasError, type AttributePath, type Diagnostic } from './diagnostics';
import type { CallContext, PrivateState, Resource } from './resource';
import type { Attribute, Schema } from './schema';
import { isRecord, UNKNOWN, valuesEqual, type Value, type ValueRecord } from './values';
import { walkAttributes } from './walk';

export interface PlanRequest<C> {
  readonly resource: Resource<ValueRecord, C>;
  readonly config: ValueRecord;
  /** Null when the resource is to be created. */
  readonly prior: ValueRecord | null;
  /** Terraform's merge of configuration and prior state; null when the resource is to be destroyed. */
  readonly proposed: ValueRecord | null;
  /** What is remembered of the prior object. */
  readonly privateState: PrivateState;
  /** Undefined while the provider's configuration is unknown. */
  readonly client: C | undefined;
  readonly context: CallContext;
}

export interface PlanResponse {
  readonly planned: ValueRecord | null;
  readonly requiresReplace: readonly AttributePath[];
  /** Left out: it stays as it was. */
  readonly privateState?: PrivateState;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Plans one resource: write-only values out, defaults in, computed values unknown where something changes, then the
 * attributes' plan modifiers, then the resource's own word.
 */
export async function planResourceChange<C>(request: PlanRequest<C>): Promise<PlanResponse> {
  const { resource, config, prior, proposed } = request;
  if (proposed === null) return resourceModifiedPlan(request, null, []);
  const settled = withDefaults(resource.schema, config, prior, withoutWriteOnly(resource.schema, proposed));
  const changed = prior === null || !valuesEqual(settled, prior);
  const marked = changed ? withUnknownComputed(resource.schema, config, prior, settled) : settled;
  const requiresReplace: AttributePath[] = [];
  const modified = walkAttributes(
    resource.schema.attributes,
    { config, prior, planned: marked },
    ({ attribute, path, ...values }) =>
      (attribute.planModifiers ?? []).reduce((planned, modify) => {
        const response = modify({ ...values, planned, priorState: prior, plannedState: marked, wholeConfig: config });
        if (response.requiresReplace === true) requiresReplace.push(path);
        return response.planned;
      }, values.planned),
  );
  return resourceModifiedPlan(request, modified, requiresReplace);
}

/** The object with every write-only attribute null, as plan and state must hold it. */
export function withoutWriteOnly(schema: Schema, value: ValueRecord): ValueRecord {
  return walkAttributes(schema.attributes, { config: null, prior: null, planned: value }, ({ attribute, planned }) =>
    attribute.writeOnly === true ? null : planned,
  );
}

function withDefaults(schema: Schema, config: ValueRecord, prior: ValueRecord | null, planned: ValueRecord) {
  return walkAttributes(schema.attributes, { config, prior, planned }, (visit) =>
    visit.config === null && visit.attribute.default !== undefined
      ? defaultOf(visit.attribute.default, visit.prior)
      : visit.planned,
  );
}

function defaultOf(value: Value, prior: Value): Value {
  return value === null && isRecord(prior) && Object.keys(prior).length === 0 ? prior : value;
}

/** What the provider computes may change with any change: it is unknown until a plan modifier knows better. */
function withUnknownComputed(schema: Schema, config: ValueRecord, prior: ValueRecord | null, planned: ValueRecord) {
  return walkAttributes(schema.attributes, { config, prior, planned }, (visit): Value =>
    isComputedHere(visit.attribute, visit.config) ? UNKNOWN : visit.planned,
  );
}

function isComputedHere(attribute: Attribute, config: Value): boolean {
  return attribute.computed === true && config === null && attribute.default === undefined;
}

async function resourceModifiedPlan<C>(
  { resource, config, prior, privateState, client, context }: PlanRequest<C>,
  planned: ValueRecord | null,
  requiresReplace: readonly AttributePath[],
): Promise<PlanResponse> {
  if (!resource.modifyPlan) return { planned, requiresReplace, diagnostics: [] };
  const response = await resource.modifyPlan({ config, prior, planned, privateState, client, context });
  const replacing = (response.requiresReplace ?? []).map((attribute) => [{ attribute }]);
  return {
    planned: hasError(response.diagnostics)
      ? planned
      : response.planned && withoutWriteOnly(resource.schema, response.planned),
    requiresReplace: [...requiresReplace, ...replacing],
    ...(response.privateState && { privateState: response.privateState }),
    diagnostics: response.diagnostics,
  };
}
