import { isSet, type MapOf, type PrivateState } from '../../framework';
import { sameMeaning, type JsonObject } from '../../zenml';
import { digestOf, digests, rememberedBaseline, withBaseline } from './baseline';
import type { ConfigSchema } from './config-schema';
import { sameJson } from './json-values';
import { stateConfiguration, valueAt, type ConfigurationAttribute } from './state-configuration';

/** A configuration in state beside what the server holds. */
export interface ConfigurationReading {
  readonly prior: ConfigurationAttribute;
  readonly held: JsonObject;
  readonly privateState: PrivateState;
  /** Asked for only where something may have changed. Undefined where there is none to be had. */
  readonly schema: () => Promise<ConfigSchema | undefined>;
  /** Where the server hides secrets: whether nobody wrote the object since it was last read. Left out, it hides none. */
  readonly isUntouched?: boolean;
}

/** What state holds after a read, and what to remember with it. */
export interface ReadConfiguration {
  readonly configuration: MapOf<string> | null;
  readonly privateState: PrivateState;
}

/**
 * The configuration after a read. A key whose value is what the server held before stays as the user wrote it. Of any other the
 * meaning is compared by the schema, with today's defaults left out on both sides: it stays, too, where that is the same, and
 * becomes the server's value otherwise. What a server hides stays as it was written.
 */
export async function readConfiguration(reading: ConfigurationReading): Promise<ReadConfiguration> {
  const { prior, held, privateState, schema } = reading;
  const baseline = rememberedBaseline(privateState);
  if (!isSet(prior) || baseline === undefined) {
    return { configuration: await readByMeaning(reading), privateState };
  }
  const isAsBefore = (key: string) => baseline[key] === digestOf(valueAt(held, key));
  const known = Object.keys(baseline).every(isAsBefore) ? undefined : await schema();
  const configuration = stateConfiguration(prior, held, (key, written, value) => {
    if (!Object.hasOwn(baseline, key)) return value === null || sameMeaning(written, value);
    if (isAsBefore(key)) return true;
    return known ? sameJson(known.normalForm(key, written), known.heldForm(key, value)) : sameMeaning(written, value);
  });
  const kept = Object.keys(baseline).filter((key) => Object.hasOwn(configuration ?? {}, key));
  return { configuration, privateState: withBaseline(privateState, digests(kept, held)) };
}

/** Without anything remembered: what the server filled in is no drift, and what it no longer shows may be a secret. */
async function readByMeaning({ prior, held, schema, isUntouched }: ConfigurationReading) {
  if (isUntouched === undefined) return stateConfiguration(prior, held);
  const written = isSet(prior) ? Object.keys(prior) : [];
  const isMissing = written.some((key) => !Object.hasOwn(held, key));
  const known = isMissing && !isUntouched ? await schema() : undefined;
  const isHidden = (key: string) => !known?.has(key) || known.isSecret(key);
  return stateConfiguration(
    prior,
    held,
    (key, text, value) => sameMeaning(text, value) || (value === null && isHidden(key)),
  );
}
