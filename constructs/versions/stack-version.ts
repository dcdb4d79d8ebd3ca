import type { Construct } from 'constructs';
import type { ISecret } from '../secret';
import type { ComponentType, IStackComponent } from '../stack-component';

/**
 * Makes one version of a component: `(scope, id) => new LocalOrchestrator(scope, id)`. What it makes in `scope` is named for its
 * version, carries the labels of the environment and is there before what it replaces goes. A component that exists may be given
 * instead, and stays as it is.
 */
export type ComponentMaker = (scope: Construct, id: string) => IStackComponent;

/** Components by what they are called here, each with its versions: `{ orchestrator: { '1.0.0': (scope, id) => ... } }`. */
export type VersionedComponents = Readonly<Record<string, Readonly<Record<string, ComponentMaker>>>>;

/** Some of the components, each in one of its versions: `{ orchestrator: '1.0.0' }`. */
export type ComponentVersions<C extends VersionedComponents = VersionedComponents> = {
  readonly [K in keyof C]?: keyof C[K] & string;
};

/** A version of a stack. */
export interface StackVersion<C extends VersionedComponents = VersionedComponents> {
  /** Its components, an artifact store and an orchestrator among them: `{ store: '1.0.0', orchestrator: '2.0.0' }`. */
  readonly components: ComponentVersions<C>;
  /**
   * The default component of each type that it has several of.
   * @default the only one of its type; where there are several, one must be named
   */
  readonly defaults?: readonly (keyof C & string)[];
  /**
   * What it is for.
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
}

/** A version of a stack that starts with what a base stack has. */
export interface TeamStackVersion<C extends VersionedComponents = VersionedComponents> extends Omit<
  StackVersion<C>,
  'components'
> {
  /**
   * Components in the place of those of the same type that the base has. A type that the base lacks is added.
   * @default those of the base
   */
  readonly components?: ComponentVersions<C>;
  /**
   * Components that stand beside those of the same type that the base has.
   * @default none
   */
  readonly additionalComponents?: ComponentVersions<C>;
  /**
   * Types of which it has none of the base's.
   * @default none
   */
  readonly without?: readonly ComponentType[];
}

/** All of its own components, each in its version. */
export function ownComponents({ components, additionalComponents }: TeamStackVersion): ReadonlyMap<string, string> {
  const entries = Object.entries({ ...components, ...additionalComponents });
  return new Map(entries.flatMap(([name, version]) => (version === undefined ? [] : [[name, version] as const])));
}
