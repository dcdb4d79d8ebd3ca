import { isSet, isUnknown, isWhollyKnown, record, type AttributeValue } from '../../framework';
import type { ConfigSchema } from './config-schema';
import { sameJson } from './json-values';
import type { ConfigurationAttribute } from './state-configuration';

/**
 * Whether a planned configuration is the prior one written otherwise: for each key the same value by the type that the
 * schema gives it. Text is never anything but itself. What the prior one has besides must be defaults: an import takes from
 * the server what that filled in, also where none is planned.
 */
export function meansTheSame(
  planned: ConfigurationAttribute,
  prior: ConfigurationAttribute,
  schema: ConfigSchema,
): boolean {
  if (isUnknown(planned) || !isSet(prior) || !isWhollyKnown(planned)) return false;
  const written = planned ?? record<AttributeValue<string>>([]);
  return (
    Object.keys(written).every((key) => Object.hasOwn(prior, key)) &&
    Object.entries(prior).every(([key, before]) => {
      if (!isSet(before)) return Object.hasOwn(written, key) && written[key] === before;
      if (!Object.hasOwn(written, key)) return schema.isDefault(key, before);
      const now = written[key];
      if (!isSet(now)) return false;
      return now === before || sameJson(schema.normalForm(key, now), schema.normalForm(key, before));
    })
  );
}
