import { createHash } from 'node:crypto';
import { isSet, record, valuesEqual, type PrivateState } from '../../framework';
import { isJsonObject, type JsonObject, type JsonValue } from '../../zenml';
import type { ConfigSchema } from './config-schema';
import { canonicalJson, parseJson } from './json-values';
import { valueAt, type ConfigurationAttribute } from './state-configuration';

const NAME = 'configuration';

/**
 * What the server held of each configured key when it was last written or read: a digest, by key. Keys of secrets are not among
 * them. Where the server holds the same still, nothing has changed, whatever it made of what was written and whatever its
 * defaults have become.
 */
export type Baseline = Readonly<Record<string, string>>;

/** The baseline that is remembered; undefined for an object that was imported, or that another provider made. */
export function rememberedBaseline(privateState: PrivateState): Baseline | undefined {
  const parsed = parseJson(privateState[NAME] ?? '');
  if (!isJsonObject(parsed)) return undefined;
  return record(Object.entries(parsed).flatMap(([key, text]) => (typeof text === 'string' ? [[key, text]] : [])));
}

/** Remembers a baseline in place of another; undefined forgets that. */
export function withBaseline(privateState: PrivateState, baseline: Baseline | undefined): PrivateState {
  const others = Object.entries(privateState).filter(([name]) => name !== NAME);
  return record(baseline === undefined ? others : [...others, [NAME, JSON.stringify(baseline)]]);
}

/** A configuration that was just written. */
export interface WrittenConfiguration {
  readonly prior: ConfigurationAttribute;
  readonly planned: ConfigurationAttribute;
  /** As the server answered. */
  readonly held: JsonObject;
  readonly privateState: PrivateState;
  /** Asked for only where the configuration changed. Undefined where there is none to be had: then no key is known to be no secret. */
  readonly schema: () => Promise<ConfigSchema | undefined>;
}

/** What to remember of a configuration that was just written. */
export async function withWrittenBaseline(written: WrittenConfiguration): Promise<PrivateState> {
  const { prior, planned, held, privateState } = written;
  if (valuesEqual(prior, planned)) {
    const before = rememberedBaseline(privateState);
    return before ? withBaseline(privateState, digests(Object.keys(before), held)) : privateState;
  }
  // What was written is not lost for want of a schema.
  const schema = await written.schema().catch(() => undefined);
  const keys = schema && isSet(planned) ? Object.keys(planned).filter((key) => !schema.isSecret(key)) : [];
  return withBaseline(privateState, schema && digests(keys, held));
}

/** The baseline of some keys, as they are held. */
export function digests(keys: readonly string[], held: JsonObject): Baseline {
  return record(keys.map((key) => [key, digestOf(valueAt(held, key))] as const));
}

/** SHA-256 of a value. Nothing and null are the same. */
export function digestOf(value: JsonValue): string {
  return createHash('sha256').update(canonicalJson(value)).digest('base64url');
}
