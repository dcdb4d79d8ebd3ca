import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';

/**
 * A rule for constructs, as a function: it is shown every construct once, and returns what is wrong with it. Lower case: what it
 * is, what is allowed, what to change.
 */
export type Policy = (construct: IConstruct) => readonly string[];

/**
 * Has synth refuse an app, or a part of one, whose constructs break a policy, with all violations of all its Terraform stacks in one
 * run. Without it cdktf stops at the first Terraform stack that something is wrong with; with it, synth also names what is
 * wrong with the others. It comes last, right before `app.synth()`.
 * @throws where no Terraform stack is there yet
 */
export function addPolicies(scope: IConstruct, policies: readonly Policy[]): void {
  const stacks = scope.node.findAll().filter((construct) => TerraformStack.isStack(construct));
  const [first, ...others] = stacks;
  if (first === undefined && !scope.node.scopes.some((parent) => TerraformStack.isStack(parent))) {
    throw new Error(
      `${scope.node.path || 'the app'} has no Terraform stack yet; expected policies after what they are for: call addPolicies right before app.synth()`,
    );
  }
  // cdktf validates each Terraform stack by itself, in this order, and throws at the first that fails; the app comes last of all.
  if (others.length > 0) first?.node.addValidation({ validate: () => failuresOf(others) });
  scope.node.addValidation({
    validate: () =>
      linesOf(
        scope.node.findAll().flatMap((construct) => {
          const violations = policies.flatMap((policy) => policy(construct));
          return violations.map((violation) => ({ path: construct.node.path, violation }));
        }),
      ),
  });
}

interface Violation {
  readonly path: string;
  readonly violation: string;
}

/** What the checks of constructs have against other Terraform stacks. */
function failuresOf(stacks: readonly IConstruct[]): string[] {
  return linesOf(
    stacks
      .flatMap((stack) => stack.node.findAll())
      .flatMap(({ node }) => node.validate().map((violation) => ({ path: node.path, violation }))),
  );
}

function linesOf(violations: readonly Violation[]): string[] {
  return violations.map(({ path, violation }) => `${path}: ${violation}`);
}
