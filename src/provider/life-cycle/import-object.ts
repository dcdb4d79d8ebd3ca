import { errorDiagnostic, type Diagnostic, type ImportRequest, type Outcome } from '../../framework';
import type { CallOptions } from '../../zenml';
import { attempt } from '../failures/attempt';
import { listed } from '../failures/nearest';
import type { ProviderClient } from '../server/provider-client';
import { isUuid } from '../attributes/uuid';

interface Named {
  readonly type: string;
  readonly name: string;
}

/** How one kind of object is imported. */
export interface Importer<T, M> {
  /** `service connector` */
  readonly object: string;
  readonly get: (id: string, options: CallOptions) => Promise<T | null>;
  /** Everything of a name. `type` is empty unless names are unique within a type alone. */
  readonly find: (named: Named, options: CallOptions) => Promise<readonly { readonly id: string }[]>;
  /** True where names are unique within a type alone, so that `type/name` is asked for. Default: false. */
  readonly isNamedByType?: boolean;
  /** Why an object cannot be managed. */
  readonly refuse?: (found: T) => Diagnostic | undefined;
  readonly state: (found: T) => M | Promise<M>;
}

/**
 * Imports an object by its UUID or its name; a name that looks like a UUID is tried as an id first. An error where no object
 * or more than one is meant.
 */
export async function importObject<T, M>(
  { id, context }: ImportRequest<ProviderClient>,
  importer: Importer<T, M>,
): Promise<Outcome<M>> {
  const options = { signal: context.signal };
  return attempt({ verb: 'import', object: `${importer.object} ${id}` }, async () => {
    const byId = isUuid(id) ? await importer.get(id, options) : null;
    const found: Found<T> = byId === null ? await byName(id, importer, options) : { object: byId };
    if ('diagnostic' in found) return { diagnostics: [found.diagnostic] };
    const refusal = importer.refuse?.(found.object);
    return refusal ? { diagnostics: [refusal] } : { value: await importer.state(found.object), diagnostics: [] };
  });
}

type Found<T> = { readonly object: T } | { readonly diagnostic: Diagnostic };

async function byName<T, M>(id: string, importer: Importer<T, M>, options: CallOptions): Promise<Found<T>> {
  const { object, isNamedByType = false, get, find } = importer;
  const slash = isNamedByType ? id.indexOf('/') : -1;
  if (isNamedByType && slash < 0) return { diagnostic: isUuid(id) ? missing(id, object) : malformed(id, object) };
  const holders = await find({ type: id.slice(0, Math.max(slash, 0)), name: id.slice(slash + 1) }, options);
  const [holder, second] = holders;
  if (second !== undefined) return { diagnostic: ambiguous(id, object, holders) };
  // What is found by name is an item of a list, which does not hold everything.
  const found = holder === undefined ? null : await get(holder.id, options);
  return found === null ? { diagnostic: missing(id, object) } : { object: found };
}

function malformed(id: string, object: string): Diagnostic {
  return errorDiagnostic(
    'Malformed Import Id',
    `"${id}" names no ${object}. Expected its UUID, such as "0e7bd3ab-0000-4000-8000-f7a2d5c3c1a4", or its type and name, such as ` +
      '"artifact_store/NAME": the dashboard and ZenML\'s `list` and `describe` commands show them.',
  );
}

function ambiguous(id: string, object: string, holders: readonly { readonly id: string }[]): Diagnostic {
  return errorDiagnostic(
    'Ambiguous Import Id',
    `The server has ${holders.length} objects of the kind ${object} with the name "${id}". Give the id of the one that is meant: ` +
      `${listed(holders.map((holder) => holder.id))}.`,
  );
}

function missing(id: string, object: string): Diagnostic {
  return errorDiagnostic(
    'Nothing to Import',
    `The server has no ${object} with the id or name "${id}" that these credentials may see. Check it, and that \`server_url\` is the ` +
      'server that holds it.',
  );
}
