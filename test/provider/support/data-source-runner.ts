import {
  validateAttributes,
  type Diagnostic,
  type Outcome,
  type Value,
  type ValueRecord,
} from '../../../src/framework';
import { createZenmlProvider } from '../../../src/provider';
import type { ProviderClient } from '../../../src/provider/server/provider-client';
import { context } from './resource-runner';

function source(typeName: string) {
  const found = createZenmlProvider().dataSources.find((dataSource) => dataSource.typeName === typeName);
  if (!found) throw new Error(`no data source ${typeName}`);
  return found;
}

/** A whole configuration of a data source. Attributes that are left out are null. */
export function wholeConfig(typeName: string, config: Readonly<Record<string, Value>>): ValueRecord {
  return Object.fromEntries(
    Object.keys(source(typeName).schema.attributes).map((name) => [name, config[name] ?? null]),
  );
}

/** Reads a data source as Terraform does. */
export function readDataSource(
  typeName: string,
  config: Readonly<Record<string, Value>>,
  client: ProviderClient,
): Promise<Outcome<ValueRecord>> {
  return source(typeName).read({ config: wholeConfig(typeName, config), client, context });
}

/** What a data source and its attributes have against a configuration. */
export function validateDataSource(typeName: string, config: Readonly<Record<string, Value>>): readonly Diagnostic[] {
  const whole = wholeConfig(typeName, config);
  return [
    ...validateAttributes(source(typeName).schema, whole),
    ...(source(typeName).validateConfig?.({ config: whole }) ?? []),
  ];
}
