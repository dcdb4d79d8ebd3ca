import type { ComponentProps } from '../stack-component';
import type { FlavoredComponentProps } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** The properties that are the component's own; all others are the flavor's. */
const OWN = {
  name: true,
  connector: true,
  connectorResourceId: true,
  environmentVariables: true,
  secrets: true,
  secretConfiguration: true,
  secretVersion: true,
  labels: true,
  ignoreMetadataChanges: true,
  dependsOn: true,
  extra: true,
} as const satisfies Record<keyof TypedComponentProps, true>;

/**
 * The properties of a shorthand, where configuration and component lie side by side, as a component of any flavor takes them.
 * `renamed` says which key of the configuration a property stands for whose name the component needs itself.
 */
export function flatProps(
  flavor: string,
  props: TypedComponentProps,
  renamed: Readonly<Record<string, keyof ComponentProps>> = {},
): FlavoredComponentProps {
  const own: Record<string, unknown> = {};
  const configuration: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(props)) {
    if (Object.hasOwn(OWN, name)) own[name] = value;
    else configuration[renamed[name] ?? name] = value;
  }
  return { ...own, flavor, configuration };
}
