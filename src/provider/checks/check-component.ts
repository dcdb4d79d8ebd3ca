import { attributePath, isSet, valuesEqual, type Diagnostic } from '../../framework';
import { isZenmlError, type CallOptions, type Flavor } from '../../zenml';
import { textOf, writtenMap } from '../attributes/attribute-values';
import { checkConnectorFit } from './check-connector-fit';
import { unknownComponentType, unknownFlavor } from './component-types';
import { checkConfiguration } from '../configuration/check-configuration';
import { ConfigSchema } from '../configuration/config-schema';
import { checkSecretReferences } from '../configuration/secret-references';
import { componentKeys } from '../configuration/unknown-keys';
import type { SplitMap } from '../configuration/write-only';
import type { ProviderClient } from '../server/provider-client';
import type { StackComponentModel } from '../schemas/stack-component-schema';

/** The flavor of a planned component; undefined where it is not known yet or the server does not have it. */
export function flavorOf({ type, flavor }: StackComponentModel, flavors: readonly Flavor[]): Flavor | undefined {
  return flavors.find((known) => known.type === type && known.name === flavor);
}

/** A planned component, with both parts of its configuration. */
export interface PlannedComponent {
  readonly prior: StackComponentModel | null;
  readonly planned: StackComponentModel;
  readonly configuration: SplitMap;
}

/** What the server's own catalog says against a planned component. Unknown values are not checked. */
export async function checkComponent(
  component: PlannedComponent,
  flavors: readonly Flavor[],
  client: ProviderClient,
  options: Pick<CallOptions, 'signal'>,
): Promise<readonly Diagnostic[]> {
  const { type, flavor } = component.planned;
  if (!isSet(type) || flavors.length === 0) return [];
  if (!flavors.some((known) => known.type === type)) {
    return [unknownComponentType(type, flavors, attributePath('type'))];
  }
  if (!isSet(flavor)) return [];
  const known = flavorOf(component.planned, flavors);
  if (known === undefined) return [unknownFlavor(flavor, type, flavors)];
  const checks = await Promise.all([
    isConfigurationChanged(component) ? checkWritten(component, known, client, options) : [],
    checkConnector(component, known, client, options),
  ]);
  return checks.flat();
}

/** True where a plan changes what the catalog of flavors can be asked about. */
export function concernsCatalog({ prior, planned }: Pick<PlannedComponent, 'prior' | 'planned'>): boolean {
  return isConfigurationChanged({ prior, planned }) || isConnectorChanged({ prior, planned });
}

function isConfigurationChanged({ prior, planned }: Pick<PlannedComponent, 'prior' | 'planned'>): boolean {
  const names = ['type', 'flavor', 'configuration', 'configuration_wo_version'] as const;
  return prior === null || names.some((name) => !valuesEqual(planned[name], prior[name]));
}

function isConnectorChanged({ prior, planned }: Pick<PlannedComponent, 'prior' | 'planned'>): boolean {
  const isGiven = planned.connector_id !== null && planned.connector_id !== '';
  return isGiven && (prior === null || !valuesEqual(planned.connector_id, prior.connector_id));
}

async function checkWritten(
  { prior, configuration }: PlannedComponent,
  flavor: Flavor,
  client: ProviderClient,
  options: Pick<CallOptions, 'signal'>,
): Promise<readonly Diagnostic[]> {
  const existing = Object.keys(writtenMap(prior?.configuration ?? null));
  const [faults, references] = await Promise.all([
    checkConfiguration({
      configuration,
      schema: new ConfigSchema(flavor.configSchema),
      of: `flavor "${flavor.name}" of ${flavor.type}`,
      unknownKeys: async () => componentKeys((await client.serverInfo(options)).version, flavor.isCustom, existing),
    }),
    checkSecretReferences(configuration, client, options),
  ]);
  return [...faults, ...references];
}

/** The connector is read with those of the components that are planned at the same time. */
async function checkConnector(
  component: PlannedComponent,
  flavor: Flavor,
  client: ProviderClient,
  options: Pick<CallOptions, 'signal'>,
): Promise<readonly Diagnostic[]> {
  const id = textOf(component.planned.connector_id);
  if (id === undefined || !(isConnectorChanged(component) || isFlavorChanged(component))) return [];
  const connector = await visibleConnector(id, client, options);
  return connector === null ? [] : checkConnectorFit(flavor, connector);
}

/** Null also where the credentials may not see it: the server has the last word. */
async function visibleConnector(id: string, client: ProviderClient, options: Pick<CallOptions, 'signal'>) {
  try {
    return await client.connector(id, options);
  } catch (error) {
    if (isZenmlError(error, 'forbidden')) return null;
    throw error;
  }
}

function isFlavorChanged({ prior, planned }: PlannedComponent): boolean {
  return prior === null || !valuesEqual(planned.type, prior.type) || !valuesEqual(planned.flavor, prior.flavor);
}
