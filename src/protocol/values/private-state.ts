import { record, type PrivateState } from '../../framework';

/**
 * Under this key lies what the provider remembers, so that it is not taken for what another provider left: the SDK of
 * providers in Go keeps objects of texts there too.
 */
const REMEMBERED = 'remembered';

/** Bytes of an unknown origin: of this provider, of the one whose state was taken over, or none. Never fails. */
export function decodePrivateState(bytes: Uint8Array): PrivateState {
  const remembered = parse(bytes);
  if (!isObject(remembered)) return {};
  const entries = Object.entries(remembered);
  return entries.every((entry): entry is [string, string] => typeof entry[1] === 'string') ? record(entries) : {};
}

/** As Terraform stores it. What is left out stays as the bytes that were there. */
export function encodePrivateState(state: PrivateState | undefined, kept: Uint8Array): Uint8Array {
  if (state === undefined) return kept;
  return Object.keys(state).length === 0 ? new Uint8Array() : Buffer.from(JSON.stringify({ [REMEMBERED]: state }));
}

function parse(bytes: Uint8Array): unknown {
  if (bytes.length === 0) return undefined;
  try {
    const json: unknown = JSON.parse(Buffer.from(bytes).toString());
    return isObject(json) && Object.keys(json).length === 1 ? json[REMEMBERED] : undefined;
  } catch {
    return undefined;
  }
}

function isObject(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
