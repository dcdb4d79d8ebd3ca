import type { JsonObject } from '../../zenml';
import type { ConfigSchema } from './config-schema';
import { isStructure, parseJson } from './json-values';

/** A configuration as requests carry it. The schema is asked for only where a text is JSON that may have to be sent as such. */
export async function sentConfiguration(
  written: Readonly<Record<string, string>>,
  schema: () => Promise<ConfigSchema | undefined>,
): Promise<JsonObject> {
  if (!Object.values(written).some((text) => isStructure(parseJson(text)))) return written;
  const known = await schema();
  if (known === undefined) return written;
  return Object.fromEntries(Object.entries(written).map(([key, text]) => [key, known.sent(key, text)]));
}
