import type { JsonObject, ZenmlClient } from '../../zenml';
import type { ZenmlObject, ZenmlObjectKind } from '../synthesized';

/** An object on the server, in the words of the `zenml_` resource of its kind. References are names. */
export interface ServerObject {
  readonly kind: ZenmlObjectKind;
  readonly name: string;
  /** Component type of a component or a flavor. */
  readonly type?: string;
  /** Empty for kinds that have none. */
  readonly labels: Readonly<Record<string, string>>;
  readonly values: JsonObject;
}

/** Reads all objects of the kinds that are asked for: a list for each, and nothing one by one. */
export async function readServerObjects(
  client: ZenmlClient,
  kinds: ReadonlySet<ZenmlObjectKind>,
): Promise<readonly ServerObject[]> {
  const [components, connectors, stacks, flavors, secrets, projects] = await Promise.all([
    client.components.list(),
    client.serviceConnectors.list(),
    client.stacks.list(),
    kinds.has('flavor') ? client.customFlavors.list({ isCustom: true }) : [],
    kinds.has('secret') ? client.secrets.list() : [],
    kinds.has('project') ? client.projects.list() : [],
  ]);
  const connectorNames = new Map(connectors.map(({ id, name }) => [id, name]));
  return [
    ...components.map(
      ({ name, type, flavor, configuration, labels, connectorId, connectorResourceId, environment }): ServerObject => ({
        kind: 'component',
        name,
        type,
        labels,
        values: {
          flavor,
          configuration,
          environment,
          connector_id: connectorId === null ? null : (connectorNames.get(connectorId) ?? connectorId),
          connector_resource_id: connectorResourceId,
        },
      }),
    ),
    ...connectors.map(({ name, type, authMethod, resourceTypes, resourceId, configuration, labels }): ServerObject => {
      const [resourceType, ...others] = resourceTypes;
      const values = {
        type,
        auth_method: authMethod,
        resource_type: others.length === 0 ? (resourceType ?? null) : null,
        resource_id: resourceId,
        configuration,
      };
      return { kind: 'connector', name, labels, values };
    }),
    ...stacks.map(({ name, description, labels, components: byType, environment }): ServerObject => {
      const names = Object.entries(byType).map(([type, list]) => [type, list.map((each) => each.name)] as const);
      return {
        kind: 'stack',
        name,
        labels,
        values: { description, environment, components: Object.fromEntries(names) },
      };
    }),
    ...flavors.map(({ name, type, source, configSchema, integration }): ServerObject => ({
      kind: 'flavor',
      name,
      type,
      labels: {},
      values: { source, integration, config_schema: configSchema },
    })),
    ...secrets.map((secret): ServerObject => ({
      kind: 'secret',
      name: secret.name,
      labels: {},
      values: { private: secret.private },
    })),
    ...projects.map(({ name, description }): ServerObject => ({
      kind: 'project',
      name,
      labels: {},
      values: { description },
    })),
  ];
}

/** What an object is found by: components and flavors share names across types. */
export function keyOf({ kind, name, type }: Pick<ServerObject, 'kind' | 'name' | 'type'>): string {
  return [kind, type ?? '', name].join('/');
}

/** The component type of a synthesized object that shares its name with those of other types. */
export function typeOf({ kind, values }: ZenmlObject): string | undefined {
  if (kind !== 'component' && kind !== 'flavor') return undefined;
  return typeof values.type === 'string' ? values.type : undefined;
}
