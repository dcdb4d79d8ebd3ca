import { Construct } from 'constructs';
import type { IBaseStack } from './base-stack';
import { commonLabels } from './labels';
import type { Registered } from './registration/registrar';
import { requireTerraformStack } from './require-terraform-stack';
import type { ISecret } from './secret';
import type { ComponentType, IStackComponent } from './stack-component';
import { stackOnBase } from './stack-on-base';
import { addStackOutputs } from './stack-outputs';
import type { IZenmlStack } from './zenml-stack';

/** What a team stack is made from. */
export interface TeamStackProps {
  /** What it starts with: a base stack made in this app, or one that is looked up by `BaseStack.fromName`. */
  readonly base: IBaseStack;
  /**
   * Components in the place of those of the same type that the base has. A type that the base lacks is added.
   * @default those of the base
   */
  readonly components?: readonly IStackComponent[];
  /**
   * Components that stand beside those of the same type that the base has. ZenML 0.98 takes several of `alerter`,
   * `experiment_tracker`, `sandbox` and `step_operator`.
   * @default none
   */
  readonly additionalComponents?: readonly IStackComponent[];
  /**
   * Types of which the team stack has none of the base's.
   * @default none
   */
  readonly without?: readonly ComponentType[];
  /**
   * The default component of each type of which it has several, among `components` and `additionalComponents`.
   * @default the base's; where the base's are replaced by several of a type, one must be named
   */
  readonly defaults?: readonly IStackComponent[];
  /**
   * Name of the ZenML stack, unique on the server.
   * @default `<environment>-<id>-stack`
   */
  readonly stackName?: string;
  /**
   * What the stack is for.
   * @default what it has stays as it is
   */
  readonly description?: string;
  /**
   * Environment variables for what runs on the stack. They are no place for secrets: use `secrets`.
   * @default what it has stays as it is
   */
  readonly environmentVariables?: Readonly<Record<string, string>>;
  /**
   * Secrets whose keys and values become environment variables for what runs on the stack.
   * @default what it has stays as it is
   */
  readonly secrets?: readonly ISecret[];
  /**
   * Keys and values to find it by, beside those of every object of its environment.
   * @default none
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Whether what somebody changes about its labels and description on the server stays. What is changed here about them reaches no stack that
   * exists, either.
   * @default false: they are put right
   */
  readonly ignoreMetadataChanges?: boolean;
}

/**
 * A ZenML stack of one team: that of a base stack, with components of the team's own in it. It shares the base's bucket,
 * registry and connectors, and follows the base in all that it does not replace.
 */
export class TeamStack extends Construct implements IZenmlStack {
  readonly base: IBaseStack;
  /** All that it has; where the base is looked up, those of its own alone. */
  readonly components: readonly IStackComponent[];
  private readonly registered: () => Registered;

  constructor(scope: Construct, id: string, props: TeamStackProps) {
    super(scope, id);
    requireTerraformStack(this);
    const { base, components = [], additionalComponents = [], without = [], defaults = [], stackName, labels } = props;
    const { environment } = base;
    const changes = { components, additionalComponents, without, defaults };
    const name = stackName ?? `${environment.name}-${id}-stack`;
    this.base = base;
    const { components: held, registered } = stackOnBase(this, base, changes, {
      name,
      description: props.description,
      environmentVariables: props.environmentVariables,
      ignoreMetadataChanges: props.ignoreMetadataChanges,
      labels: commonLabels(environment, { ...labels, stack: name, base_stack: base.stackName }),
      secrets: props.secrets,
    });
    this.components = held;
    this.registered = registered;
  }

  get stackId(): string {
    return this.registered().id;
  }

  get stackName(): string {
    return this.registered().name;
  }

  /** Gives its Terraform stack the outputs of `addStackOutputs`, their names beginning with its id: `training_stack_name`. */
  addOutputs(): void {
    const { stackId, stackName, components } = this;
    addStackOutputs(this, { stackId, stackName, components }, `${this.node.id.replaceAll('-', '_')}_`);
  }
}
