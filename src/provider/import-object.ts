import { errorDiagnostic, type ImportRequest, type Outcome } from '../framework';
import type { CallOptions } from '../zenml';
import { attempt } from './failures/attempt';
import { isUuid } from './uuid';
import type { ProviderClient } from './provider-client';

/** How one kind of object is imported. */
export interface Importer<T, M> {
  /** `service connector` */
  readonly object: string;
  readonly get: (id: string, options: CallOptions) => Promise<T | null>;
  readonly state: (found: T) => M | Promise<M>;
}

/** Imports an object by its UUID: an error where the id is none, or where the server has no such object. */
export async function importObject<T, M>(
  { id, context }: ImportRequest<ProviderClient>,
  { object, get, state }: Importer<T, M>,
): Promise<Outcome<M>> {
  if (!isUuid(id)) return { diagnostics: [malformed(id, object)] };
  return attempt({ verb: 'import', object: `${object} ${id}` }, async () => {
    const found = await get(id, { signal: context.signal });
    return found === null ? { diagnostics: [missing(id, object)] } : { value: await state(found), diagnostics: [] };
  });
}

function malformed(id: string, object: string) {
  return errorDiagnostic(
    'Malformed Import Id',
    `"${id}" is no id of a ${object}. Expected its UUID, such as "0e7bd3ab-0000-4000-8000-f7a2d5c3c1a4": the dashboard and ` +
      "ZenML's `describe` commands show it.",
  );
}

function missing(id: string, object: string) {
  return errorDiagnostic(
    'Nothing to Import',
    `The server has no ${object} with the id "${id}". Check the id, and that \`server_url\` is the server that holds it.`,
  );
}
