import { Construct } from 'constructs';
import type { IBaseStack } from '../base-stack';
import { defaultName } from '../default-name';
import type { Environment } from '../environment';
import { commonLabels } from '../labels';
import { AdjustedRegistration } from '../registration/adjusted-registration';
import { Registrar, type ComponentSpec, type StackSpec } from '../registration/registrar';
import type { IStackComponent } from '../stack-component';
import { TeamStack } from '../team-stack';
import { ZenmlStack, type IZenmlStack } from '../zenml-stack';
import type { ComponentVersions, TeamStackVersion, VersionedComponents } from './stack-version';

/** Id of what a maker makes, in the scope that it is given. */
const MADE = 'component';

/** What all versions of a stack have in common. */
export interface VersionMakerProps {
  readonly base: IBaseStack | undefined;
  readonly environment: Environment;
  readonly components: VersionedComponents;
  readonly stackName: string;
  readonly labels: Readonly<Record<string, string>> | undefined;
  readonly ignoreMetadataChanges: boolean | undefined;
}

/** A version of a stack, or its alias. */
export interface MadeStack {
  readonly stack: IZenmlStack;
  readonly components: readonly IStackComponent[];
}

/** What is registered for a stack, beside its components. */
export interface StackNaming {
  readonly name: string;
  /** For its label; none without it. */
  readonly version: string | undefined;
}

/** Makes the stacks of a versioned stack in its scope, and each version of a component once. */
export class VersionMaker {
  private readonly scope: Construct;
  private readonly made = new Map<string, IStackComponent>();

  constructor(
    scope: Construct,
    private readonly props: VersionMakerProps,
  ) {
    this.scope = new Construct(scope, 'components');
  }

  /** Makes a stack of the components of a version; what is wrong with those is for the checks to say. */
  stack(scope: Construct, id: string, version: TeamStackVersion, { name, version: label }: StackNaming): MadeStack {
    const { base, environment, ignoreMetadataChanges } = this.props;
    const { description, environmentVariables, secrets, without } = version;
    const labels = { ...this.props.labels, ...(label !== undefined && { version: label }) };
    const components = this.componentsOf(version.components);
    const additionalComponents = this.componentsOf(version.additionalComponents);
    const held = { ...version.components, ...version.additionalComponents };
    const defaults = (version.defaults ?? []).flatMap((component) =>
      this.componentsOf({ [component]: held[component] }),
    );
    const spec = { description, environmentVariables, secrets, ignoreMetadataChanges, defaults };
    if (base === undefined) {
      const stack = new ZenmlStack(scope, id, {
        ...spec,
        name,
        components,
        labels: commonLabels(environment, { ...labels, stack: name }),
      });
      return { stack, components };
    }
    const team = { ...spec, base, stackName: name, components, additionalComponents, without, labels };
    const stack = new TeamStack(scope, id, team);
    return { stack, components: stack.components };
  }

  private componentsOf(versions: ComponentVersions = {}): readonly IStackComponent[] {
    return Object.entries(versions).flatMap(([name, version = '']) => this.componentOf(name, version) ?? []);
  }

  private componentOf(name: string, version: string): IStackComponent | undefined {
    const ofComponent = Object.hasOwn(this.props.components, name) ? this.props.components[name] : undefined;
    const make = ofComponent && Object.hasOwn(ofComponent, version) ? ofComponent[version] : undefined;
    const id = `${name}-v${version}`;
    const known = this.made.get(id);
    if (known !== undefined || make === undefined) return known;
    const component = make(this.scopeOf(id, name, version), MADE);
    this.made.set(id, component);
    return component;
  }

  /** Where one version of a component is made: what is registered there says which it is. */
  private scopeOf(id: string, name: string, version: string): Construct {
    const { environment, stackName, ignoreMetadataChanges } = this.props;
    const scope = new Construct(this.scope, id);
    const labels = commonLabels(environment, { ...this.props.labels, stack: stackName, version });
    const component = (spec: ComponentSpec, at: Construct): ComponentSpec => ({
      ...spec,
      name: versionedName(spec.name, at, { own: `${stackName}-${name}`, version }),
      labels: { ...spec.labels, ...labels },
      createBeforeDestroy: true,
      ignoreMetadataChanges: spec.ignoreMetadataChanges ?? ignoreMetadataChanges,
    });
    Registrar.within(
      scope,
      (registrar) =>
        new AdjustedRegistration(registrar, {
          component,
          connector: (spec) => ({ ...spec, labels: { ...spec.labels, ...labels } }),
        }),
    );
    return scope;
  }
}

/** Has the stacks in a scope registered otherwise. */
export function adjustStacks(scope: Construct, stack: (spec: StackSpec) => StackSpec): Construct {
  Registrar.within(scope, (registrar) => new AdjustedRegistration(registrar, { stack }));
  return scope;
}

/** Names are unique on the server, so that of a version is its own. A path has the version in it. */
function versionedName(
  name: string,
  at: Construct,
  { own, version }: { readonly own: string; readonly version: string },
): string {
  if (name !== defaultName(at)) return `${name}-v${version}`;
  return at.node.id === MADE ? `${own}-v${version}` : name;
}
