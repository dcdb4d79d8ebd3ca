import { TerraformResource } from 'cdktf';
import type { Policy } from './policy';

/**
 * A policy: every resource that can have tags or labels, in the clouds and on the ZenML server, has those with these keys, with a value.
 * Google's labels are in lower case, and so must the keys be there.
 */
export function requireTags(...keys: readonly string[]): Policy {
  return (construct) => {
    if (!TerraformResource.isTerraformResource(construct)) return [];
    const tags = tagsOf(construct);
    if (tags === undefined) return [];
    const missing = keys.filter((key) => tags[key] === undefined || tags[key] === '');
    return missing.length === 0
      ? []
      : [
          `${construct.terraformResourceType} has no tag ${missing.join(', ')}; expected ${keys.join(', ')} on everything: set it in tags, team or costCenter of the environment, or on the resource`,
        ];
  };
}

/** The tags or labels of a resource as they are configured; undefined where its type has none. */
export function tagsOf(resource: TerraformResource): Readonly<Record<string, unknown>> | undefined {
  const attribute = ['tagsInput', 'labelsInput'].find((name) => name in resource);
  if (attribute === undefined) return undefined;
  const value: unknown = Reflect.get(resource, attribute);
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
