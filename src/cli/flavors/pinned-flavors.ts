import type { Flavor } from '../../zenml';
import { sortedFlavors } from './described-flavor';
import { propertiesOf } from './json-schema';

/** The flavors that the constructs know: the keys of each, by component type and flavor. */
export interface PinnedFlavors {
  /** The ZenML version that they were generated from. */
  readonly version: string;
  readonly keys: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/** What is known of some flavors of a server. */
export function pinnedFlavors(flavors: readonly Flavor[], version: string): PinnedFlavors {
  const keys: Record<string, Record<string, readonly string[]>> = {};
  for (const { type, name, configSchema } of sortedFlavors(flavors)) {
    (keys[type] ??= {})[name] = propertiesOf(configSchema).map(([key]) => key);
  }
  return { version, keys };
}
