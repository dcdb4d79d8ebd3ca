import type { Environment } from './environment';
import { exceptionsOf } from './keeps-rule';

/** AWS takes no more in the value of a tag. Google's labels are cut further. */
const VALUE_LENGTH = 256;

/** Those that AWS does not take in a tag. */
const OTHER_CHARACTERS = /[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu;

/**
 * The labels that everything of an environment carries, as tags on cloud resources and labels on ZenML objects: `managed_by`,
 * `environment`, `project`, `team`, `cost_center` and the environment's own `tags`; in the strict mode also each exception from a
 * rule, with its reason. `own` are those of one thing, `stack` and `version` among them. What is its own wins over what its
 * environment says; `managed_by` and `environment` are always set here, so that everything of an environment is found by them.
 */
export function commonLabels(
  environment: Environment,
  own: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const { name, projectName, team, costCenter, tags } = environment;
  const always = { managed_by: 'terraform', environment: name };
  const ofEnvironment = {
    ...(projectName !== undefined && { project: projectName }),
    ...(team !== undefined && { team }),
    ...(costCenter !== undefined && { cost_center: costCenter }),
    ...exceptionLabels(environment),
  };
  // The first three set the order, which texts with labels in them keep from version to version.
  return { ...tags, ...own, ...always, ...ofEnvironment, ...own, ...always };
}

/** A label for each rule that a strict environment is excepted from: `exception_long_lived_keys`, with the reason. */
function exceptionLabels(environment: Environment): Record<string, string> {
  if (environment.complianceMode !== 'strict') return {};
  return Object.fromEntries(
    exceptionsOf(environment).map(([rule, reason]) => [
      `exception_${rule.replaceAll('-', '_')}`,
      reason.replaceAll(OTHER_CHARACTERS, '-').slice(0, VALUE_LENGTH),
    ]),
  );
}
