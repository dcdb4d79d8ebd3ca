import type { ICustomFlavor } from '../custom-flavor';
import type { FlavorRules, KeyRule, KeyRules } from '../flavor-rules';
import * as flavors from '../flavors';
import type { ComponentType } from '../stack-component';
import { KNOWN_RULES } from './known-rules';

const RULES: Record<ComponentType, FlavorRules> = {
  alerter: flavors.ALERTER_RULES,
  annotator: flavors.ANNOTATOR_RULES,
  artifact_store: flavors.ARTIFACT_STORE_RULES,
  container_registry: flavors.CONTAINER_REGISTRY_RULES,
  data_validator: flavors.DATA_VALIDATOR_RULES,
  deployer: flavors.DEPLOYER_RULES,
  experiment_tracker: flavors.EXPERIMENT_TRACKER_RULES,
  feature_store: flavors.FEATURE_STORE_RULES,
  image_builder: flavors.IMAGE_BUILDER_RULES,
  log_store: flavors.LOG_STORE_RULES,
  model_deployer: flavors.MODEL_DEPLOYER_RULES,
  model_registry: flavors.MODEL_REGISTRY_RULES,
  orchestrator: flavors.ORCHESTRATOR_RULES,
  sandbox: flavors.SANDBOX_RULES,
  step_operator: flavors.STEP_OPERATOR_RULES,
};

/** Flavors have up to 70 keys, and apps thousands of components. */
const merged = new Map<string, KeyRules>();

/** The rules of a flavor's keys: those of its schema, and those that ZenML checks beyond it. */
export function rulesOf(type: ComponentType, flavor: string | ICustomFlavor): KeyRules {
  if (typeof flavor !== 'string') return {};
  const name = `${type}/${flavor}`;
  const rules = merged.get(name) ?? mergedRules(type, flavor);
  merged.set(name, rules);
  return rules;
}

function mergedRules(type: ComponentType, flavor: string): KeyRules {
  const [generated, known] = [RULES[type][flavor] ?? {}, KNOWN_RULES[type]?.[flavor] ?? {}];
  const keys = new Set([...Object.keys(generated), ...Object.keys(known)]);
  return Object.fromEntries([...keys].map((key): [string, KeyRule] => [key, { ...generated[key], ...known[key] }]));
}

/**
 * Adds the rules of flavors that a server has beyond those that are known here; what `cdktf-zenml flavors generate` writes calls it.
 * Rules that are there already stay as they are.
 */
export function addFlavorRules(type: ComponentType, rules: FlavorRules): void {
  merged.clear();
  const added = Object.entries(rules).map(([flavor, keys]) => [flavor, { ...keys, ...RULES[type][flavor] }]);
  RULES[type] = { ...RULES[type], ...(Object.fromEntries(added) as FlavorRules) };
}
