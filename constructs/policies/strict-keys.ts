import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import type { Check } from '../checks';
import type { Environment } from '../environment';
import { keepsRule } from '../keeps-rule';
import { noLongLivedKeys } from './no-long-lived-keys';
import { addPolicies } from './policy';

/** How connectors authenticate, as far as it matters here. `AwsAuth` and `GcpAuth` have it. */
export interface CheckedAuth {
  /** As a person writes it: `AwsAuth.iamRole()`. */
  readonly label: string;
  readonly credential: 'long-lived-key' | 'expiring-token' | 'none';
}

/** That an environment which keeps the rule `long-lived-keys` gets none. `instead` names what to use, and has no full stop. */
export function longLivedKeyCheck(environment: Environment, auth: CheckedAuth | undefined, instead: string): Check {
  return {
    holds: auth?.credential !== 'long-lived-key' || !keepsRule(environment, 'long-lived-keys'),
    message: `auth is ${auth?.label ?? ''}, a key that is valid until somebody revokes it, and environment "${environment.name}" is strict: use ${instead}, or write down why it must be: exceptions: { 'long-lived-keys': '<reason>' }`,
  };
}

/**
 * Has the Terraform stack of a base stack, where its environment keeps the rule `long-lived-keys`, refuse those that somebody makes
 * beside the base stack, whose own are checked by `longLivedKeyCheck`.
 */
export function addStrictKeyPolicy(base: IConstruct, environment: Environment): void {
  if (!keepsRule(environment, 'long-lived-keys')) return;
  addPolicies(TerraformStack.of(base), [
    (construct) => (construct.node.scopes.includes(base) ? [] : noLongLivedKeys(construct)),
  ]);
}
