import { TerraformOutput, TerraformResource, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import type { IBaseStack } from './base-stack';
import { addChecks } from './checks';
import type { Environment } from './environment';
import { addEnvironmentGuards } from './environment-guards';
import { requireTerraformStack } from './require-terraform-stack';
import type { IStackComponent } from './stack-component';
import { addStackOutputs } from './stack-outputs';
import type { StackVersion, TeamStackVersion, VersionedComponents } from './versions/stack-version';
import { versionChecks } from './versions/version-checks';
import { adjustStacks, VersionMaker } from './versions/version-maker';
import type { IZenmlStack } from './zenml-stack';

/** What a versioned stack is made from, whatever its versions start with. */
export interface VersionedStackCommonProps<C extends VersionedComponents> {
  /**
   * The components in all their versions, each versioned by itself. Those that no listed version of the stack has are not made, and
   * one that several have is made once.
   */
  readonly components: C;
  /**
   * Name of the stack. Its versions are called `<stackName>-v1.2.0`, its components `<stackName>-orchestrator-v1.0.0`.
   * @default `zenml-<environment>`
   */
  readonly stackName?: string;
  /**
   * Name of the alias: the stack without a version, which has the components of the current one.
   * @default the value of `stackName`
   */
  readonly aliasName?: string;
  /**
   * Whether what somebody changes about labels and descriptions on the server stays. What is changed here about them reaches nothing
   * that exists, either; so the alias has no label `version`.
   * @default false: they are put right
   */
  readonly ignoreMetadataChanges?: boolean;
  /**
   * Keys and values to find stacks and components by, beside those of every object of its environment.
   * @default none
   */
  readonly labels?: Readonly<Record<string, string>>;
}

/** A versioned stack whose versions have all the components they need. */
export interface OwnVersionedStackProps<
  C extends VersionedComponents,
  V extends string,
> extends VersionedStackCommonProps<C> {
  readonly environment: Environment;
  /** Taken by versioned stacks that start with a base stack. */
  readonly base?: undefined;
  /** The versions that there are, side by side. One that is taken off the list is removed, and what only it had. */
  readonly versions: Readonly<Record<V, StackVersion<NoInfer<C>>>>;
  /** The version that the alias stands for. */
  readonly current: NoInfer<V>;
}

/** A versioned stack whose versions start with what a base stack has. */
export interface TeamVersionedStackProps<
  C extends VersionedComponents,
  V extends string,
> extends VersionedStackCommonProps<C> {
  /** A base stack made in this app, or one that is looked up by `BaseStack.fromName`. */
  readonly base: IBaseStack;
  /** That of the base. */
  readonly environment?: undefined;
  /** The versions that there are, side by side. One that is taken off the list is removed, and what only it had. */
  readonly versions: Readonly<Record<V, TeamStackVersion<NoInfer<C>>>>;
  /** The version that the alias stands for. */
  readonly current: NoInfer<V>;
}

/** What a versioned stack is made from. */
export type VersionedStackProps<C extends VersionedComponents, V extends string> =
  OwnVersionedStackProps<C, V> | TeamVersionedStackProps<C, V>;

/**
 * A ZenML stack in several versions side by side, and an alias that has the components of the current one. Pipelines run on a version
 * or on the alias, which is changed in place and has all it needs at every moment. One deploy makes what is new, then moves the
 * alias, then removes the versions that are off the list, and their components last.
 */
export class VersionedStack<C extends VersionedComponents, V extends string> extends Construct implements IZenmlStack {
  /** The current version. */
  readonly current: V;
  /** The stacks of the listed versions. */
  readonly versions: Readonly<Record<V, IZenmlStack>>;
  /** The components of the alias; where its base is looked up, those of its own alone. */
  readonly components: readonly IStackComponent[];
  private readonly alias: IZenmlStack;

  constructor(scope: Construct, id: string, props: VersionedStackProps<C, V>) {
    super(scope, id);
    requireTerraformStack(this);
    const { components, current, base, labels, ignoreMetadataChanges } = props;
    const versions: Readonly<Record<string, TeamStackVersion>> = props.versions;
    addChecks(this, versionChecks({ components, versions, current }));
    const environment = props.base === undefined ? props.environment : props.base.environment;
    // A base stack has them already.
    if (base === undefined) addEnvironmentGuards(new Construct(this, 'environment'), environment);
    const stackName = props.stackName ?? `zenml-${environment.name}`;
    const maker = new VersionMaker(this, { base, environment, components, stackName, labels, ignoreMetadataChanges });

    const beside = new Construct(this, 'versions');
    adjustStacks(beside, (spec) => ({ ...spec, createBeforeDestroy: true }));
    const stacks = Object.entries(versions).map(([version, stack]) => {
      const naming = { name: `${stackName}-v${version}`, version };
      return [version, maker.stack(beside, `v${version}`, stack, naming).stack] as const;
    });
    this.versions = Object.fromEntries(stacks) as Record<V, IZenmlStack>;
    this.current = current;

    const behind = stacks.find(([version]) => version === current)?.[1];
    const alias = new Construct(this, 'alias');
    // So it moves when the new version is there, and before the old one goes.
    adjustStacks(alias, (spec) => ({ ...spec, dependsOn: behind && resourcesIn(behind) }));
    const made = maker.stack(alias, 'stack', versions[current] ?? Object.values(versions)[0] ?? {}, {
      name: props.aliasName ?? stackName,
      version: ignoreMetadataChanges === true ? undefined : current,
    });
    this.alias = made.stack;
    this.components = made.components;
  }

  /** Id (UUID) of the alias on the server, the same in all versions. */
  get stackId(): string {
    return this.alias.stackId;
  }

  /** Name of the alias: `zenml-prod`. */
  get stackName(): string {
    return this.alias.stackName;
  }

  /**
   * Gives its Terraform stack the outputs of `addStackOutputs` for the alias, and `current_version` and `versions`, the names of all
   * stacks by version. Their names begin with its id: `training_current_version`.
   */
  addOutputs(): void {
    const { stackId, stackName, components, current } = this;
    const prefix = `${this.node.id.replaceAll('-', '_')}_`;
    const versions = Object.entries<IZenmlStack>(this.versions).map(([version, stack]) => [version, stack.stackName]);
    addStackOutputs(this, { stackId, stackName, components }, prefix);
    const own = { current_version: current, versions: Object.fromEntries(versions) as Record<string, string> };
    for (const [name, value] of Object.entries(own)) {
      new TerraformOutput(TerraformStack.of(this), `${prefix}${name}`, { value, staticId: true });
    }
  }
}

function resourcesIn(stack: IZenmlStack): TerraformResource[] {
  return stack.node.findAll().filter((child) => TerraformResource.isTerraformResource(child));
}
