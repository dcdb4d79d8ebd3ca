import { knownTexts, objectOf, textOf } from './json-values';
import type { JsonObject, SynthesizedResource, SynthesizedStack } from './synthesized-stack';
import { parseTemplatedJson } from './templated-json';

/** Kinds of objects on a ZenML server. */
export type ZenmlObjectKind = 'component' | 'connector' | 'flavor' | 'project' | 'secret' | 'stack';

/** A ZenML object that the app registers, by whichever provider. */
export interface ZenmlObject {
  readonly kind: ZenmlObjectKind;
  readonly name: string;
  readonly resource: SynthesizedResource;
  /** What is registered, in the words of the `zenml_` resource: `type`, `flavor`, `configuration`, `auth_method`. */
  readonly values: JsonObject;
  readonly labels: Readonly<Record<string, string>>;
}

const KINDS_BY_TYPE: Readonly<Record<string, ZenmlObjectKind>> = {
  zenml_flavor: 'flavor',
  zenml_project: 'project',
  zenml_secret: 'secret',
  zenml_service_connector: 'connector',
  zenml_stack: 'stack',
  zenml_stack_component: 'component',
};

const KINDS_BY_PATH: Readonly<Record<string, ZenmlObjectKind>> = {
  '/api/v1/components': 'component',
  '/api/v1/flavors': 'flavor',
  '/api/v1/secrets': 'secret',
  '/api/v1/service_connectors': 'connector',
  '/api/v1/stacks': 'stack',
};

/** The ZenML objects that a Terraform stack registers, by our provider or by `restapi_object`. */
export function zenmlObjectsOf({ resources }: SynthesizedStack): readonly ZenmlObject[] {
  return resources.flatMap((resource) => {
    const found = registered(resource);
    if (found === undefined) return [];
    const { kind, values } = found;
    return [{ kind, name: textOf(values.name) ?? resource.name, resource, values, labels: knownTexts(values.labels) }];
  });
}

function registered({ type, values }: SynthesizedResource): Pick<ZenmlObject, 'kind' | 'values'> | undefined {
  const kind = KINDS_BY_TYPE[type];
  if (kind !== undefined) return { kind, values };
  const sent = type === 'restapi_object' ? KINDS_BY_PATH[textOf(values.path) ?? ''] : undefined;
  return sent && { kind: sent, values: inWordsOfResource(objectOf(parseTemplatedJson(textOf(values.data) ?? ''))) };
}

/** The REST interface has other words for some attributes, and one list for the components of a type. */
function inWordsOfResource({
  connector,
  connector_type,
  resource_types,
  components,
  ...values
}: JsonObject): JsonObject {
  return {
    ...values,
    ...(connector !== undefined && { connector_id: connector }),
    ...(connector_type !== undefined && { type: connector_type }),
    ...(Array.isArray(resource_types) && { resource_type: resource_types[0] as unknown }),
    ...(components !== undefined && componentMaps(components)),
  };
}

function componentMaps(components: unknown): JsonObject {
  if (typeof components === 'string') return { components, additional_components: {} };
  const lists = Object.entries(objectOf(components)).map(
    ([type, ids]) => [type, Array.isArray(ids) ? ids : []] as const,
  );
  return {
    components: Object.fromEntries(lists.map(([type, [first]]) => [type, first as unknown])),
    additional_components: Object.fromEntries(
      lists.flatMap(([type, [, ...others]]) => (others.length > 0 ? [[type, others]] : [])),
    ),
  };
}
