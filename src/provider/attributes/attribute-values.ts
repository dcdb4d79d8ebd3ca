import { isSet, record, type AttributeValue, type MapOf, type NumberValue } from '../../framework';

/** The text of an attribute; undefined where it is null, unknown or empty, which all mean "not set". */
export function textOf(attribute: AttributeValue<string>): string | undefined {
  return isSet(attribute) && attribute !== '' ? attribute : undefined;
}

/** What state holds of an optional text. Nothing on the server leaves an empty text empty and is null otherwise. */
export function stateText(prior: AttributeValue<string>, held: string | null): string | null {
  if (held !== null && held !== '') return held;
  return prior === '' ? '' : null;
}

/** The number of an attribute; undefined where it is null or unknown. */
export function numberOf(attribute: AttributeValue<NumberValue>): number | undefined {
  if (!isSet(attribute)) return undefined;
  return Number(typeof attribute === 'object' ? attribute.text : attribute);
}

/** The keys of a map that have a value, as requests carry them. */
export function writtenMap(attribute: AttributeValue<MapOf<string>>): Readonly<Record<string, string>> {
  if (!isSet(attribute)) return {};
  return record(Object.entries(attribute).flatMap(([key, value]) => (isSet(value) ? [[key, value] as const] : [])));
}

/** What state holds of labels. No label on the server leaves `{}` as it is and is null otherwise. */
export function stateLabels(
  prior: AttributeValue<MapOf<string>>,
  held: Readonly<Record<string, string>>,
): MapOf<string> | null {
  const entries = Object.entries(held);
  return entries.length === 0 && !isSet(prior) ? null : record(entries);
}

/** The name in messages. */
export function nameOf({ name }: { readonly name: AttributeValue<string> }): string {
  return isSet(name) ? name : '(not known yet)';
}
