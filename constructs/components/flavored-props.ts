import type { Configuration } from '../configuration';
import type { ICustomFlavor } from '../custom-flavor';
import type { ComponentProps } from '../stack-component';

/** What a component with a typed configuration takes beside what every component does. */
export interface TypedComponentProps extends ComponentProps {
  /**
   * Configuration that the types do not know, since the server is newer than they are: by the server's own keys, `machine_type`.
   * @default none
   */
  readonly extra?: Configuration;
}

/** A component of a flavor of your own. */
export interface CustomFlavoredProps extends ComponentProps {
  /** A change makes a new component. */
  readonly flavor: ICustomFlavor;
  /**
   * By the flavor's own keys.
   * @default the flavor's own defaults
   */
  readonly configuration?: Configuration;
}

/** A component of one flavor: its configuration may be left out where the flavor needs none. */
export type FlavorProps<F extends string, C> = TypedComponentProps & {
  /** A change makes a new component. */
  readonly flavor: F;
} & (NeedsNothing<C> extends true
    ? {
        /**
         * By the keys of the flavor, in camelCase.
         * @default the flavor's own defaults
         */
        readonly configuration?: C;
      }
    : {
        /** By the keys of the flavor, in camelCase. */
        readonly configuration: C;
      });

/** Whether a configuration has no key that must be given, or no key at all. */
type NeedsNothing<C> = string extends keyof C ? true : Partial<C> extends C ? true : false;

/** A component of any flavor in a map of flavors to their configurations, or of one of your own. */
export type FlavoredProps<M> =
  { [F in keyof M & string]: FlavorProps<F, M[F]> }[keyof M & string] | CustomFlavoredProps;
