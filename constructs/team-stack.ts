import { Construct } from 'constructs';
import type { IBaseStack } from './base-stack';
import { addChecks, type Check } from './checks';
import { NEEDED_TYPES } from './components-by-type';
import { commonLabels } from './labels';
import { Registrar, type Registered } from './registration/registrar';
import { requireTerraformStack } from './require-terraform-stack';
import type { ISecret } from './secret';
import type { ComponentType, IStackComponent } from './stack-component';
import { addStackOutputs } from './stack-outputs';
import { ownDefaultChecks, plannedTeamComponents, teamComponents, type TeamChanges } from './team-components';
import { addUniqueNameCheck } from './unique-name';
import { ZenmlStack, type IZenmlStack } from './zenml-stack';

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
    const spec = {
      name,
      description: props.description,
      environmentVariables: props.environmentVariables,
      ignoreMetadataChanges: props.ignoreMetadataChanges,
      labels: commonLabels(environment, { ...labels, stack: name, base_stack: base.stackName }),
    };
    addChecks(this, changeChecks(changes));
    this.base = base;
    if ('require' in base.components) {
      const stack = new Construct(this, 'stack');
      for (const type of without)
        base.components.require(type, `${this.node.path} leaves it out: take it out of without`);
      addUniqueNameCheck(stack, name);
      addChecks(stack, ownDefaultChecks(changes));
      const registered = Registrar.of(stack).stack(stack, {
        ...spec,
        ...plannedTeamComponents(base.components, changes),
        secretIds: props.secrets?.map(({ secretId }) => secretId),
      });
      this.registered = () => registered;
      this.components = [...components, ...additionalComponents];
    } else {
      addChecks(this, withoutChecks(without, base, base.components));
      const held = teamComponents(base.components, changes);
      const stack = new ZenmlStack(this, 'stack', { ...spec, ...held, secrets: props.secrets });
      this.registered = () => ({ id: stack.stackId, name: stack.stackName });
      this.components = held.components;
    }
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

function changeChecks({ components, additionalComponents, without }: TeamChanges): readonly Check[] {
  const own = [...components, ...additionalComponents];
  const types = new Set(own.map(({ componentType }) => componentType));
  return [
    ...NEEDED_TYPES.filter((type) => without.includes(type)).map((type) => ({
      holds: types.has(type),
      message: `without has ${type}, and ZenML refuses a stack that has none: give another one in components, or take it out of without`,
    })),
    ...components
      .filter((component) => additionalComponents.includes(component))
      .map(({ node }) => ({
        holds: false,
        message: `${node.path} is in components and in additionalComponents; expected it in one: in components it replaces those of the base, in additionalComponents it stands beside them`,
      })),
  ];
}

function withoutChecks(
  without: readonly ComponentType[],
  base: IBaseStack,
  held: readonly IStackComponent[],
): readonly Check[] {
  const types = new Set(held.map(({ componentType }) => componentType));
  return without.map((type) => ({
    holds: types.has(type),
    message: `without has ${type}, which the base stack ${base.node.path} does not have; it has ${[...types].join(', ')}: take it out`,
  }));
}
