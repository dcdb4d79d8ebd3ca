import { attributePath, errorDiagnostic, isSet, mapKeyPath, type Diagnostic } from '../framework';
import type { Flavor } from '../zenml';
import { unknownComponentType, unknownFlavor } from './component-types';
import { ConfigSchema } from './configuration/config-schema';
import { listed } from './failures/nearest';
import type { StackComponentModel } from './schemas/stack-component-schema';

/** The flavor of a planned component; undefined where it is not known yet or the server does not have it. */
export function flavorOf({ type, flavor }: StackComponentModel, flavors: readonly Flavor[]): Flavor | undefined {
  return flavors.find((known) => known.type === type && known.name === flavor);
}

/** What the server's own catalog says against a planned component. Unknown values are not checked. */
export function checkComponent(planned: StackComponentModel, flavors: readonly Flavor[]): readonly Diagnostic[] {
  const { type, flavor } = planned;
  if (!isSet(type) || flavors.length === 0) return [];
  if (!flavors.some((known) => known.type === type)) {
    return [unknownComponentType(type, flavors, attributePath('type'))];
  }
  if (!isSet(flavor)) return [];
  const known = flavorOf(planned, flavors);
  return known ? checkConfiguration(planned, known) : [unknownFlavor(flavor, type, flavors)];
}

function checkConfiguration({ configuration }: StackComponentModel, flavor: Flavor): readonly Diagnostic[] {
  if (configuration !== null && !isSet(configuration)) return [];
  const keys = Object.keys(configuration ?? {});
  const { required } = new ConfigSchema(flavor.configSchema);
  return required
    .filter((key) => !keys.includes(key))
    .map((key) =>
      errorDiagnostic(
        'Missing Configuration',
        `\`configuration\` lacks the key "${key}", which the flavor "${flavor.name}" of ${flavor.type} needs. Add it. ` +
          `The flavor cannot do without ${listed(required)}.`,
        mapKeyPath('configuration', key),
      ),
    );
}
