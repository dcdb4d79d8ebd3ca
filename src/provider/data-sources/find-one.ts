import {
  attributePath,
  errorDiagnostic,
  isUnknown,
  type AttributePath,
  type AttributeValue,
  type Diagnostic,
} from '../../framework';
import type { CallOptions, Collection } from '../../zenml';
import { textOf } from '../attributes/attribute-values';
import { listed } from '../failures/nearest';

/** What a lookup gave: the object, or why there is none. */
export type Found<T> = { readonly object: T } | { readonly diagnostic: Diagnostic };

interface Lookup<T, Filter> {
  /** `service connector` */
  readonly kind: string;
  readonly id: AttributeValue<string>;
  readonly name: AttributeValue<string>;
  readonly filter?: Filter;
  readonly collection: Pick<Collection<T, never, never, Filter>, 'get' | 'findByName'>;
  readonly options: CallOptions;
}

/** The one object with an id or, without one, with a name, of which there must not be several. */
export async function findOne<T extends { readonly id: string }, Filter>(lookup: Lookup<T, Filter>): Promise<Found<T>> {
  const { kind, collection, options, filter } = lookup;
  const id = textOf(lookup.id);
  if (id !== undefined) {
    const object = await collection.get(id, options);
    return object === null ? { diagnostic: notFound(kind, `id "${id}"`, attributePath('id')) } : { object };
  }
  const name = textOf(lookup.name) ?? '';
  const named = await collection.findByName(name, filter, options);
  const [object] = named;
  if (object === undefined) return { diagnostic: notFound(kind, `name "${name}"`, attributePath('name')) };
  return named.length === 1 ? { object } : { diagnostic: ambiguous(kind, name, named) };
}

/** A lookup with neither an id nor what else identifies the object. */
export function needsIdOr(
  kind: string,
  id: AttributeValue<string>,
  others: Readonly<Record<string, AttributeValue<string>>>,
): readonly Diagnostic[] {
  if (isUnknown(id) || textOf(id) !== undefined) return [];
  const missing = Object.entries(others).filter(([, value]) => !isUnknown(value) && textOf(value) === undefined);
  if (missing.length === 0) return [];
  const names = Object.keys(others).map((name) => `\`${name}\``);
  return [
    errorDiagnostic(
      'Missing Attribute',
      `To look up a ${kind}, give its \`id\`, or its ${names.join(' and ')}; ${missing.map(([name]) => `\`${name}\``).join(' and ')} ` +
        `${missing.length === 1 ? 'is' : 'are'} not set.`,
    ),
  ];
}

function notFound(kind: string, what: string, path: AttributePath): Diagnostic {
  return errorDiagnostic(
    'Not Found on the ZenML Server',
    `The server has no ${kind} with the ${what} that these credentials may see. Check it, and that \`server_url\` is the server that holds it.`,
    path,
  );
}

function ambiguous(kind: string, name: string, named: readonly { readonly id: string }[]): Diagnostic {
  return errorDiagnostic(
    'Ambiguous Name',
    `The server has ${named.length} objects of the kind ${kind} with the name "${name}". Look it up by the \`id\` of the one that is meant: ` +
      `${listed(named.map(({ id }) => id))}.`,
    attributePath('name'),
  );
}
