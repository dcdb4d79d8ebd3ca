import type { AttributeValue, MapOf } from '../../framework';
import { textOf, writtenMap } from '../attributes/attribute-values';

/** The attributes that narrow down every data source that lists named objects. */
interface ListFilters {
  readonly name: AttributeValue<string>;
  readonly name_prefix: AttributeValue<string>;
  readonly name_contains: AttributeValue<string>;
  readonly labels: AttributeValue<MapOf<string>>;
  readonly user_id: AttributeValue<string>;
}

/** These attributes as the client takes them; what is not set is left out. */
export function filterOf(config: ListFilters) {
  const labels = writtenMap(config.labels);
  return given({
    name: textOf(config.name),
    namePrefix: textOf(config.name_prefix),
    nameContains: textOf(config.name_contains),
    labels: Object.keys(labels).length === 0 ? undefined : labels,
    userId: textOf(config.user_id),
  });
}

type Given<T> = { readonly [K in keyof T]?: NonNullable<T[K]> };

/** The fields that have a value. */
export function given<T extends object>(fields: T): Given<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null),
  ) as Given<T>;
}

/** Objects in the order in which a list gives them: by name, then by type and id, in the order of code units. */
export function inOrder<T extends { readonly id: string; readonly name: string; readonly type?: string }>(
  objects: readonly T[],
): readonly T[] {
  const keys = ({ name, type = '', id }: T) => [name, type, id];
  return [...objects].sort((a, b) => {
    const [left, right] = [keys(a), keys(b)];
    const position = left.findIndex((key, index) => key !== right[index]);
    return position < 0 ? 0 : (left[position] ?? '') < (right[position] ?? '') ? -1 : 1;
  });
}
