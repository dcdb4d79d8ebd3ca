import official from '../provider/official-provider-schema.json';

/** An object of the official provider, with the attributes that are not null. */
export interface OfficialObject {
  readonly mode?: 'data';
  readonly type: keyof typeof official.resources | keyof typeof official.data_sources;
  readonly name: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Addresses it refers to. */
  readonly dependencies?: readonly string[];
}

/**
 * A state file as zenml-io/zenml leaves it: its address, schema version 0, and of each object exactly the attributes of its
 * schema.
 *
 * @param host of the registry that terraform puts before an address that names none
 */
export function officialState(host: string, objects: readonly OfficialObject[]): string {
  return JSON.stringify({
    version: 4,
    terraform_version: '1.11.4',
    serial: 7,
    lineage: '6b0e3b66-0000-4000-8000-d3a3ab8d8f3c',
    outputs: {},
    resources: objects.map(({ mode = 'managed', type, name, attributes, dependencies }) => ({
      mode,
      type,
      name,
      provider: `provider["${host}/zenml-io/zenml"]`,
      instances: [
        {
          schema_version: 0,
          attributes: allAttributes(mode, type, attributes),
          sensitive_attributes: [],
          dependencies,
        },
      ],
    })),
    check_results: null,
  });
}

function allAttributes(
  mode: string,
  type: string,
  attributes: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const schemas: Readonly<Record<string, object>> = mode === 'data' ? official.data_sources : official.resources;
  const known = Object.keys(schemas[type] ?? {});
  const unknown = Object.keys(attributes).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`the official ${type} has no ${unknown.join(', ')}`);
  return Object.fromEntries(known.map((name) => [name, attributes[name] ?? null]));
}
