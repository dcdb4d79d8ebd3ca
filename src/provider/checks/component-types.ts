import { attributePath, errorDiagnostic, type AttributePath, type Diagnostic } from '../../framework';
import type { Flavor } from '../../zenml';
import { didYouMean, listed } from '../failures/nearest';

/** A component type that the server has no flavor for. */
export function unknownComponentType(type: string, flavors: readonly Flavor[], path: AttributePath): Diagnostic {
  const types = flavors.map((flavor) => flavor.type);
  return errorDiagnostic(
    'Unknown Component Type',
    `\`type\` is "${type}", and the server has no such component type.${didYouMean(type, types)} It has ${listed(types)}.`,
    path,
  );
}

/** A flavor that the server does not have for a component type. */
export function unknownFlavor(flavor: string, type: string, flavors: readonly Flavor[]): Diagnostic {
  const names = flavors.filter((known) => known.type === type).map(({ name }) => name);
  const elsewhere = flavors.filter(({ name }) => name === flavor).map((known) => known.type);
  const hint = elsewhere.length > 0 ? ` It is a flavor of ${listed(elsewhere)}.` : didYouMean(flavor, names);
  return errorDiagnostic(
    'Unknown Flavor',
    `\`flavor\` is "${flavor}", and the server has no such flavor of ${type}.${hint} It has ${listed(names)}.`,
    attributePath('flavor'),
  );
}
