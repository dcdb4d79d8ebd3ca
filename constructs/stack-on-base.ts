import { Construct } from 'constructs';
import type { IBaseStack } from './base-stack';
import { addChecks, type Check } from './checks';
import { NEEDED_TYPES } from './components-by-type';
import { Registrar, type Registered, type StackSpec } from './registration/registrar';
import type { ISecret } from './secret';
import type { ComponentType, IStackComponent } from './stack-component';
import { ownDefaultChecks, plannedTeamComponents, teamComponents, type TeamChanges } from './team-components';
import { addUniqueNameCheck } from './unique-name';
import { ZenmlStack } from './zenml-stack';

/** What a stack on a base stack says of itself. */
export interface StackOnBaseSpec extends Pick<
  StackSpec,
  'description' | 'environmentVariables' | 'ignoreMetadataChanges' | 'labels' | 'name'
> {
  readonly secrets?: readonly ISecret[];
  /** The types of which it has nothing of the base's, if the base has any. */
  readonly dropped?: readonly ComponentType[];
}

/** A stack on a base stack, registered. */
export interface StackOnBase {
  /** All that it has; where the base is looked up, those of its own alone. */
  readonly components: readonly IStackComponent[];
  readonly registered: () => Registered;
}

/** Registers the ZenML stack `stack` in the scope: what a base stack has, with some of it changed. */
export function stackOnBase(
  scope: Construct,
  base: IBaseStack,
  changes: TeamChanges,
  { secrets, dropped = [], ...spec }: StackOnBaseSpec,
): StackOnBase {
  addChecks(scope, changeChecks(changes));
  const effective = { ...changes, without: [...changes.without, ...dropped] };
  if ('require' in base.components) {
    const stack = new Construct(scope, 'stack');
    for (const type of changes.without)
      base.components.require(type, `${scope.node.path} leaves it out: take it out of without`);
    addUniqueNameCheck(stack, spec.name);
    addChecks(stack, ownDefaultChecks(effective));
    const registered = Registrar.of(stack).stack(stack, {
      ...spec,
      ...plannedTeamComponents(base.components, effective),
      secretIds: secrets?.map(({ secretId }) => secretId),
    });
    return { components: [...changes.components, ...changes.additionalComponents], registered: () => registered };
  }
  addChecks(scope, withoutChecks(changes.without, base, base.components));
  const held = teamComponents(base.components, effective);
  const stack = new ZenmlStack(scope, 'stack', { ...spec, ...held, secrets });
  return { components: held.components, registered: () => ({ id: stack.stackId, name: stack.stackName }) };
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
